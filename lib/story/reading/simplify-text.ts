import type { AgeGroup } from '../schema.ts';
import { isPlainTelling, isWholeClause, startsLeaning } from './clauses.ts';

/** What one long sentence may become: two, or one without its ornament. The first that fits is taken. */
export function shortenSentence(sentence: string, names: ReadonlySet<string>): string | undefined {
  if (!isPlainTelling(sentence)) return undefined;
  return (
    splitAtClause(sentence, names) ??
    splitAfterOpening(sentence, names) ??
    splitAtParticiple(sentence) ??
    dropOrnament(sentence)
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** A piece shorter than this sounds like a telegram. */
const LEAST_WORDS = 3;
const count = (text: string) => text.trim().split(/\s+/).length;

/** “…; it rained.” and “…, and the bear ran.” become two sentences where both halves can stand alone. */
function splitAtClause(sentence: string, names: ReadonlySet<string>): string | undefined {
  const middle = sentence.length / 2;
  const joints = [
    ...sentence.matchAll(
      /(?:;|,? (?:—|–)|,(?= (?:and|but|so|then|yet|while|because) )|(?= and (?:he|she|it|they|we|I) ))\s*/g,
    ),
  ]
    .map((found) => ({ at: found.index, end: found.index + found[0].length }))
    .toSorted((a, b) => Math.abs(a.at - middle) - Math.abs(b.at - middle));
  for (const { at, end } of joints) {
    const left = sentence.slice(0, at).trimEnd();
    const rest = sentence.slice(end).trimStart();
    const [, link = '', clause = rest] =
      /^(and then|but then|and so|and|but|so|then|yet|while|because) (.*)$/s.exec(rest) ?? [];
    const leftClause = startsLeaning(left)
      ? afterComma(left)
      : left.replace(
          /^(?:But|And|So|Then|Yet|Now|Soon|Later|At last|At once|One day|Suddenly|Meanwhile),? /,
          '',
        );
    if (count(left) < LEAST_WORDS || leftClause === undefined) continue;
    if (!isWholeClause(lowerFirst(leftClause, names), names) || !isWholeClause(clause, names)) continue;
    if (link === 'so' && /^that\b/.test(clause)) continue;
    const begins = LINKS.get(link);
    return `${left}. ${begins ? begins + clause : capital(clause)}`;
  }
  return undefined;
}

/** How the second sentence begins after the word that joined them. */
const LINKS: ReadonlyMap<string, string> = new Map([
  ['but', 'But '],
  ['yet', 'But '],
  ['but then', 'But then '],
  ['so', 'So '],
  ['and so', 'So '],
  ['then', 'Then '],
  ['and then', 'Then '],
  ['because', 'This was because '],
]);

const afterComma = (left: string) => /^[^,]+, (.+)$/s.exec(left)?.[1];

function lowerFirst(text: string, names: ReadonlySet<string>): string {
  const first = /^[\p{L}'’-]+/u.exec(text)?.[0] ?? '';
  return names.has(first.toLowerCase()) || first === 'I'
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
}

/** “When the rain stopped, they went home.” → “The rain stopped. Then they went home.” */
function splitAfterOpening(sentence: string, names: ReadonlySet<string>): string | undefined {
  const [, opening = '', main = ''] = /^(?:When|After) ([^,]+), (.+)$/s.exec(sentence) ?? [];
  if (opening === '' || !isWholeClause(opening, names) || !isWholeClause(main, names)) return undefined;
  return `${capital(opening)}. Then ${main}`;
}

/** “She ran home, holding the lamp.” → “She ran home. She was holding the lamp.” */
function splitAtParticiple(sentence: string): string | undefined {
  const found = /^(.*?\b(He|She|It|They|We|I)\b[^,;]*), (\p{Ll}+ing\b [^,;]+\.)$/su.exec(sentence);
  if (!found) return undefined;
  const [, left = '', pronoun = '', rest = ''] = found;
  if (
    !sentence.startsWith(pronoun) ||
    /^(?:during|including|according|nothing|something|everything|morning|evening)\b/.test(rest)
  )
    return undefined;
  return `${left}. ${pronoun} ${/^(?:They|We)$/.test(pronoun) ? 'were' : 'was'} ${rest}`;
}

/** Comparisons and small words that colour a sentence and carry nothing. */
function dropOrnament(sentence: string): string | undefined {
  const plain = sentence
    .replace(/ [—–] [^—–.]+ [—–] /, ' ')
    .replace(/, (?:like|as if|as though) [^,.;]+(?=[.,])/, '')
    .replace(
      /, (?:indeed|of course|after all|in fact|as it happened|to be sure|it seemed|quite naturally),(?= )/,
      '',
    );
  return plain === sentence || count(plain) < LEAST_WORDS ? undefined : plain;
}

/** Sentences longer than this are worth cutting for these readers, in words. */
export const LONG_SENTENCE: Record<AgeGroup, number> = { '3-5': 8, '6-8': 11, '9-12': 16 };
