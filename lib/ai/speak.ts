import type { SpeechModelV4 } from '@ai-sdk/provider';
import { generateSpeech } from 'ai';
import { z } from 'zod';
import { adoptNarration } from '../builtin/narrator/adopt-narration.ts';
import { type NamedVoice, type Voice, type WordTiming, wordTimingSchema } from '../story/schema.ts';
import { callProvider } from './call-provider.ts';
import { getCallTimeoutMs } from './call-timeouts.ts';
import { findProvider, providerNameOf } from './models.ts';
import type { Provider } from './providers/provider.ts';
import type { ReadingManner } from './reading-manner.ts';

/** Letters that were given; tokens, where the provider bills and tells them. */
type SpeechUsage = { characters: number; inputTokens?: number; outputTokens?: number };

type SpokenNarration = {
  /** WAV, mono, 16 bit, −18 LUFS. */
  bytes: Uint8Array;
  mediaType: 'audio/wav';
  durationMs: number;
  /** One for every word of the text, see `splitWords`. */
  words: WordTiming[];
  usage: SpeechUsage;
};

/** What our own narrator says besides its sound. */
const timedSpeechSchema = z.object({
  builtin: z.object({ words: z.array(wordTimingSchema), durationMs: z.number() }),
});

/**
 * Has a model read a text aloud. A voice that does not say when it speaks which word gets estimated timings and our
 * loudness. Not retried here.
 * @throws AppError as `callProvider`, and `narration_unreadable` when the answer is no WAV
 */
export async function generateNarration(input: {
  text: string;
  voice: Voice;
  /** Instead of `voice`, where the model has a voice of this name. */
  namedVoice?: NamedVoice | undefined;
  /** How the page is read; absent: as always. */
  manner?: ReadingManner | undefined;
  model: SpeechModelV4;
  signal?: AbortSignal;
  /** Told as soon as the service has answered: what it used is to be paid, whatever becomes of the sound. */
  onAnswered?: (usage: SpeechUsage) => Promise<void>;
}): Promise<SpokenNarration> {
  const { text, model, manner } = input;
  const provider = findProvider(model);
  const result = await callProvider(
    input.signal,
    (abortSignal) =>
      generateSpeech({
        model,
        text,
        voice: chooseVoice(provider, input),
        // Our own voices and some others take a pace, the rest take words.
        speed: provider?.builtIn || provider?.takesSpeechSpeed?.(model.modelId) ? manner?.speed : undefined,
        instructions: joinInstructions(provider?.speechInstructions?.(model.modelId), manner),
        outputFormat: 'wav',
        maxRetries: 0,
        abortSignal,
      }),
    getCallTimeoutMs('speech', provider),
  );
  const usage = { characters: text.length, ...readTokens(model, result.providerMetadata) };
  await input.onAnswered?.(usage);
  // From here on the work is ours and the service's time-out is over: what was paid for is not thrown away for being late.
  const timed = timedSpeechSchema.safeParse(result.providerMetadata);
  const bytes = result.audio.uint8Array;
  if (timed.success) return { bytes, mediaType: 'audio/wav', ...timed.data.builtin, usage };
  const { wav, durationMs, words } = await adoptNarration({
    text,
    wav: bytes,
    ...(input.signal && { signal: input.signal }),
  });
  return { bytes: wav, mediaType: 'audio/wav', durationMs, words, usage };
}

const tokensSchema = z.object({ inputTokens: z.int().optional(), outputTokens: z.int().optional() });

/** The SDK hands on no usage of a voice: who tells it, tells it beside the sound. */
function readTokens(model: SpeechModelV4, metadata: Record<string, unknown>): z.infer<typeof tokensSchema> {
  return tokensSchema.safeParse(metadata[providerNameOf(model)]).data ?? {};
}

function chooseVoice(
  provider: Provider | undefined,
  { voice, namedVoice }: { voice: Voice; namedVoice?: NamedVoice | undefined },
): string {
  if (namedVoice && provider?.namedVoices?.includes(namedVoice)) return namedVoice;
  return provider?.voices?.[voice] ?? voice;
}

/** A model that takes no instructions gets none. */
function joinInstructions(
  instructions: string | undefined,
  manner: ReadingManner | undefined,
): string | undefined {
  return instructions && manner ? `${instructions} ${manner.instructions}` : instructions;
}
