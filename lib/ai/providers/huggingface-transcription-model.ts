import {
  InvalidResponseDataError,
  type TranscriptionModelV4,
  type TranscriptionModelV4CallOptions,
} from '@ai-sdk/provider';
import { convertBase64ToUint8Array } from '@ai-sdk/provider-utils';
import { z } from 'zod';
import { measureSeconds } from '../../audio/measure-seconds.ts';
import { askHuggingFace } from './huggingface-client.ts';

const transcriptSchema = z.object({
  text: z.string(),
  chunks: z.array(z.object({ text: z.string(), timestamp: z.array(z.number().nullable()).max(2) })).nullish(),
});

/**
 * A model of the hub that writes down speech (`automaticSpeechRecognition`). It tells the words, and where in the recording
 * they are when it knows, and no language. Reports the length of the recording, measured here; Hugging Face bills by the time
 * its work takes, which it does not tell.
 */
export function createHuggingFaceTranscriptionModel(modelId: string): TranscriptionModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'huggingface',
    modelId,
    doGenerate: async ({ audio, mediaType, abortSignal }: TranscriptionModelV4CallOptions) => {
      const bytes = typeof audio === 'string' ? convertBase64ToUint8Array(audio) : audio;
      const seconds = await measureSeconds(bytes, abortSignal);
      const answer: unknown = await askHuggingFace(abortSignal, (client) =>
        client.automaticSpeechRecognition(
          {
            model: modelId,
            provider: 'auto',
            inputs: new Blob([new Uint8Array(bytes)], { type: mediaType }),
          },
          { ...(abortSignal && { signal: abortSignal }) },
        ),
      );
      const parsed = transcriptSchema.safeParse(answer);
      if (!parsed.success) {
        throw new InvalidResponseDataError({
          data: parsed.error.issues,
          message: 'Hugging Face answered without a transcript.',
        });
      }
      const segments = (parsed.data.chunks ?? []).flatMap(({ text, timestamp: [start, end] }) =>
        typeof start === 'number' && typeof end === 'number'
          ? [{ text, startSecond: start, endSecond: end }]
          : [],
      );
      return {
        text: parsed.data.text.trim(),
        segments,
        language: undefined,
        durationInSeconds: seconds,
        warnings: [],
        response: { timestamp: new Date(), modelId },
      };
    },
  };
}
