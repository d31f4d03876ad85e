import { listWords, splitSentences } from './split-text.ts';

/**
 * The words of a text that are names, in lower case: those of the cast, and what has a capital inside a sentence and is
 * nowhere in small letters. Names are familiar to whoever reads of somebody (Chall & Dale 1995), so none counts as hard.
 */
export function findNames(text: string, cast: readonly string[] = []): Set<string> {
  const names = new Set(cast.flatMap((name) => listWords(name)).map(plainWord));
  const small = new Set(listWords(text).filter((word) => /^\p{Ll}/u.test(word)));
  for (const sentence of splitSentences(text)) {
    // What follows an opening quote begins a sentence too.
    for (const { 1: word = '' } of sentence.matchAll(/(?<=[\p{L}\p{N},;:–—] )(\p{Lu}[\p{L}'’-]*)/gu)) {
      const plain = plainWord(word);
      if (!small.has(plain) && plain !== 'i' && !/^i'/.test(plain)) names.add(plain);
    }
  }
  return names;
}

/** A word as names and lists are looked up: small letters, a straight apostrophe, no possessive ending. */
export function plainWord(word: string): string {
  return word.toLowerCase().replaceAll('’', "'").replace(/'s?$/, '');
}
