import { LEAD_SECONDS, PAUSE_SECONDS, TAIL_SECONDS } from '@/lib/film/story-audio-pauses';
import type { SceneView } from '@/lib/story/views';

/** More than a codec's padding: the file was made of other voices than these. */
const TOLERANCE_MS = 1_500;

/**
 * When each page begins in the one sound file of the whole story, in milliseconds; null where the file does not fit the
 * pages (a page was mended, and its voice is not in there yet): then nobody can say what is spoken.
 */
export function buildPageStarts(
  scenes: readonly Pick<SceneView, 'duration_ms'>[],
  audioDurationMs: number,
): number[] | null {
  let atMs = LEAD_SECONDS * 1_000;
  const starts: number[] = [];
  for (const { duration_ms } of scenes) {
    if (duration_ms === null) return null;
    starts.push(atMs);
    atMs += duration_ms + PAUSE_SECONDS * 1_000;
  }
  const endMs = atMs - PAUSE_SECONDS * 1_000 + TAIL_SECONDS * 1_000;
  return Math.abs(endMs - audioDurationMs) <= TOLERANCE_MS ? starts : null;
}

/** Which page is read at a time; the first before it begins. */
export function findPageAt(startsMs: readonly number[], timeMs: number): number {
  return Math.max(
    0,
    startsMs.findLastIndex((startMs) => startMs <= timeMs),
  );
}
