import type { TranscriptionModelV4 } from '@ai-sdk/provider';
import { transcribe } from 'ai';
import { callProvider } from './call-provider.ts';
import { getCallTimeoutMs } from './call-timeouts.ts';

export type Transcript = {
  /** Empty when nobody spoke. */
  text: string;
  /** ISO 639-1, where the model says it. */
  language: string | undefined;
  durationSeconds: number | undefined;
};

/**
 * Has a model write down recorded speech. Not retried here.
 * @throws AppError as `callProvider`
 */
export function transcribeSpeech(input: {
  audio: Uint8Array;
  model: TranscriptionModelV4;
  signal?: AbortSignal;
}): Promise<Transcript> {
  const { audio, model } = input;
  return callProvider(
    input.signal,
    async (abortSignal) => {
      const result = await transcribe({ model, audio, maxRetries: 0, abortSignal });
      return { text: result.text, language: result.language, durationSeconds: result.durationInSeconds };
    },
    getCallTimeoutMs('transcription'),
  );
}
