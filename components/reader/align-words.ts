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

/** How far words are looked for when text and voice part: near first. And how many in a row say that they are together again. */
const WINDOWS = [24, 240] as const;
const TOGETHER = 4;

/**
 * For each written word the index of its spoken partner, or null. Equal words are taken as they come; where the two part,
 * the longest common subsequence of a window finds where they meet again. So a page of 5,000 words takes a few
 * milliseconds, where one table over the whole of it would have 25 million cells.
 */
function matchWords(written: readonly string[], spoken: readonly string[]): (number | null)[] {
  const partners: (number | null)[] = [];
  let heard = 0;
  while (partners.length < written.length) {
    const at = partners.length;
    if (written[at] === spoken[heard]) {
      partners.push(heard++);
      continue;
    }
    const taken = matchNext(written, spoken, { at, heard });
    for (const partner of taken) partners.push(partner === null ? null : heard + partner);
    const lastMatch = taken.findLast((partner) => partner !== null);
    heard += lastMatch === undefined || lastMatch === null ? 0 : lastMatch + 1;
  }
  return partners;
}

/** Partners, counted from `heard`, for as many of the next words as can be said for sure. */
function matchNext(
  written: readonly string[],
  spoken: readonly string[],
  { at, heard }: { at: number; heard: number },
): (number | null)[] {
  let found: (number | null)[] = [];
  for (const size of WINDOWS) {
    found = matchWindow(written.slice(at, at + size), spoken.slice(heard, heard + size));
    const meeting = findMeeting(found);
    if (meeting !== null) return found.slice(0, meeting);
    if (at + size >= written.length && heard + size >= spoken.length) return found;
  }
  return found.slice(0, Math.max(1, found.length >> 1));
}

/** How many words it takes until text and voice are together again; null where they are not. */
function findMeeting(window: readonly (number | null)[]): number | null {
  let inRow = 0;
  for (const [index, partner] of window.entries()) {
    const before = window[index - 1];
    if (partner === null) inRow = 0;
    else inRow = typeof before === 'number' && partner === before + 1 ? inRow + 1 : 1;
    if (inRow >= TOGETHER) return index + 1;
  }
  return null;
}

/** Longest common subsequence of two short lists. */
function matchWindow(written: readonly string[], spoken: readonly string[]): (number | null)[] {
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
  /** The next one that is known, from here. */
  let nextIndex = 0;
  for (let index = 0; index < starts.length; index++) {
    const own = starts[index];
    if (own !== null && own !== undefined) {
      filled.push(Math.max(own, filled.at(-1) ?? 0));
      continue;
    }
    const before = filled.at(-1) ?? firstMs;
    if (nextIndex <= index) {
      nextIndex = index + 1;
      while (nextIndex < starts.length && starts[nextIndex] === null) nextIndex++;
    }
    const after = starts[nextIndex] ?? endMs;
    const steps = nextIndex - index + 1;
    filled.push(filled.length === 0 ? firstMs : before + Math.max(0, after - before) / steps);
  }
  return filled;
}
