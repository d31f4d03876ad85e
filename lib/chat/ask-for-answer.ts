import type { LanguageModelV4 } from '@ai-sdk/provider';
import {
  isStepCount,
  type ModelMessage,
  streamText,
  type ToolSet,
  toUIMessageStream,
  type UIMessageChunk,
} from 'ai';
import { mapProviderError, refused, tooLate } from '../ai/call-provider.ts';
import { getCallTimeoutMs } from '../ai/call-timeouts.ts';
import { findProvider } from '../ai/models.ts';
import { isTellable } from '../dossier/brief-from-dossier.ts';
import type { Dossier, Utterance } from '../dossier/schema.ts';
import type { AppError } from '../errors.ts';
import { buildChatInstructions } from './chat-instructions.ts';
import { createGuardStream } from './guard-stream.ts';
import { createModerationStream, type JudgeWords } from './moderation-stream.ts';

const MOST_STEPS = 4;
/** Of an answer that was stopped, nobody says how many tokens it had. */
const LETTERS_PER_TOKEN = 4;

export type AnswerUnits = { inputTokens?: number | undefined; outputTokens?: number | undefined };

/** A call that is being made: whoever opened it learns once how it ended. */
export type CallInHand = {
  answered: (units: AnswerUnits) => Promise<void>;
  /** @param hasBegun whether a part of the answer had come, which is billed whatever ended it */
  failed: (error: unknown, hasBegun: boolean) => Promise<void>;
};
/** Lets one model be called. @throws AppError when it may not be, or not now */
export type OpenCall = (model: LanguageModelV4, signal: AbortSignal) => Promise<CallInHand>;

export type AnswerRequest = {
  tools: ToolSet;
  /** What was said, for the built-in interviewer. */
  messages: Utterance[];
  /** The same with what was shown besides words, for a language model; without it `messages`. */
  prompt?: Utterance[];
  dossier: Dossier;
  /** The person's stop. */
  stop: AbortSignal;
  open: OpenCall;
  onChunk: (chunk: UIMessageChunk) => void;
  /** Has a service's answer judged before it is told; absent: our own rules alone do that. */
  judge?: JudgeWords | undefined;
  /** The longest silence before the first piece and between two. */
  silenceMs?: number;
};

export type AnswerEnd = {
  status: 'complete' | 'stopped' | 'failed';
  error: AppError | null;
  /** Whether anything was told: then no other model may begin anew. */
  hasSpoken: boolean;
};

/** One model's answer as pieces that have passed the guard. What goes wrong ends it: what came before has been handed on. */
export async function askForAnswer(model: LanguageModelV4, request: AnswerRequest): Promise<AnswerEnd> {
  const attempt = new AbortController();
  const signal = AbortSignal.any([request.stop, attempt.signal]);
  const silence = watchSilence(attempt, request.silenceMs ?? getCallTimeoutMs('chat'));
  const mouth = createMouth(request.onChunk);
  let call: CallInHand | undefined;
  try {
    call = await request.open(model, signal);
    silence.heard();
    const { failure, units } = await stream(model, request, signal, mouth.tell, silence.heard);
    mouth.close();
    if (request.stop.aborted) {
      await call.answered(units ?? guessUnits(request, mouth.letters()));
      return { status: 'stopped', error: null, hasSpoken: mouth.hasSpoken() };
    }
    const problem = failure ?? attempt.signal.reason;
    if (problem !== undefined) throw problem;
    await call.answered(units ?? guessUnits(request, mouth.letters()));
    return { status: 'complete', error: null, hasSpoken: mouth.hasSpoken() };
  } catch (error) {
    if (request.stop.aborted) return { status: 'stopped', error: null, hasSpoken: mouth.hasSpoken() };
    // The model may still be writing what the guard has refused.
    attempt.abort(error);
    const failure = mapProviderError(error);
    await call?.failed(failure, mouth.hasSpoken());
    return { status: 'failed', error: failure, hasSpoken: mouth.hasSpoken() };
  } finally {
    silence.end();
  }
}

async function stream(
  model: LanguageModelV4,
  { tools, messages, prompt, dossier, judge }: AnswerRequest,
  signal: AbortSignal,
  tell: (chunk: UIMessageChunk) => void,
  heard: () => void,
): Promise<{ failure: unknown; units: AnswerUnits | undefined }> {
  let failure: unknown;
  let units: AnswerUnits | undefined;
  let isRefused = false;
  const result = streamText({
    model,
    tools,
    instructions: buildChatInstructions(dossier),
    messages: (prompt ?? messages).map(({ role, text }): ModelMessage => ({ role, content: text })),
    stopWhen: isStepCount(MOST_STEPS),
    abortSignal: signal,
    // A second try could say the beginning twice; the person has a button for it.
    maxRetries: 0,
    providerOptions: { builtin: { messages, dossier, canStart: isTellable(dossier, messages) } },
    onChunk: heard,
    onError: ({ error }) => {
      failure ??= error;
    },
    onEnd: ({ totalUsage, finishReason, text }) => {
      units = { inputTokens: totalUsage.inputTokens, outputTokens: totalUsage.outputTokens };
      isRefused = finishReason === 'content-filter' && text === '';
    },
  });
  const guarded = toUIMessageStream({
    stream: result.stream,
    tools,
    sendStart: false,
    sendFinish: false,
    sendReasoning: false,
    onError: (error) => mapProviderError(error).message,
  }).pipeThrough(createGuardStream());
  // What is built in says its own sentences and words that were judged when they came in.
  const isJudged = judge !== undefined && !findProvider(model)?.builtIn;
  const chunks = isJudged ? guarded.pipeThrough(createModerationStream(judge)) : guarded;
  try {
    for await (const chunk of chunks) if (chunk.type !== 'error' && chunk.type !== 'abort') tell(chunk);
  } catch (error) {
    failure ??= error;
  }
  if (isRefused) failure ??= refused('The safety system of the AI service refused to answer this.');
  return { failure, units };
}

/** Hands pieces on from the first that says something: of a model that fails before that, nobody hears anything. */
function createMouth(onChunk: (chunk: UIMessageChunk) => void) {
  const held: UIMessageChunk[] = [];
  let [hasSpoken, letters] = [false, 0];
  let openText: string | undefined;
  return {
    tell: (chunk: UIMessageChunk) => {
      if (chunk.type === 'text-start') openText = chunk.id;
      if (chunk.type === 'text-end') openText = undefined;
      if (chunk.type === 'text-delta') letters += chunk.delta.length;
      hasSpoken ||= chunk.type === 'text-delta' || chunk.type.startsWith('tool-');
      held.push(chunk);
      if (hasSpoken) for (const each of held.splice(0)) onChunk(each);
    },
    close: () => {
      if (hasSpoken && openText !== undefined) onChunk({ type: 'text-end', id: openText });
    },
    hasSpoken: () => hasSpoken,
    letters: () => letters,
  };
}

function watchSilence(attempt: AbortController, silenceMs: number) {
  let timer: NodeJS.Timeout | undefined;
  return {
    heard: () => {
      clearTimeout(timer);
      timer = setTimeout(() => attempt.abort(tooLate(silenceMs)), silenceMs);
    },
    end: () => clearTimeout(timer),
  };
}

function guessUnits({ messages, prompt, dossier }: AnswerRequest, letters: number): AnswerUnits {
  const told = JSON.stringify([prompt ?? messages, dossier]).length;
  return {
    inputTokens: Math.ceil(told / LETTERS_PER_TOKEN),
    outputTokens: Math.ceil(letters / LETTERS_PER_TOKEN),
  };
}
