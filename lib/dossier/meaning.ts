/** Comparing what people say by what it means: without case, accents' spelling, punctuation, articles and possessives. */

/** Words that begin a closer description: "lighthouse BY the sea". */
const CONNECTIVES = new Set(
  'of by in on near at with to under behind from over for beside above below inside between'.split(' '),
);

/** "The Dragon’s wing!" → "dragon wing" */
export function meaningOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\p{L})['’](?:s\b|(?=\s|$))/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:the|a|an)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

export function meansTheSame(one: string, other: string): boolean {
  return meaningOf(one) === meaningOf(other);
}

/** Whether all words of `part` stand in `whole`, in order and together. */
export function contains(whole: string, part: string): boolean {
  return ` ${meaningOf(whole)} `.includes(` ${meaningOf(part)} `);
}

/**
 * Whether `longer` names the same thing more closely: "an old lighthouse by the sea" says all of "lighthouse", but
 * "school bus" is no school and "a cave by the sea" is not the sea. Holds for equal meanings; transitive.
 */
export function saysAllOf(longer: string, shorter: string): boolean {
  const words = meaningOf(longer).split(' ');
  const wanted = meaningOf(shorter).split(' ');
  for (let start = 0; start + wanted.length <= words.length; start += 1) {
    if (start > 0 && CONNECTIVES.has(words[start - 1] ?? '')) return false;
    const next = words[start + wanted.length];
    const isHere = wanted.every((word, index) => words[start + index] === word);
    if (isHere && (next === undefined || CONNECTIVES.has(next))) return true;
  }
  return false;
}
