import { isAppError } from '../errors.ts';
import { toWav } from './to-wav.ts';
import { durationMsOf, readWav } from './wav.ts';

/**
 * How long a recording is, by decoding it: what a browser records says nothing about its length.
 * @returns undefined for sound that cannot be read here, though a service might; @throws AppError `disk_full`
 */
export async function measureSeconds(
  recording: Uint8Array,
  signal?: AbortSignal,
): Promise<number | undefined> {
  try {
    return durationMsOf(readWav(await toWav(recording, signal))) / 1000;
  } catch (error) {
    if (isAppError(error) && error.code === 'narration_unreadable') return undefined;
    throw error;
  }
}
