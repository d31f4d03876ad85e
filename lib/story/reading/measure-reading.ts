import { daleChallFormula } from 'dale-chall-formula';
import { fleschKincaid } from 'flesch-kincaid';
import { spacheFormula } from 'spache-formula';
import { AGE_GROUPS, type AgeGroup } from '../schema.ts';
import { findNames, plainWord } from './find-names.ts';
import { listWords, splitSentences } from './split-text.ts';
import { factsOfWord } from './word-facts.ts';

/** How hard a text is to read. Grades are US school grades; a text without words is all zeros. */
export type ReadingMeasure = {
  words: number;
  sentences: number;
  /** Flesch–Kincaid, never below 0. */
  grade: number;
  /** In words. */
  meanSentenceLength: number;
  /** Spache's grade, for readers up to 8. */
  spache?: number;
  /** The raw score of Dale and Chall, for readers from 9 on: below 5 is grade 4 and lower, 5 is grades 5 to 6, 6 is 7 to 8. */
  daleChall?: number;
  /** 0…1 of all words, each as often as it stands there. */
  shareOutsideAgeList: number;
};

/** Spache counts a word once in a sample of 100 to 150 words; longer texts are several samples. */
const SAMPLE_WORDS = 120;

/**
 * Measures a text for readers of an age. Flesch–Kincaid grade: Kincaid et al. 1975. Spache: the revision of 1974. Dale–Chall:
 * the formula of 1948 with the word list of 1995. Inflected forms of a listed word, names and numbers count as known.
 * @param cast names that are no hard words wherever they stand; others are found by their capital
 */
export function measureReading(
  text: string,
  ageGroup: AgeGroup,
  cast: readonly string[] = [],
): ReadingMeasure {
  const sentences = splitSentences(text).map(listWords);
  const words = sentences.flat();
  const isYoung = ageGroup !== '9-12';
  const counts = { sentence: sentences.length, word: words.length };
  if (words.length === 0 || sentences.length === 0) {
    const nothing = { words: 0, sentences: 0, grade: 0, meanSentenceLength: 0, shareOutsideAgeList: 0 };
    return { ...nothing, ...(isYoung ? { spache: 0 } : { daleChall: 0 }) };
  }
  const names = findNames(text, cast);
  const rank = AGE_GROUPS.indexOf(ageGroup);
  let syllable = 0;
  let outside = 0;
  let difficultWord = 0;
  for (const word of words) {
    const facts = factsOfWord(word);
    syllable += facts.syllables;
    // Only what some list lacks is looked at again: it may be a name.
    if (facts.ageRank <= rank && facts.isInDaleChall) continue;
    if (names.has(plainWord(word))) continue;
    if (facts.ageRank > rank) outside++;
    if (!facts.isInDaleChall) difficultWord++;
  }
  const isUnfamiliar = (word: string) => !factsOfWord(word).isInSpache && !names.has(plainWord(word));
  const formula = isYoung
    ? { spache: round(spacheFormula({ ...counts, unfamiliarWord: countOncePerSample(words, isUnfamiliar) })) }
    : { daleChall: round(daleChallFormula({ ...counts, difficultWord })) };
  return {
    words: words.length,
    sentences: sentences.length,
    grade: Math.max(0, round(fleschKincaid({ ...counts, syllable }))),
    meanSentenceLength: round(words.length / sentences.length),
    ...formula,
    shareOutsideAgeList: Math.round((outside / words.length) * 1_000) / 1_000,
  };
}

function countOncePerSample(words: readonly string[], isUnfamiliar: (word: string) => boolean): number {
  let count = 0;
  for (let from = 0; from < words.length; from += SAMPLE_WORDS) {
    const sample = words.slice(from, from + SAMPLE_WORDS).filter(isUnfamiliar);
    count += new Set(sample.map(plainWord)).size;
  }
  return count;
}

const round = (value: number) => Math.round(value * 100) / 100;
