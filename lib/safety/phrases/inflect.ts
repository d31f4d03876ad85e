const VOWEL = /[aeiou]/;
/** A short word whose last consonant is doubled: "stab" → "stabbed". Not after w, x and y. */
const DOUBLING = /(?:^|[^aeiou])[aeiou][bdfglmnprt]$/;

/** A word and the regular forms of it as a noun and as a verb: "stab" → stab, stabs, stabbed, stabbing. Too many never hurt. */
export function inflect(word: string): string[] {
  const plural = /(?:s|x|z|ch|sh)$/.test(word)
    ? `${word}es`
    : /[^aeiou]y$/.test(word)
      ? `${word.slice(0, -1)}ies`
      : `${word}s`;
  return [word, plural, pastOf(word), `${stemOf(word)}ing`];
}

/** The plural besides the word itself, for nouns whose verb forms mean something else ("dogged", "ducking"). */
export function inflectNoun(word: string): string[] {
  return inflect(word).slice(0, 2);
}

function stemOf(word: string): string {
  if (word.length > 2 && word.endsWith('e') && !/[eo]e$/.test(word)) return word.slice(0, -1);
  return DOUBLING.test(word) && word.length < 6 && VOWEL.test(word) ? word + word.at(-1) : word;
}

function pastOf(word: string): string {
  if (word.endsWith('e')) return `${word}d`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ied`;
  return `${stemOf(word)}ed`;
}
