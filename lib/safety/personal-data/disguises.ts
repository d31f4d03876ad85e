import { foldLetters } from '../fold-text.ts';
import type { Stretch } from './kinds.ts';

/** A way a text can be read. Letter `n` of it stands at `at[n]` of the text; without `at`, where it stands in the reading. */
export type Reading = { text: string; at?: readonly number[] };

const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]|\ufe0f|\u20e3/;
/** What stands between letters that are kept apart. */
const BETWEEN = '[ _*~.•-]';
/** Letters apart: "R o a d", "3_5", "r*o*b*i*n". */
const SPELLED = new RegExp(
  `(?<![\\p{L}\\d])[\\p{L}\\d](?:${BETWEEN}{1,3}[\\p{L}\\d@](?![\\p{L}\\d])){3,200}`,
  'gu',
);
const STARS = /(?<=[\p{L}\d@.+])[*~•](?=[\p{L}\d@.])/gu;
const SEPARATOR = new RegExp(BETWEEN);
const SEPARATORS = new RegExp(BETWEEN, 'g');
const WIDE_SEPARATOR = new RegExp(`${BETWEEN}{2,3}`);
/** Letters and digits that are neither ASCII nor Latin. */
const FOREIGN = /(?![\p{ASCII}\p{Script=Latin}])[\p{L}\p{N}＠．＋]/u;
/** Letters and digits in one word, which is no house number, ordinal or postcode. */
const MIXED_WORD = /(?<![\p{L}\d])(?=[\p{L}\d]*\p{L})(?=[\p{L}\d]*\d)[\p{L}\d]{2,40}(?![\p{L}\d])/gu;
const ORDINAL = /^\d+(?:st|nd|rd|th)$/i;
/** "O77OO", "2O16" */
const DIGITS_WITH_LETTERS = /^(?=.*\d)[\dOoIl]{2,}$/;
const LETTER_OF: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b' };
const DIGIT_OF: Record<string, string> = { O: '0', o: '0', I: '1', l: '1' };
/** Longer than words are: several written as one. */
const RUN_TOGETHER = /[\p{L}\d,]{16,400}/gu;
const BACKWARDS = /\b(?:teerts|daor|enal|eunevA|evird|ecarret)\b|\b(?:moc|gro|ten|ed)\.\w/i;

/** In a longer text nobody hides an address letter by letter. */
const LONGEST_DISGUISED = 4_000;

/** How a text can be read by somebody who looks for an address in it: as it stands, and out of its disguises. */
export function readDisguised(text: string): Reading[] {
  const plain = readPlain(text);
  const readings = [plain];
  if (text.length > LONGEST_DISGUISED) return readings;
  const add = (reading: Reading) => {
    if (reading.text !== plain.text) readings.push(reading);
  };
  add(
    change(
      change(plain, STARS, () => ''),
      SPELLED,
      joinSpelled,
    ),
  );
  add(change(plain, MIXED_WORD, resolveMixed));
  add(change(plain, RUN_TOGETHER, partRun));
  if (BACKWARDS.test(plain.text)) {
    add({ text: plain.text.split('').reverse().join(''), at: placesOf(plain).toReversed() });
  }
  return readings;
}

/** Where a stretch of a reading stands in the text itself. */
export function locate({ at }: Reading, { from, to }: Stretch): Stretch {
  if (!at) return { from, to };
  const first = at[from] ?? 0;
  const last = at[to - 1] ?? 0;
  return { from: Math.min(first, last), to: Math.max(first, last) + 1 };
}

/** Without what is invisible, with look-alike letters and digits of other alphabets as Latin ones. */
function readPlain(text: string): Reading {
  const visible = INVISIBLE.test(text) ? dropInvisible(text) : { text };
  if (!FOREIGN.test(visible.text)) return visible;
  return {
    ...visible,
    text: visible.text.replace(/[\p{L}\p{N}＠．＋]+/gu, (word) => [...word].map(latinIn(word)).join('')),
  };
}

function dropInvisible(text: string): Reading {
  const at: number[] = [];
  let visible = '';
  for (let place = 0; place < text.length; place++) {
    const unit = text.charAt(place);
    if (INVISIBLE.test(unit)) continue;
    visible += unit;
    at.push(place);
  }
  return { text: visible, at };
}

function placesOf({ text, at }: Reading): readonly number[] {
  return at ?? Array.from(text.split('').keys());
}

/** Each letter as one Latin letter of its size, in a word that is not foreign as a whole; otherwise as it is. */
function latinIn(word: string): (letter: string) => string {
  const isForeign = !/[\p{Script=Latin}\d]/u.test(word.normalize('NFKC')) && /\p{L}/u.test(word);
  return (letter) => {
    if (/\p{ASCII}/u.test(letter) || letter.length > 1) return letter;
    const value = digitOf(letter);
    if (value !== undefined) return value;
    const compatible = letter.normalize('NFKC');
    if (compatible.length === 1 && /\p{ASCII}/u.test(compatible)) return compatible;
    if (isForeign || /\p{Script=Latin}/u.test(letter)) return letter;
    const latin = foldLetters(letter);
    if (!/^[a-z]$/.test(latin)) return letter;
    return letter === letter.toLowerCase() ? latin : latin.toUpperCase();
  };
}

/** Digits of other scripts stand ten and ten together. */
function digitOf(letter: string): string | undefined {
  if (!/\p{Nd}/u.test(letter)) return undefined;
  const code = letter.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}

/**
 * Changes what a pattern finds. `to` may put another letter in a letter's place, leave separators out and set spaces between:
 * a space stands where its next letter does.
 */
function change(reading: Reading, pattern: RegExp, to: (match: string) => string): Reading {
  if (reading.text.search(pattern) === -1) return reading;
  const places = placesOf(reading);
  const at: number[] = [];
  let end = 0;
  const keep = (to: number) => {
    for (let place = end; place < to; place++) at.push(places[place] ?? 0);
  };
  const text = reading.text.replace(pattern, (match: string, ...rest: unknown[]) => {
    const from = rest.find((one) => typeof one === 'number') ?? 0;
    keep(from);
    end = from + match.length;
    const changed = to(match);
    let place = 0;
    // By halves of pairs, as places are counted.
    for (const letter of changed.split('')) {
      if (letter !== ' ') while (match[place] !== letter && SEPARATOR.test(match[place] ?? '')) place++;
      at.push(places[Math.min(from + place, end - 1)] ?? 0);
      if (letter !== ' ') place++;
    }
    return changed;
  });
  keep(places.length);
  return { text, at };
}

/** "G L 7 7   1 X Y" → "GL77 1XY", and "1 8 T o a d R o a d" → "18 Toad Road". */
function joinSpelled(run: string): string {
  const words = run.split(WIDE_SEPARATOR).map((word) => word.replace(SEPARATORS, ''));
  return words.length > 1 ? words.join(' ') : partRun(words.join(''));
}

function resolveMixed(word: string): string {
  if (ORDINAL.test(word)) return word;
  if (DIGITS_WITH_LETTERS.test(word)) return word.replace(/[OoIl]/g, (letter) => DIGIT_OF[letter] ?? letter);
  return word.replace(/[0134578]/g, (digit) => LETTER_OF[digit] ?? digit);
}

/** "Flat2,Number80CoppergateRise" → "Flat 2,Number 80 Coppergate Rise" */
function partRun(run: string): string {
  return run.replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})|(?<=\p{Ll})(?=\p{Lu})|(?<=,)(?=\S)/gu, ' ');
}
