import { isSpelledAsEnglish } from '../known-words.ts';
import { lemmaOf } from './lemma.ts';
import { TAG_COUNT, tagWords } from './word-tags.ts';

/** What a text is judged by: numbers of features (32-bit hashes) and how much each counts. */
export type Features = Map<number, number>;

/**
 * The features of a folded text, in the order of the word they begin at: feature `n` reaches from the word it is listed
 * under to the word `last[n]`. Those of the word `at` are the numbers from `begin[at]` to `begin[at + 1]`.
 */
export type WordsRead = {
  count: number;
  begin: Int32Array;
  last: Int32Array;
  features: Int32Array;
  weights: Float32Array;
};

const COMMON = new Set(
  'a an the and or of to in on at for with by is be are was it its this that i he she they we you my your his her their our as so then there from'.split(
    ' ',
  ),
);
/** Two kinds of words have to do with each other when they stand so near. */
const REACH = 8;
const GROUP_LETTERS = { fewest: 3, most: 5 } as const;
/** No word that says something is longer. */
const LONGEST_WORD = 30;
const WEIGHT = {
  word: 1,
  commonWord: 0.5,
  tag: 1,
  pair: 0.5,
  neighbours: 0.5,
  letters: 0.3,
  mark: 1,
} as const;
const SALT = { word: 11, tag: 23, pair: 37, neighbours: 53, letters: 89, mark: 71 } as const;

/**
 * Words, kinds of words, neighbours, kinds of words that stand near each other, and the letters of words that English does
 * not know.
 * @param folded one of the readings of `readText`
 */
export function readWords(folded: string): WordsRead {
  const words = folded.split(' ').filter((word) => word !== '' && word !== 'zz');
  const lemmas = words.map(lemmaOf);
  const hashes = lemmas.map(hashOf);
  const tags = tagWords(words, lemmas);
  const begin = new Int32Array(words.length + 1);
  const last: number[] = [];
  const features: number[] = [];
  const weights: number[] = [];
  const add = (feature: number, weight: number, end: number) => {
    features.push(feature);
    weights.push(weight);
    last.push(end);
  };
  for (let at = 0; at < words.length; at++) {
    begin[at] = features.length;
    const hash = hashes[at] ?? 0;
    const weight = COMMON.has(lemmas[at] ?? '') ? WEIGHT.commonWord : WEIGHT.word;
    add(mix(SALT.word, hash), weight, at);
    if (at + 1 < words.length) {
      add(mix(mix(SALT.neighbours, hash), hashes[at + 1] ?? 0), WEIGHT.neighbours, at + 1);
    }
    for (const group of letterGroups(words[at] ?? '')) add(group, WEIGHT.letters, at);
    for (const tag of tags[at] ?? []) {
      add(mix(SALT.tag, tag), WEIGHT.tag, at);
      for (let other = at + 1; other < Math.min(words.length, at + REACH + 1); other++) {
        for (const second of tags[other] ?? []) {
          const pair = tag < second ? tag * TAG_COUNT + second : second * TAG_COUNT + tag;
          add(mix(SALT.pair, pair), WEIGHT.pair, other);
        }
      }
    }
  }
  begin[words.length] = features.length;
  return {
    count: words.length,
    begin,
    last: Int32Array.from(last),
    features: Int32Array.from(features),
    weights: Float32Array.from(weights),
  };
}

/**
 * Slips of the pen, slang and other languages: a word that was never learned is judged by groups of its letters, as its
 * relatives were ("asesina", "asesinato"). The sub-words of fastText (Bojanowski et al. 2017), for these words alone.
 */
function letterGroups(word: string): number[] {
  const bare = word.replace(/'.*$/, '').slice(0, LONGEST_WORD);
  if (bare.length < GROUP_LETTERS.fewest || isSpelledAsEnglish(bare)) return [];
  const framed = `^${bare}$`;
  const groups: number[] = [];
  for (let length = GROUP_LETTERS.fewest; length <= GROUP_LETTERS.most; length++) {
    for (let from = 0; from + length <= framed.length; from++) {
      groups.push(mix(SALT.letters, hashOf(framed.slice(from, from + length))));
    }
  }
  return groups;
}

/** Each feature of a text once, however often it stands there. */
export function collectFeatures(texts: readonly WordsRead[], marks: readonly string[]): Features {
  const collected: Features = new Map();
  for (const { features, weights } of texts) {
    features.forEach((feature, at) => {
      collected.set(feature, weights[at] ?? 0);
    });
  }
  for (const mark of marks) collected.set(markFeature(mark), WEIGHT.mark);
  return collected;
}

/** Something known of the whole text, such as the rule that a list found broken. */
export function markFeature(mark: string): number {
  return mix(SALT.mark, hashOf(mark));
}

export const MARK_WEIGHT = WEIGHT.mark;

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** Of MurmurHash3: what stands side by side is one number. */
function mix(one: number, other: number): number {
  let hash = Math.imul(one, 31) ^ Math.imul(other, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
