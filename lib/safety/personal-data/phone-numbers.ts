import type { Stretch } from './kinds.ts';

const DIGITS = /(?<![\d\p{L}])[+(]{0,2}\d(?:[ ().\-/*~_•]{0,3}\d){5,15}(?![\d\p{L}])/gu;
const DIGIT_WORD =
  '(?:oh|o|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|triple|hundred|thousand)';
const SPOKEN = new RegExp(`\\b${DIGIT_WORD}(?:[-, ]{1,2}${DIGIT_WORD}){5,24}\\b`, 'gi');
const DIGIT_WORD_ABROAD =
  '(?:z[ée]ro|nul|null|eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|quatre-vingt\\p{L}?|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|due|tre|quattro|cinque|sei|sette|otto|nove)';
const SPOKEN_ABROAD = new RegExp(
  `(?<!\\p{L})${DIGIT_WORD_ABROAD}(?:[-, ]{1,2}(?:et |y |und )?${DIGIT_WORD_ABROAD}){4,24}(?!\\p{L})`,
  'giu',
);
/** Letters and words among the digits: "o77oo 9oo 147", "zero7seven00". Only where somebody says what to call. */
const MIXED =
  /(?<=\b(?:call|ring|text|dial|phone|whatsapp|number(?:'s| is)?|mobile)\b(?: (?:me|us|him|her|on|at|is|it|my))* ?:? ?)(?=[^\n,;!?]{0,40}\d)(?:(?:zero|one|two|three|four|five|six|seven|eight|nine|double|[oO\d])[ -]?){6,24}(?![\p{L}\d])/giu;
const SAYS_PHONE =
  /\b(?:phones?|f(?:one|on)s?|call(?:s|ed|ing)?|ring|rang|tel|telephone|mobile|cell|numbers?|text|whatsapp|sms|dial|reach|num[eé]ros?|nummer|telefono?|téléphone|handy|mobil|móvil)\b/i;
const COUNTING = ['0123456789', '12345678910', '10987654321', '9876543210', '24681012'];

/**
 * Where phone numbers stand. Years, big numbers, counting and scores are none: a number has nine digits and begins with
 * 0 or +, is written 555-0142, or has seven digits and somebody says that it is to be called.
 */
export function findPhoneNumbers(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const match of text.matchAll(DIGITS)) {
    if (isPhone(match[0], around(text, match.index, match[0].length))) found.push(stretchOf(match));
  }
  for (const match of text.matchAll(SPOKEN)) {
    const isCounting = /one[-, ]+two[-, ]+three/i.test(match[0]);
    const isDialled = /\b(?:oh|zero|nought|double|triple)\b/i.test(match[0]);
    if (!isCounting && (isDialled || SAYS_PHONE.test(around(text, match.index, match[0].length))))
      found.push(stretchOf(match));
  }
  for (const match of text.matchAll(SPOKEN_ABROAD)) {
    const stretch = stretchOf(match);
    const isNew = found.every(({ from, to }) => stretch.to <= from || stretch.from >= to);
    if (isNew && SAYS_PHONE.test(around(text, match.index, match[0].length))) found.push(stretch);
  }
  for (const match of text.matchAll(MIXED)) {
    const stretch = stretchOf(match);
    const isMixed = /\p{L}/u.test(match[0]);
    const isNew = found.every(({ from, to }) => stretch.to <= from || stretch.from >= to);
    if (isMixed && isNew) found.push(stretch);
  }
  return found.sort((one, other) => one.from - other.from);
}

function isPhone(written: string, context: string): boolean {
  const digits = written.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 15) return false;
  if (/^\d\.\d+$/.test(written.trim())) return false;
  if (COUNTING.some((count) => digits.startsWith(count) || count.startsWith(digits))) return false;
  if (/^\d{3}[-. ]\d{4}$/.test(written.trim()) && /[-.]/.test(written)) return true;
  if (/^\(?\d{3}\)?[-. ]{1,2}\d{3}[-. ]\d{4}$/.test(written.trim())) return true;
  if (/^\d{1,4}[-/.]\d{1,4}(?:[-/.]\d{1,4})?$/.test(written.trim())) return false;
  if (/^[+(]{0,2}[0+]|^\+/.test(written.trim()) && digits.length >= 9) return true;
  return SAYS_PHONE.test(context);
}

function around(text: string, at: number, length: number): string {
  return text.slice(Math.max(0, at - 40), at) + text.slice(at + length, at + length + 30);
}

function stretchOf(match: RegExpExecArray): Stretch {
  return { from: match.index, to: match.index + match[0].trimEnd().length };
}
