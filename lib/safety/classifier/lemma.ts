import { isSpelledAsEnglish } from '../known-words.ts';
import irregular from './irregular.json' with { type: 'json' };

const IRREGULAR = new Map(
  Object.entries(irregular).flatMap(([lemma, forms]) => forms.split(' ').map((form) => [form, lemma])),
);
const REMEMBERED_WORDS = 20_000;
const remembered = new Map<string, string>();

/**
 * The word a dictionary has for a folded word: "stabbed" → "stab", "ponies" → "pony". A guess by endings, the same for
 * lists, training and texts; what it makes of other languages only has to be the same each time.
 */
export function lemmaOf(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size > REMEMBERED_WORDS) remembered.clear();
  const lemma = findLemma(word.replace(/'s$|s'$/, '').replaceAll("'", ''));
  if (word.length <= 30) remembered.set(word, lemma);
  return lemma;
}

function findLemma(word: string): string {
  const irregularLemma = IRREGULAR.get(word);
  if (irregularLemma !== undefined) return irregularLemma;
  if (word.length < 4 || word.length > 30) return word;
  if (word.length > 4 && /(?:ies|ied)$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/(?:ches|shes|xes|sses|zes)$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s')) return word.slice(0, -1);
  const stem = /^(.*[aeiouy].*)(?:ing|ed)$/.exec(word)?.[1];
  if (stem === undefined || stem.length < 3) return word;
  if (/([bdfgklmnprt])\1$/.test(stem) && !/(?:ll|ff)$/.test(stem)) return stem.slice(0, -1);
  return !isSpelledAsEnglish(stem) && isSpelledAsEnglish(`${stem}e`) ? `${stem}e` : stem;
}
