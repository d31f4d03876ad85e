import type { Voice } from '../../story/schema.ts';
import { runInWorker } from '../../worker-pool.ts';
import type { NarrateInput, Narration } from './narrate.worker.ts';
import type { Pace } from './voices.ts';

export type { Narration } from './narrate.worker.ts';

/**
 * Reads a text aloud with a built-in voice, in a worker thread and without any service.
 *
 * The sound is 16-bit mono WAV at 16 kHz, −18 LUFS with its true peak below −1.5 dB, whichever voice reads. `words`
 * has one timing for each word of `splitWords(text)` (`spoken-text.ts`: white-space tokens with a letter or digit), in
 * order and without overlap, in milliseconds from the start. A text with nothing that can be said gives one second of
 * silence and no words. The same input always gives the same bytes.
 * @param input.speed factor on the pace, 0.5 … 2
 * @throws AppError `narration_unreadable` when the voice fails; `AbortError` when the signal fires
 */
export function narrate(input: {
  text: string;
  voice: Voice;
  pace?: Pace;
  speed?: number;
  signal?: AbortSignal;
}): Promise<Narration> {
  const { text, voice, pace = 'calm', speed = 1, signal } = input;
  return runInWorker<NarrateInput, Narration>(
    'lib/builtin/narrator/narrate.worker.ts',
    { text, voice, pace, speed: Math.min(2, Math.max(0.5, speed)) },
    { signal },
  );
}
