import { listWords } from '../../../story/reading/split-text.ts';
import type { Beat } from '../stage.ts';
import type { Manner } from './manner.ts';

/** Which share of a short story its manner may take; what does not fit is left to longer ones. */
const MOST_SHARE = 0.42;
const LEAST_WORDS = 24;

/** How many words a manner has to say; a story without a length of its own is so much longer. */
export function countMannerWords(manner: Manner): number {
  const lines = [...manner.opening, ...manner.early, ...manner.middle, ...manner.last];
  return listWords(lines.join(' ')).length;
}

/** Where a manner's own lines stand: before the story, after who it is about, and in turns that every telling has. */
export function placeFrames(
  beats: readonly Beat[],
  manner: Manner,
  targetWords: number,
): { opening: string[]; early: string[]; byBeat: Map<number, string[]> } {
  let room = Math.max(LEAST_WORDS, targetWords * MOST_SHARE);
  const takes = (line: string) => {
    const words = listWords(line).length;
    if (words > room) return false;
    room -= words;
    return true;
  };
  // What stands first is missed least by those who asked for it last.
  const [firstOpening, ...openings] = manner.opening;
  const [firstMiddle, ...middles] = manner.middle;
  const [firstLast, ...lasts] = manner.last;
  const kept = new Set(
    [firstOpening, firstMiddle, firstLast, ...middles, ...openings, ...manner.early, ...lasts].filter(
      (line) => line !== undefined && takes(line),
    ),
  );
  const end = beats.findLastIndex((beat) => !beat.isCoda);
  const needed = beats.flatMap((beat, index) => ((beat.need ?? 0) === 0 && index <= end ? [index] : []));
  const inner = needed.length > 2 ? needed.slice(1, -1) : needed;
  const byBeat = new Map<number, string[]>();
  const put = (index: number, line: string) => byBeat.set(index, [...(byBeat.get(index) ?? []), line]);
  const middle = manner.middle.filter((line) => kept.has(line));
  middle.forEach((line, at) => {
    put(inner[Math.floor((at * inner.length) / middle.length)] ?? 0, line);
  });
  for (const line of manner.last) if (kept.has(line)) put(needed.at(-1) ?? end, line);
  return {
    opening: manner.opening.filter((line) => kept.has(line)),
    early: manner.early.filter((line) => kept.has(line)),
    byBeat,
  };
}
