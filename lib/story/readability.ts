import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { AgeGroup } from './schema.ts';

/** How hard a text is to read. `grade` is a US school grade, never below 0; `meanSentenceLength` is in words. */
export type Readability = { words: number; sentences: number; grade: number; meanSentenceLength: number };

const ABBREVIATIONS = /\b(Mr|Mrs|Ms|Dr|St|Prof|Capt|Jr|Sr|No|vs|etc|e\.g|i\.e|a\.m|p\.m)\./gi;
const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;

/** The words of a text without punctuation: "don’t", "moss-green" and "3.5" are one word each. */
export function listWords(text: string): string[] {
  return text.match(WORD) ?? [];
}

/**
 * Sentences with their end marks and closing quotes. Speech followed by its own tag (“Stop!” said Pip.) is one sentence,
 * because the tag goes on in lower case; “Mr.” and “3.5” end nothing.
 */
export function splitSentences(text: string): string[] {
  const sheltered = text.replace(ABBREVIATIONS, (found) => found.replaceAll('.', '\u0001'));
  const sentences: string[] = [];
  let start = 0;
  for (const mark of sheltered.matchAll(/[.!?…]+["”’')\]]*(?=\s|$)|\n{2,}/g)) {
    const end = mark.index + mark[0].length;
    const rest = sheltered.slice(end).trimStart();
    const continues = /^["“‘(]?\p{Ll}/u.test(rest) && !mark[0].startsWith('\n');
    if (continues) continue;
    sentences.push(sheltered.slice(start, end));
    start = end;
  }
  sentences.push(sheltered.slice(start));
  return sentences
    .map((sentence) => sentence.replaceAll('\u0001', '.').trim())
    .filter((sentence) => WORD_TEST.test(sentence));
}
const WORD_TEST = /[\p{L}\p{N}]/u;

/** Flesch–Kincaid grade level (Kincaid et al. 1975), with the counts it is made of. An empty text is all zeros. */
export function measureReadability(text: string): Readability {
  const words = listWords(text);
  const sentences = splitSentences(text).length;
  if (words.length === 0 || sentences === 0)
    return { words: 0, sentences: 0, grade: 0, meanSentenceLength: 0 };
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0);
  const grade = fleschKincaid({ sentence: sentences, word: words.length, syllable: syllables });
  return {
    words: words.length,
    sentences,
    grade: Math.max(0, Math.round(grade * 100) / 100),
    meanSentenceLength: Math.round((words.length / sentences) * 100) / 100,
  };
}

const syllablesOfWord = new Map<string, number>();

/** Looked up once for each word: a storyteller measures the same small words thousands of times. */
function countSyllables(word: string): number {
  const key = word.toLowerCase();
  let count = syllablesOfWord.get(key);
  if (count === undefined) {
    count = Math.max(1, syllable(key));
    if (syllablesOfWord.size > 20_000) syllablesOfWord.clear();
    syllablesOfWord.set(key, count);
  }
  return count;
}

/** The Flesch–Kincaid grades a story for this age should have. */
export function gradeBand(ageGroup: AgeGroup): { min: number; max: number } {
  if (ageGroup === '3-5') return { min: 0, max: 2.5 };
  if (ageGroup === '6-8') return { min: 2, max: 4.5 };
  return { min: 4, max: 7.5 };
}
