import type { LanguageModelV4 } from '@ai-sdk/provider';
import {
  isStepCount,
  type ModelMessage,
  streamText,
  type ToolSet,
  toUIMessageStream,
  type UIMessageChunk,
} from 'ai';
import { mapProviderError } from '../ai/call-provider.ts';
import { isTellable } from '../dossier/brief-from-dossier.ts';
import type { Dossier, Utterance } from '../dossier/schema.ts';
import type { AppError } from '../errors.ts';
import { buildChatInstructions } from './chat-instructions.ts';
import { createGuardStream } from './guard-stream.ts';

const MOST_STEPS = 4;

/**
 * The model's answer as pieces that have passed the guard. What goes wrong ends it: what came before has been handed on.
 * @returns how it ended
 */
export async function writeAnswer(options: {
  model: LanguageModelV4;
  tools: ToolSet;
  /** What was said, for the built-in interviewer. */
  messages: Utterance[];
  /** The same with what was shown besides words, for a language model; without it `messages`. */
  prompt?: Utterance[];
  dossier: Dossier;
  abort: AbortController;
  onChunk: (chunk: UIMessageChunk) => void;
}): Promise<{ status: 'complete' | 'stopped' | 'failed'; error: AppError | null }> {
  const { model, tools, messages, dossier, abort, onChunk } = options;
  let failure: unknown;
  let openText: string | undefined;
  const result = streamText({
    model,
    tools,
    instructions: buildChatInstructions(dossier),
    messages: (options.prompt ?? messages).map(({ role, text }): ModelMessage => ({ role, content: text })),
    stopWhen: isStepCount(MOST_STEPS),
    abortSignal: abort.signal,
    // A second try could say the beginning twice; the person has a button for it.
    maxRetries: 0,
    providerOptions: { builtin: { messages, dossier, canStart: isTellable(dossier, messages) } },
    onError: ({ error }) => {
      failure ??= error;
    },
  });
  const chunks = toUIMessageStream({
    stream: result.stream,
    tools,
    sendStart: false,
    sendFinish: false,
    sendReasoning: false,
    onError: (error) => mapProviderError(error).message,
  }).pipeThrough(createGuardStream());
  try {
    for await (const chunk of chunks) {
      if (chunk.type === 'error' || chunk.type === 'abort') continue;
      if (chunk.type === 'text-start') openText = chunk.id;
      if (chunk.type === 'text-end') openText = undefined;
      onChunk(chunk);
    }
  } catch (error) {
    failure ??= error;
  }
  if (openText !== undefined) onChunk({ type: 'text-end', id: openText });
  if (abort.signal.aborted) return { status: 'stopped', error: null };
  if (failure === undefined) return { status: 'complete', error: null };
  // The model may still be writing what the guard has refused.
  abort.abort();
  return { status: 'failed', error: mapProviderError(failure) };
}
