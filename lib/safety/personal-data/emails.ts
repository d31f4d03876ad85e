import { foldLetters } from '../fold-text.ts';

const WRITTEN = /[\p{L}\d._%+-]{1,64} ?@ ?[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{2,63}){1,4}/gu;
/** "maya (at) example (dot) com", "maya at example dot com" */
const SPOKEN =
  /\b[\w.+-]{1,64} ?(?:[([{] ?at ?[)\]}]| at ) ?[\w-]{1,63}(?: ?(?:[([{] ?(?:dot|punkt) ?[)\]}]| dot | punkt ) ?[a-z]{2,20}){1,3}\b/gi;
const AT_ABROAD = 'arobase|arroba|chiocciola|apenstaartje|klammeraffe';
/** "lila arobase example point org" */
const SPOKEN_ABROAD = new RegExp(
  `\\b[\\w.+-]{1,64} (?:${AT_ABROAD}) [\\w-]{1,63}(?: (?:dot|point|punt|punto|ponto|punkt) [a-z]{2,20}){1,3}\\b`,
  'gi',
);
/** A cheap look first. */
const MAY_HAVE_EMAIL = new RegExp(`@|\\b(?:dot|punkt|${AT_ABROAD})\\b`, 'i');

/** Patterns of e-mail addresses, and what makes a match one. */
export const EMAILS: readonly (readonly [RegExp, (match: string) => boolean])[] = [
  // Letters of other alphabets hide an address from the pattern, not from a reader.
  [WRITTEN, (match) => /\.[a-z]{2,}$/.test(foldLetters(match))],
  [SPOKEN, () => true],
  [SPOKEN_ABROAD, () => true],
];

export function mayHaveEmail(text: string): boolean {
  return MAY_HAVE_EMAIL.test(text);
}
