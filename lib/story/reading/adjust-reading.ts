import type { AgeGroup } from '../schema.ts';
import { findNames, plainWord } from './find-names.ts';
import { joinSentences } from './join-sentences.ts';
import { missBand, readingBand } from './judge-reading.ts';
import { measureReading } from './measure-reading.ts';
import { shortenSentence } from './shorten-sentence.ts';
import { RICHER_WORDS, SIMPLER_WORDS } from './simpler-words.ts';
import { listWords, splitSentences } from './split-text.ts';
import { swapsOf, swapWord } from './swap-words.ts';
import { factsOfWord, isInAgeList } from './word-facts.ts';

/**
 * A text brought towards its readers' band by rules alone: hard words give way to everyday ones and long sentences are cut, or
 * short neighbours are joined and plain words made richer. It stops as soon as the text is in the band; what already is comes
 * back unchanged. Names and what is said aloud stay as they are, and so do paragraphs. Deterministic.
 * @param cast names of the story's characters, which are never touched
 */
export function adjustReading(text: string, ageGroup: AgeGroup, cast: readonly string[] = []): string {
  return adjustPages([text], ageGroup, cast)[0] as string;
}

/** The same for a story: judged as a whole, changed page by page. As many pages come back. */
export function adjustPages(
  pages: readonly string[],
  ageGroup: AgeGroup,
  cast: readonly string[] = [],
): string[] {
  const names = findNames(pages.join('\n\n'), cast);
  const miss = (some: readonly string[]) =>
    missBand(measureReading(some.join('\n\n'), ageGroup, cast), ageGroup);
  const { tooHard, tooEasy } = miss(pages);
  if (tooHard > 0) return simplify([...pages], ageGroup, names, (some) => miss(some).tooHard > 0);
  return tooEasy > 0 ? enrich([...pages], ageGroup, names, (some) => miss(some).tooEasy > 0) : [...pages];
}

type IsOut = (pages: readonly string[]) => boolean;

/** Sentences longer than this are worth cutting for these readers, in words. */
const LONG_SENTENCE: Record<AgeGroup, number> = { '3-5': 8, '6-8': 11, '9-12': 16 };
/** A very long sentence may be cut more than once. */
const MOST_CUTS = 3;

function simplify(pages: string[], ageGroup: AgeGroup, names: ReadonlySet<string>, isOut: IsOut): string[] {
  const swaps = swapsOf(SIMPLER_WORDS);
  for (const word of new Set(listWords(pages.join(' ')).map(plainWord))) {
    const simpler = swaps.get(word);
    if (!simpler || names.has(word) || isInAgeList(word, ageGroup)) continue;
    if (!simpler.split(' ').every((one) => isInAgeList(one, ageGroup))) continue;
    pages.forEach((page, at) => {
      pages[at] = swapWord(page, word, simpler);
    });
  }
  if (!isOut(pages)) return pages;
  for (let round = 0; round < MOST_CUTS; round++) {
    let isCut = false;
    for (const { sentence, at } of longestFirst(pages, LONG_SENTENCE[ageGroup])) {
      const shorter = shortenSentence(sentence, names);
      if (shorter === undefined) continue;
      pages[at] = (pages[at] as string).replace(sentence, () => shorter);
      if (!isOut(pages)) return pages;
      isCut = true;
    }
    if (!isCut) break;
  }
  return pages;
}

function longestFirst(pages: readonly string[], longerThan: number): { sentence: string; at: number }[] {
  return pages
    .flatMap((page, at) =>
      splitSentences(page).map((sentence) => ({ sentence, at, words: listWords(sentence).length })),
    )
    .filter(({ words }) => words > longerThan)
    .toSorted((a, b) => b.words - a.words);
}

/** A joined sentence may be longer than the mean of the band by this. */
const JOINED_LENGTHS = 1.5;

function enrich(pages: string[], ageGroup: AgeGroup, names: ReadonlySet<string>, isOut: IsOut): string[] {
  const mostWords = Math.round(readingBand(ageGroup).meanSentenceLength.max * JOINED_LENGTHS);
  // Every other pair first, then what is left: rhythm needs short sentences too.
  for (let round = 0; round < 2; round++) {
    for (const [at, page] of pages.entries()) {
      const sentences = splitSentences(page);
      for (let index = 0; index + 1 < sentences.length; index++) {
        const [before = '', after = ''] = sentences.slice(index, index + 2);
        const joined = joinSentences(before, after, mostWords, names);
        if (joined === undefined || !pages[at]?.includes(`${before} ${after}`)) continue;
        pages[at] = pages[at].replace(`${before} ${after}`, () => joined);
        if (!isOut(pages)) return pages;
        index += 2;
      }
    }
  }
  for (const [plain, rich] of swapsOf(RICHER_WORDS)) {
    if (names.has(plain) || factsOfWord(rich).ageRank > 2) continue;
    const before = pages.join('\n\n');
    pages.forEach((page, at) => {
      pages[at] = swapWord(page, plain, rich);
    });
    if (pages.join('\n\n') !== before && !isOut(pages)) break;
  }
  return pages;
}
