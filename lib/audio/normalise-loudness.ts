import { limitPeaks } from './limiter.ts';
import { measureLoudness } from './loudness.ts';
import type { Sound } from './wav.ts';

/** Loud enough for a phone's speaker, with room for music underneath. */
export const NARRATION_LUFS = -18;
const TRUE_PEAK_CEILING_DB = -1.5;

/**
 * Brings a sound to a loudness with its true peak below the ceiling, in place. The limiter takes a little loudness
 * away, so the gain is corrected once. Silence stays silence.
 */
export function normaliseLoudness(sound: Sound, targetLufs: number): Sound {
  // A margin below the ceiling: the estimate of the curve between two samples is a little short.
  const ceiling = 10 ** ((TRUE_PEAK_CEILING_DB - 0.3) / 20);
  for (let pass = 0; pass < 2; pass++) {
    const loudness = measureLoudness(sound);
    if (!Number.isFinite(loudness)) return sound;
    const gain = 10 ** ((targetLufs - loudness) / 20);
    for (const channel of sound.channels) {
      for (let frame = 0; frame < channel.length; frame++) channel[frame] = (channel[frame] as number) * gain;
    }
    limitPeaks(sound.channels, sound.sampleRate, ceiling);
  }
  return sound;
}
