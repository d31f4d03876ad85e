import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import {
  type ChatCall,
  type ChatUsage,
  readChatPiece,
  toCallInput,
  toChatFinishReason,
  toChatUsage,
} from './huggingface-answer.ts';
import { buildBrokenOff, toHuggingFaceError } from './huggingface-client.ts';

type Pieces = { first: IteratorResult<unknown>; rest: AsyncGenerator<unknown> };
type Kind = 'text' | 'reasoning';

/**
 * Pieces of a chat completion as the AI SDK's parts; calls of functions are told when they are whole. What goes wrong in the
 * middle is a part of its own: what came before stands.
 * @param signal when it fires, the stream ends with its reason
 */
export async function* streamChatParts(
  pieces: Pieces,
  signal: AbortSignal,
): AsyncGenerator<LanguageModelV4StreamPart> {
  yield { type: 'stream-start', warnings: [] };
  const calls: { id: string; name: string; input: string }[] = [];
  let usage: ChatUsage | null | undefined;
  let finishReason: string | null | undefined;
  let open: { kind: Kind; id: string } | undefined;
  let blocks = 0;
  let hasFailed = false;
  try {
    for await (const given of joinPieces(pieces)) {
      const piece = readChatPiece(given);
      usage = piece.usage ?? usage;
      const [choice] = piece.choices ?? [];
      finishReason = choice?.finish_reason ?? finishReason;
      for (const call of choice?.delta?.tool_calls ?? []) addCall(calls, call);
      const words: [Kind, string | null | undefined][] = [
        ['reasoning', choice?.delta?.reasoning_content],
        ['text', choice?.delta?.content],
      ];
      for (const [kind, delta] of words) {
        if (!delta) continue;
        if (open && open.kind !== kind) {
          yield { type: `${open.kind}-end`, id: open.id };
          open = undefined;
        }
        if (!open) {
          blocks += 1;
          open = { kind, id: String(blocks) };
          yield { type: `${kind}-start`, id: open.id };
        }
        yield { type: `${kind}-delta`, id: open.id, delta };
      }
    }
    // Every whole answer says why it ended.
    if (!finishReason) throw buildBrokenOff('');
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    hasFailed = true;
    yield { type: 'error', error: toHuggingFaceError(error, signal) };
  }
  if (open) yield { type: `${open.kind}-end`, id: open.id };
  // Half a call must not be carried out.
  if (!hasFailed) {
    for (const { id, name, input } of calls) {
      yield { type: 'tool-call', toolCallId: id, toolName: name, input: toCallInput(input) };
    }
  }
  yield {
    type: 'finish',
    finishReason: hasFailed
      ? { unified: 'error', raw: undefined }
      : toChatFinishReason(finishReason, calls.length > 0),
    usage: toChatUsage(usage),
  };
}

async function* joinPieces({ first, rest }: Pieces): AsyncGenerator<unknown> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

/** A call's name comes first, its arguments in pieces after it. */
function addCall(calls: { id: string; name: string; input: string }[], call: ChatCall): void {
  const at = call.index ?? Math.max(0, calls.length - (call.function.name ? 0 : 1));
  const known = calls[at];
  const given = call.function.arguments;
  const input = typeof given === 'string' ? given : given ? JSON.stringify(given) : '';
  if (known) known.input += input;
  else calls[at] = { id: call.id || crypto.randomUUID(), name: call.function.name ?? '', input };
}
