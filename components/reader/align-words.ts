import type { WordTimingView } from '@/lib/story/views';

/** A piece of the written text: a word with its punctuation, or the space between two words. */
export type TextToken = { text: string; isWord: boolean };

/** Cuts a paragraph into words and the spaces between them; joined again they are the paragraph, unchanged. */
export function splitIntoTokens(paragraph: string): TextToken[] {
  return (paragraph.match(/\s+|\S+/g) ?? []).map((text) => ({ text, isWord: /[\p{L}\p{N}]/u.test(text) }));
}

/**
 * When each written word starts to be spoken, in milliseconds. The narrator's list may differ from the page ("$12.50" as
 * one word or as five, a dash swallowed, a word split at its hyphen), so both are aligned by their longest common
 * subsequence and a word without a partner takes a time between its neighbours'. Times never go back.
 *
 * @param words the text's words in order
 * @returns one start per word; empty when there are no timings
 */
export function alignWords(words: readonly string[], timings: readonly WordTimingView[]): number[] {
  if (timings.length === 0) return [];
  const partners = matchWords(
    words.map(normalise),
    timings.map((timing) => normalise(timing.text)),
  );
  const starts = partners.map((partner) => (partner === null ? null : (timings[partner]?.start_ms ?? null)));
  const endMs = timings.at(-1)?.end_ms ?? 0;
  return fillGaps(starts, timings[0]?.start_ms ?? 0, endMs);
}

/** The word being spoken at a time: the last one that has started, or -1 before the first. */
export function findSpokenWord(startsMs: readonly number[], timeMs: number): number {
  let low = 0;
  let high = startsMs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((startsMs[middle] ?? 0) <= timeMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const normalise = (word: string) =>
  word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Longest common subsequence: for each written word the index of its spoken partner, or null. */
function matchWords(written: readonly string[], spoken: readonly string[]): (number | null)[] {
  const width = spoken.length + 1;
  const best = new Uint16Array((written.length + 1) * width);
  const at = (row: number, column: number) => best[row * width + column] ?? 0;
  for (let row = written.length - 1; row >= 0; row--) {
    for (let column = spoken.length - 1; column >= 0; column--) {
      best[row * width + column] =
        written[row] === spoken[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const partners: (number | null)[] = [];
  let column = 0;
  for (let row = 0; row < written.length; row++) {
    while (
      column < spoken.length &&
      written[row] !== spoken[column] &&
      at(row, column) === at(row, column + 1)
    ) {
      column++;
    }
    const isMatch = column < spoken.length && written[row] === spoken[column];
    partners.push(isMatch ? column++ : null);
  }
  return partners;
}

function fillGaps(starts: readonly (number | null)[], firstMs: number, endMs: number): number[] {
  const filled: number[] = [];
  for (let index = 0; index < starts.length; index++) {
    const own = starts[index];
    if (own !== null && own !== undefined) {
      filled.push(Math.max(own, filled.at(-1) ?? 0));
      continue;
    }
    const before = filled.at(-1) ?? firstMs;
    const nextIndex = starts.findIndex((start, candidate) => candidate > index && start !== null);
    const after = nextIndex === -1 ? endMs : (starts[nextIndex] ?? endMs);
    const steps = (nextIndex === -1 ? starts.length : nextIndex) - index + 1;
    filled.push(filled.length === 0 ? firstMs : before + Math.max(0, after - before) / steps);
  }
  return filled;
}
