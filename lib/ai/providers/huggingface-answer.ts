import {
  InvalidResponseDataError,
  type LanguageModelV4FinishReason,
  type LanguageModelV4Usage,
} from '@ai-sdk/provider';
import { z } from 'zod';

/** What services say that serve models for Hugging Face: OpenAI's chat completions, more or less. */
const usageSchema = z.object({ prompt_tokens: z.int().nullish(), completion_tokens: z.int().nullish() });
const callSchema = z.object({
  index: z.int().optional(),
  id: z.string().nullish(),
  function: z.object({
    name: z.string().nullish(),
    arguments: z.union([z.string(), z.record(z.string(), z.unknown())]).nullish(),
  }),
});
const wordsSchema = z.object({
  content: z.string().nullish(),
  reasoning_content: z.string().nullish(),
  refusal: z.string().nullish(),
  tool_calls: z.array(callSchema).nullish(),
});
const answerSchema = z.object({
  id: z.string().optional(),
  model: z.string().optional(),
  choices: z.array(z.object({ message: wordsSchema, finish_reason: z.string().nullish() })).min(1),
  usage: usageSchema.nullish(),
});
const pieceSchema = z.object({
  id: z.string().optional(),
  model: z.string().optional(),
  choices: z.array(z.object({ delta: wordsSchema.nullish(), finish_reason: z.string().nullish() })).nullish(),
  usage: usageSchema.nullish(),
});

export type ChatUsage = z.infer<typeof usageSchema>;
export type ChatCall = z.infer<typeof callSchema>;
export type ChatWords = z.infer<typeof wordsSchema>;

/** @throws InvalidResponseDataError */
export function readChatAnswer(answer: unknown) {
  return read(answerSchema, answer);
}

/** @throws InvalidResponseDataError */
export function readChatPiece(piece: unknown) {
  return read(pieceSchema, piece);
}

function read<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidResponseDataError({
    data: parsed.error.issues,
    message: 'Hugging Face answered in a form that is not known.',
  });
}

export function toChatFinishReason(
  raw: string | null | undefined,
  hasCalls: boolean,
): LanguageModelV4FinishReason {
  const unified = () => {
    if (raw === 'content_filter') return 'content-filter';
    if (raw === 'length') return 'length';
    if (raw === 'tool_calls' || hasCalls) return 'tool-calls';
    return raw === 'stop' || raw === 'eos_token' || raw === 'stop_sequence' ? 'stop' : 'other';
  };
  return { unified: unified(), raw: raw ?? undefined };
}

export function toChatUsage(usage: ChatUsage | null | undefined): LanguageModelV4Usage {
  const input = usage?.prompt_tokens ?? undefined;
  const output = usage?.completion_tokens ?? undefined;
  return {
    inputTokens: { total: input, noCache: input, cacheRead: undefined, cacheWrite: undefined },
    outputTokens: { total: output, text: output, reasoning: undefined },
  };
}

/** Arguments are JSON in a string; some services give the object itself. */
export function toCallInput(given: ChatCall['function']['arguments']): string {
  return typeof given === 'string' ? given || '{}' : JSON.stringify(given ?? {});
}
