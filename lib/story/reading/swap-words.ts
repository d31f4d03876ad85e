import type { RICHER_WORDS, SIMPLER_WORDS } from './simpler-words.ts';
import { pluralForm, verbForms } from './word-forms.ts';

type WordTable = typeof SIMPLER_WORDS | typeof RICHER_WORDS;

const prepared = new Map<WordTable, ReadonlyMap<string, string>>();

/** Every form of a table's words, with the same form of the word that takes its place. The first row of a word counts. */
export function swapsOf(table: WordTable): ReadonlyMap<string, string> {
  const known = prepared.get(table);
  if (known) return known;
  const swaps = new Map<string, string>();
  const add = (from: string, to: string) => {
    if (!swaps.has(from) && from !== to) swaps.set(from, to.replaceAll('-', ' '));
  };
  for (const [from, to] of rowsOf(table.other)) add(from, to);
  for (const [from, to] of rowsOf(table.noun)) {
    add(from, to);
    add(pluralForm(from), pluralForm(to));
  }
  for (const [from, to] of rowsOf(table.verb)) {
    const [one, other] = [verbForms(from), verbForms(to)];
    add(one.past, other.past);
    add(one.participle, other.participle);
    add(one.ing, other.ing);
    add(one.base, other.base);
    add(one.third, other.third);
  }
  prepared.set(table, swaps);
  return swaps;
}

const rowsOf = (rows: string): [string, string][] =>
  rows
    .trim()
    .split(/\s+/)
    .map((row) => row.split('=') as [string, string]);

/**
 * One word of a text wherever it is told, not where somebody says it aloud, with its article and its capital put right.
 * Words with a capital inside a sentence stay: they may be names.
 */
export function swapWord(text: string, from: string, to: string): string {
  const word = new RegExp(`(^|[^\\p{L}'’-])(?:(an?)(\\s+))?(${from})(?![\\p{L}'’-])`, 'giu');
  return mapTelling(text, (told) =>
    told.replace(
      word,
      (found, before: string, article: string | undefined, gap: string | undefined, old: string) => {
        const isCapital = /^\p{Lu}/u.test(old);
        if (isCapital && (article !== undefined || !/^$|[.!?…]/.test(before.trim()))) return found;
        const fresh = isCapital ? to.charAt(0).toUpperCase() + to.slice(1) : to;
        if (article === undefined) return before + fresh;
        const fitting = /^[aeiou]/.test(to) ? 'an' : 'a';
        return `${before}${/^A/.test(article) ? fitting.replace('a', 'A') : fitting}${gap}${fresh}`;
      },
    ),
  );
}

/** Changes what is told and leaves what is said aloud, between double quotes, as it is. */
export function mapTelling(text: string, change: (told: string) => string): string {
  return text
    .split(/(“[^”]*”?|"[^"]*"?)/)
    .map((part) => (/^[“"]/.test(part) ? part : change(part)))
    .join('');
}
