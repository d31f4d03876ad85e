import type { Stretch } from './word-timings.ts';

const FRAME_MS = 10;
/** Shorter silences are inside words: the closed lips of a "p". */
const SHORTEST_PAUSE_MS = 160;
/** Below the loudest part of the sound by this much is silence; breaths and hiss lie under it. */
const SILENCE_BELOW_LOUDEST_DB = 34;

/** The stretches of a sound in which somebody speaks, in order; empty for silence. */
export function findSpeech(samples: Float32Array, sampleRate: number): Stretch[] {
  const frameLength = Math.round((sampleRate * FRAME_MS) / 1000);
  const frameCount = Math.floor(samples.length / frameLength);
  const powers = Float64Array.from({ length: frameCount }, (_, frame) => {
    let power = 0;
    for (let at = frame * frameLength; at < (frame + 1) * frameLength; at++) {
      power += (samples[at] as number) ** 2;
    }
    return power / frameLength;
  });
  // The 95th percentile: one knock must not decide what counts as quiet.
  const loudest = powers.toSorted()[Math.floor(frameCount * 0.95)] ?? 0;
  const threshold = loudest * 10 ** (-SILENCE_BELOW_LOUDEST_DB / 10);
  if (loudest < 1e-8) return [];

  const stretches: Stretch[] = [];
  for (const [frame, power] of powers.entries()) {
    if (power < threshold) continue;
    const startMs = frame * FRAME_MS;
    const current = stretches.at(-1);
    if (current && startMs - current.endMs < SHORTEST_PAUSE_MS) current.endMs = startMs + FRAME_MS;
    else stretches.push({ startMs, endMs: startMs + FRAME_MS });
  }
  return stretches;
}
