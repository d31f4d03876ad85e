import { runInWorker } from '../../worker-pool.ts';
import type { AdoptNarrationInput } from './adopt-narration.worker.ts';
import type { Narration } from './narrate.worker.ts';

/**
 * Makes another voice's WAV equal to our own narrations: mono, 16 bit, the same loudness, a timing for every word
 * (estimated, see `estimateWordTimings`).
 * @throws AppError `narration_unreadable` when the bytes are no WAV with samples; `AbortError` when the signal fires
 */
export function adoptNarration(input: {
  text: string;
  wav: Uint8Array;
  signal?: AbortSignal;
}): Promise<Narration> {
  return runInWorker<AdoptNarrationInput, Narration>(
    'lib/builtin/narrator/adopt-narration.worker.ts',
    { text: input.text, wav: input.wav },
    { signal: input.signal },
  );
}
