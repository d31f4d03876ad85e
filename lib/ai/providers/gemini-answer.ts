import {
  InvalidResponseDataError,
  type JSONObject,
  type LanguageModelV4FinishReason,
  type LanguageModelV4Usage,
} from '@ai-sdk/provider';
import { z } from 'zod';
import { AppError } from '../../errors.ts';

/**
 * What `generateContent` answers, and what a stream sends in pieces: https://ai.google.dev/api/generate-content. Newer models
 * say more than the package's types know.
 */
const partSchema = z.object({
  text: z.string().optional(),
  /** Part of a summary of its thoughts. */
  thought: z.boolean().optional(),
  /** Must come back with the call it belongs to. */
  thoughtSignature: z.string().optional(),
  inlineData: z.object({ mimeType: z.string(), data: z.string() }).optional(),
  functionCall: z.object({ name: z.string(), args: z.record(z.string(), z.unknown()).optional() }).optional(),
});

const usageSchema = z.object({
  promptTokenCount: z.int().optional(),
  toolUsePromptTokenCount: z.int().optional(),
  cachedContentTokenCount: z.int().optional(),
  candidatesTokenCount: z.int().optional(),
  thoughtsTokenCount: z.int().optional(),
});

const answerSchema = z.object({
  candidates: z
    .array(
      z.object({
        content: z.object({ parts: z.array(partSchema).optional() }).optional(),
        finishReason: z.string().optional(),
      }),
    )
    .optional(),
  promptFeedback: z.object({ blockReason: z.string().optional() }).optional(),
  usageMetadata: usageSchema.optional(),
  modelVersion: z.string().optional(),
  responseId: z.string().optional(),
  /** In the middle of a stream. */
  error: z.object({ code: z.int().optional(), message: z.string().optional() }).optional(),
});

export type GeminiPart = z.infer<typeof partSchema>;
type GeminiUsage = z.infer<typeof usageSchema>;
export type GeminiAnswer = {
  parts: GeminiPart[];
  /** As Gemini says it; of a prompt that was not let through, why. Undefined while a stream goes on. */
  finishReason: string | undefined;
  usage: GeminiUsage | undefined;
  id: string | undefined;
  modelVersion: string | undefined;
  error: { code?: number | undefined; message?: string | undefined } | undefined;
  isPromptBlocked: boolean;
};

/** @throws InvalidResponseDataError */
export function readGeminiAnswer(answer: unknown): GeminiAnswer {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) {
    throw new InvalidResponseDataError({
      data: parsed.error.issues,
      message: 'Gemini answered in a form that is not known.',
    });
  }
  const { candidates, promptFeedback, usageMetadata, responseId, modelVersion, error } = parsed.data;
  const [candidate] = candidates ?? [];
  return {
    parts: candidate?.content?.parts ?? [],
    finishReason: candidate?.finishReason ?? promptFeedback?.blockReason,
    usage: usageMetadata,
    id: responseId,
    modelVersion,
    error,
    isPromptBlocked: promptFeedback?.blockReason !== undefined,
  };
}

const REFUSALS = new Set([
  'SAFETY',
  'RECITATION',
  'BLOCKLIST',
  'PROHIBITED_CONTENT',
  'SPII',
  'IMAGE_SAFETY',
  'IMAGE_PROHIBITED_CONTENT',
  'IMAGE_RECITATION',
]);

/** Whether a safety system said no, to the question or to the answer. */
function isGeminiRefusal({ isPromptBlocked, finishReason }: GeminiAnswer): boolean {
  return isPromptBlocked || REFUSALS.has(finishReason ?? '');
}

/** For what is no text: nothing of it may be used. @throws AppError `provider_refused` */
export function refuseIfBlocked(answer: GeminiAnswer): void {
  if (!isGeminiRefusal(answer)) return;
  throw new AppError(
    'provider_refused',
    `The safety system of Gemini refused this (${answer.finishReason}).`,
  );
}

export function toFinishReason(answer: GeminiAnswer, hasCalls: boolean): LanguageModelV4FinishReason {
  const raw = answer.finishReason;
  if (isGeminiRefusal(answer)) return { unified: 'content-filter', raw };
  if (raw === 'STOP') return { unified: hasCalls ? 'tool-calls' : 'stop', raw };
  if (raw === 'MAX_TOKENS') return { unified: 'length', raw };
  if (raw === 'MALFORMED_FUNCTION_CALL') return { unified: 'error', raw };
  return { unified: 'other', raw };
}

/** Thoughts are billed as output and counted apart from it; what was cached is part of the prompt's count. */
export function toTokenUsage(usage: GeminiUsage | undefined): LanguageModelV4Usage {
  const { inputTokens, outputTokens } = countGeminiTokens(usage);
  const cacheRead = usage?.cachedContentTokenCount;
  return {
    inputTokens: {
      total: inputTokens,
      noCache: inputTokens === undefined ? undefined : inputTokens - (cacheRead ?? 0),
      cacheRead,
      cacheWrite: undefined,
    },
    outputTokens: {
      total: outputTokens,
      text: usage?.candidatesTokenCount,
      reasoning: usage?.thoughtsTokenCount,
    },
    ...(usage && { raw: { ...usage } as JSONObject }),
  };
}

/** Undefined where Gemini told nothing. */
export function countGeminiTokens(usage: GeminiUsage | undefined): {
  inputTokens: number | undefined;
  outputTokens: number | undefined;
} {
  return {
    inputTokens: add(usage?.promptTokenCount, usage?.toolUsePromptTokenCount),
    outputTokens: add(usage?.candidatesTokenCount, usage?.thoughtsTokenCount),
  };
}

function add(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined && other === undefined ? undefined : (one ?? 0) + (other ?? 0);
}
