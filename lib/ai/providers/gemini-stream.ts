import { APICallError, type LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { type GeminiAnswer, toFinishReason, toTokenUsage } from './gemini-answer.ts';
import { toToolCall } from './gemini-tool-call.ts';

type Block = { kind: 'text' | 'reasoning'; id: string };

/**
 * Pieces of an answer as the AI SDK's parts. What goes wrong in the middle is a part of its own: what came before stands.
 * @param signal when it fires, the stream ends with its reason
 */
export async function* streamGeminiParts(
  pieces: AsyncGenerator<GeminiAnswer>,
  signal: AbortSignal,
): AsyncGenerator<LanguageModelV4StreamPart> {
  yield { type: 'stream-start', warnings: [] };
  let last: GeminiAnswer | undefined;
  let usage: GeminiAnswer['usage'];
  let open: Block | undefined;
  let blocks = 0;
  let hasCalls = false;
  try {
    for await (const piece of pieces) {
      if (!last && (piece.id || piece.modelVersion)) {
        yield {
          type: 'response-metadata',
          ...(piece.id && { id: piece.id }),
          ...(piece.modelVersion && { modelId: piece.modelVersion }),
        };
      }
      last = piece;
      usage = piece.usage ?? usage;
      for (const part of piece.parts) {
        const call = toToolCall(part);
        const kind = part.text ? (part.thought ? 'reasoning' : 'text') : undefined;
        if (open && open.kind !== kind && (kind || call)) {
          yield { type: `${open.kind}-end`, id: open.id };
          open = undefined;
        }
        if (call) {
          hasCalls = true;
          yield call;
        }
        if (!kind || !part.text) continue;
        if (!open) {
          blocks += 1;
          open = { kind, id: String(blocks) };
          yield { type: `${kind}-start`, id: open.id };
        }
        yield { type: `${kind}-delta`, id: open.id, delta: part.text };
      }
    }
    // Every whole answer says why it ended.
    if (last?.finishReason === undefined) throw brokenOff();
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    yield { type: 'error', error };
    last = undefined;
  }
  if (open) yield { type: `${open.kind}-end`, id: open.id };
  yield {
    type: 'finish',
    finishReason: last ? toFinishReason(last, hasCalls) : { unified: 'error', raw: undefined },
    usage: toTokenUsage(usage),
  };
}

function brokenOff(): APICallError {
  return new APICallError({
    message: 'The answer of Gemini broke off.',
    url: '',
    requestBodyValues: {},
    statusCode: 200,
    isRetryable: true,
  });
}
