import type { WordTiming } from '../../story/schema.ts';

/** A stretch of sound in milliseconds. */
export type Stretch = { startMs: number; endMs: number };

/** Shorter than this no reader sees the highlight. */
const SHORTEST_WORD_MS = 40;

/**
 * Turns what was found for each written word into timings that captions can trust: one for every word and in their
 * order, never overlapping, never before 0 or after the end, each at least 40 ms (less only when the sound is shorter
 * than all of them). A word nothing was found for stands at the end of the word before it.
 */
export function buildWordTimings(
  words: string[],
  found: (Stretch | undefined)[],
  durationMs: number,
): WordTiming[] {
  const shortest = Math.min(SHORTEST_WORD_MS, Math.floor(durationMs / Math.max(1, words.length)));
  const timings: WordTiming[] = [];
  let earliest = 0;
  for (const [index, text] of words.entries()) {
    const stretch = found[index];
    const startMs = Math.max(earliest, Math.round(stretch?.startMs ?? earliest));
    const endMs = Math.max(startMs + shortest, Math.round(stretch?.endMs ?? startMs));
    timings.push({ text, startMs, endMs });
    earliest = endMs;
  }
  // Pushing words on may have run past the end; push them back from there.
  let latest = Math.floor(durationMs);
  for (const timing of timings.toReversed()) {
    timing.endMs = Math.min(timing.endMs, latest);
    timing.startMs = Math.min(timing.startMs, timing.endMs - shortest);
    latest = timing.startMs;
  }
  return timings;
}
