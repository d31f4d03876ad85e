import {
  InvalidResponseDataError,
  type SpeechModelV4,
  type SpeechModelV4CallOptions,
} from '@ai-sdk/provider';
import { toWav } from '../../audio/to-wav.ts';
import { readWav, type Sound, writeWav } from '../../audio/wav.ts';
import { AppError } from '../../errors.ts';
import { splitSentences } from '../../story/reading/split-text.ts';
import { mapProviderError } from '../call-provider.ts';
import { PartlyAnswered } from '../partly-answered.ts';
import { askHuggingFace } from './huggingface-client.ts';

/** Bark speaks for about 13 seconds and then falls silent, whatever is left. */
const BARK_CHARACTERS = 180;
const PAUSE_SECONDS = 0.25;

/**
 * A model of the hub that speaks (`textToSpeech`), in the one voice it has. Whatever container its sound comes in becomes a
 * WAV. Bark gets a page in pieces of whole sentences, one request each. Reports characters; Hugging Face bills by time.
 */
export function createHuggingFaceSpeechModel(modelId: string): SpeechModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'huggingface',
    modelId,
    doGenerate: async ({ text, abortSignal }: SpeechModelV4CallOptions) => {
      const pieces = /\bbark\b/i.test(modelId) ? splitForBark(text) : [text];
      const sounds: Uint8Array[] = [];
      let spoken = 0;
      for (const piece of pieces) {
        try {
          sounds.push(await speak(modelId, piece, abortSignal));
        } catch (error) {
          // Of a call that was given up nobody knows whether the piece under way is billed too.
          throw spoken === 0 || abortSignal?.aborted ? error : afterSpeaking(spoken, error);
        }
        spoken += piece.length;
      }
      const [first] = sounds;
      return {
        audio: sounds.length === 1 && first ? first : joinSounds(sounds.map(readWav)),
        warnings: [],
        usage: { characters: text.length, requests: sounds.length },
        response: { timestamp: new Date(), modelId },
      };
    },
  };
}

async function speak(modelId: string, text: string, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const bytes = await askHuggingFace(signal, async (client) => {
    const sound: unknown = await client.textToSpeech(
      { model: modelId, provider: 'auto', inputs: text },
      { ...(signal && { signal }) },
    );
    // The package's type says so; what comes is what the service sent.
    if (sound instanceof Blob && sound.size > 0) return new Uint8Array(await sound.arrayBuffer());
    throw new InvalidResponseDataError({ data: undefined, message: 'Hugging Face answered without sound.' });
  });
  return toWav(bytes, signal);
}

/** The same failure; what was spoken before it is on the bill. */
function afterSpeaking(characters: number, error: unknown): AppError {
  const { code, message, retryAfterSeconds } = mapProviderError(error);
  const cause = new PartlyAnswered({ characters }, { cause: error });
  return new AppError(code, message, {
    cause,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });
}

/** Whole sentences, as many as fit; a single one that is too long stays whole. */
export function splitForBark(text: string): string[] {
  const pieces: string[] = [];
  for (const sentence of splitSentences(text)) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + 1 + sentence.length <= BARK_CHARACTERS) {
      pieces[pieces.length - 1] = `${last} ${sentence}`;
    } else pieces.push(sentence);
  }
  return pieces.length > 0 ? pieces : [text];
}

/** One after the other with a breath between, in mono; all have the rate of the first, for one model made them. */
function joinSounds(sounds: Sound[]): Uint8Array {
  const sampleRate = sounds[0]?.sampleRate ?? 24_000;
  const pause = new Float32Array(Math.round(PAUSE_SECONDS * sampleRate));
  const parts = sounds.flatMap(({ channels }, index) => [
    ...(index > 0 ? [pause] : []),
    channels[0] ?? new Float32Array(0),
  ]);
  const joined = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return writeWav({ sampleRate, channels: [joined] });
}
