import { LETTERS_PER_TOKEN } from '../ai/writer/token-sizes.ts';
import { getEnv } from '../env.ts';
import type { Units } from './price.ts';

/** What a model may think before it writes, where it thinks at all; it is billed as if written. */
const THINKING_TOKENS = 8_000;
/** A reference picture in tokens at the highest fidelity (OpenAI, Gemini: less). */
const REFERENCE_TOKENS = 6_500;
/** The thinnest speech recordings that can be understood, 8 kbit/s. */
const LEAST_BYTES_PER_SECOND = 1_000;

/** The most a text call may use. @param letters of everything it is told · @param outputTokens it is expected to write */
export function estimateText(letters: number, outputTokens: number): Units {
  const most = getEnv().ai.maxNewTokens ?? Number.POSITIVE_INFINITY;
  return {
    inputTokens: Math.ceil(letters / LETTERS_PER_TOKEN),
    outputTokens: Math.min(most, outputTokens + THINKING_TOKENS),
  };
}

export function estimatePicture(prompt: string, references = 0): Units {
  return {
    pictures: 1,
    inputTokens: Math.ceil(prompt.length / LETTERS_PER_TOKEN) + references * REFERENCE_TOKENS,
  };
}

export function estimateTranscription(bytes: number): Units {
  return { seconds: Math.ceil(bytes / LEAST_BYTES_PER_SECOND) };
}
