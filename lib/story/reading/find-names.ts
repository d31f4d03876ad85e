import { listWords } from './split-text.ts';

/** A capital after a word, a comma or a dash: what follows a full stop or an opening quote begins a sentence and may be any word. */
const CAPITAL_INSIDE = /(?<=[\p{L}\p{N},;:–—] )\p{Lu}[\p{L}'’-]*/gu;

/**
 * The words of a text that are names, in lower case: those of the cast, and what has a capital inside a sentence and is
 * nowhere in small letters. Names are familiar to whoever reads of somebody (Chall & Dale 1995), so none counts as hard.
 */
export function findNames(text: string, cast: readonly string[] = []): Set<string> {
  const names = new Set(cast.flatMap((name) => listWords(name)).map(plainWord));
  const capitals = new Set((text.match(CAPITAL_INSIDE) ?? []).map(plainWord));
  if (capitals.size === 0) return names;
  const written = new Set(listWords(text));
  for (const word of capitals) {
    if (!written.has(word) && word !== 'i' && !word.startsWith("i'")) names.add(word);
  }
  return names;
}

/** A word as names and lists are looked up: small letters, a straight apostrophe, no possessive ending. */
export function plainWord(word: string): string {
  return word.toLowerCase().replaceAll('’', "'").replace(/'s?$/, '');
}
