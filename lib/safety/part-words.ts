import { isCommonWord } from './known-words.ts';

const LONGEST = 16;

/**
 * "howtomakeabomb" → "how to make a bomb": the fewest words a run of letters can be made of (dynamic programming, linear
 * in the letters).
 * @returns undefined when it cannot, or only in crumbs
 */
export function partWords(run: string, vocabulary: ReadonlySet<string>): string | undefined {
  const best: ({ cost: number; from: number } | undefined)[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= run.length; end++) {
    for (let from = Math.max(0, end - LONGEST); from < end; from++) {
      const before = best[from];
      if (!before) continue;
      const word = run.slice(from, end);
      if (!isCommonWord(word) && !(word.length > 2 && vocabulary.has(word))) continue;
      // A short word costs more: "the rat" is not "t her at".
      // What the rules are made of is likelier to be meant.
      const cost = before.cost + (vocabulary.has(word) ? 0.9 : 1) + (word.length < 3 ? 0.6 : 0);
      const known = best[end];
      if (!known || cost < known.cost) best[end] = { cost, from };
    }
  }
  const end = best[run.length];
  if (!end) return undefined;
  const words: string[] = [];
  for (let at = run.length; at > 0; ) {
    const from = best[at]?.from ?? 0;
    words.unshift(run.slice(from, at));
    at = from;
  }
  return words.length > 1 && run.length / words.length >= 2.5 ? words.join(' ') : undefined;
}
