import type { AgeGroup } from '../schema.ts';
import { joinSentences } from './enrich-text.ts';
import { findNames, plainWord } from './find-names.ts';
import { missBand, readingBand } from './judge-reading.ts';
import { measureReading } from './measure-reading.ts';
import { RICHER_WORDS, SIMPLER_WORDS } from './simpler-words.ts';
import { LONG_SENTENCE, shortenSentence } from './simplify-text.ts';
import { listWords, splitSentences } from './split-text.ts';
import { swapsOf, swapWord } from './swap-words.ts';
import { factsOfWord, isInAgeList } from './word-facts.ts';

/**
 * A text brought towards its readers' band by rules alone: hard words give way to everyday ones and long sentences are cut, or
 * short neighbours are joined and plain words made richer. It stops as soon as the text is in the band; what already is comes
 * back unchanged. Names and what is said aloud stay as they are, and so do paragraphs. Deterministic.
 */
export function adjustReading(text: string, ageGroup: AgeGroup, cast: readonly string[] = []): string {
  const { tooHard, tooEasy } = miss(text, ageGroup, cast);
  if (tooHard > 0) return simplify(text, ageGroup, cast);
  return tooEasy > 0 ? enrich(text, ageGroup, cast) : text;
}

const miss = (text: string, ageGroup: AgeGroup, cast: readonly string[]) =>
  missBand(measureReading(text, ageGroup, cast), ageGroup);

function simplify(given: string, ageGroup: AgeGroup, cast: readonly string[]): string {
  const names = findNames(given, cast);
  let text = swapHardWords(given, ageGroup, names);
  for (const sentence of longestFirst(text, LONG_SENTENCE[ageGroup])) {
    let pieces = sentence;
    // A very long sentence may be cut more than once.
    for (let cut = 0; cut < 3 && miss(text, ageGroup, cast).tooHard > 0; cut++) {
      const [piece] = longestFirst(pieces, LONG_SENTENCE[ageGroup]);
      const shorter = piece && shortenSentence(piece, names);
      if (!shorter) break;
      const fresh = pieces.replace(piece, () => shorter);
      text = text.replace(pieces, () => fresh);
      pieces = fresh;
    }
  }
  return text;
}

function swapHardWords(given: string, ageGroup: AgeGroup, names: ReadonlySet<string>): string {
  const swaps = swapsOf(SIMPLER_WORDS);
  let text = given;
  for (const word of new Set(listWords(given).map(plainWord))) {
    const simpler = swaps.get(word);
    if (!simpler || names.has(word) || isInAgeList(word, ageGroup)) continue;
    if (simpler.split(' ').every((one) => isInAgeList(one, ageGroup))) text = swapWord(text, word, simpler);
  }
  return text;
}

function longestFirst(text: string, longerThan: number): string[] {
  return splitSentences(text)
    .map((sentence) => ({ sentence, words: listWords(sentence).length }))
    .filter(({ words }) => words > longerThan)
    .toSorted((a, b) => b.words - a.words)
    .map(({ sentence }) => sentence);
}

function enrich(given: string, ageGroup: AgeGroup, cast: readonly string[]): string {
  const names = findNames(given, cast);
  const isTooEasy = (text: string) => miss(text, ageGroup, cast).tooEasy > 0;
  let text = given;
  const mostWords = Math.round(readingBand(ageGroup).meanSentenceLength.max * 1.4);
  // Every other pair first, then what is left: rhythm needs short sentences too.
  for (let round = 0; round < 2 && isTooEasy(text); round++) {
    const sentences = splitSentences(text);
    for (let at = 0; at + 1 < sentences.length && isTooEasy(text); at++) {
      const [before = '', after = ''] = sentences.slice(at, at + 2);
      const joined = joinSentences(before, after, mostWords, names);
      if (joined === undefined || !text.includes(`${before} ${after}`)) continue;
      text = text.replace(`${before} ${after}`, () => joined);
      at += 2;
    }
  }
  for (const [plain, rich] of swapsOf(RICHER_WORDS)) {
    if (!isTooEasy(text)) break;
    if (!names.has(plain) && factsOfWord(rich).ageRank <= 2) text = swapWord(text, plain, rich);
  }
  return text;
}
