import { cardinalWords, digitWords, ordinalWords, yearWords } from './number-words.ts';
import { respell } from './respell.ts';

/** Abbreviations, without their full stop, in lower case. */
const ABBREVIATIONS: Record<string, string> = {
  mr: 'mister',
  mrs: 'missus',
  ms: 'miz',
  dr: 'doctor',
  prof: 'professor',
  st: 'saint',
  mt: 'mount',
  capt: 'captain',
  sgt: 'sergeant',
  jr: 'junior',
  sr: 'senior',
  vs: 'versus',
  etc: 'et cetera',
  'e.g': 'for example',
  'i.e': 'that is',
  'a.m': 'ay em',
  'p.m': 'pee em',
  no: 'no',
};
/** A full stop after these never ends a sentence; after "etc." or "p.m." it may. */
const TITLES = new Set(['mr', 'mrs', 'ms', 'dr', 'prof', 'st', 'mt', 'capt', 'sgt', 'vs', 'e.g', 'i.e']);

const LETTER_NAMES: Record<string, string> = {
  a: 'ay',
  b: 'bee',
  c: 'see',
  d: 'dee',
  e: 'ee',
  f: 'eff',
  g: 'jee',
  h: 'aych',
  i: 'eye',
  j: 'jay',
  k: 'kay',
  l: 'ell',
  m: 'em',
  n: 'en',
  o: 'oh',
  p: 'pee',
  q: 'cue',
  r: 'ar',
  s: 'ess',
  t: 'tee',
  u: 'you',
  v: 'vee',
  w: 'double you',
  x: 'ex',
  y: 'why',
  z: 'zee',
};
const SPELLED = new Set(['tv', 'ufo', 'usa', 'uk', 'dj', 'cd', 'dvd', 'pj', 'pjs', 'abc', 'ok', 'sos', 'id']);
const SYMBOLS: Record<string, string> = {
  '#': 'number',
  '&': 'and',
  '+': 'plus',
  '=': 'equals',
  '@': 'at',
  '%': 'percent',
};
const CURRENCIES: Record<string, [one: string, many: string, cent: string]> = {
  $: ['dollar', 'dollars', 'cent'],
  '£': ['pound', 'pounds', 'penny'],
  '€': ['euro', 'euros', 'cent'],
};
const LATIN_LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'th',
  þ: 'th',
  ı: 'i',
};

/** Nobody's word is longer; a hundred letters of mischief need not be read to the end. */
const LONGEST_WORD = 40;

export function isTitle(token: string): boolean {
  return TITLES.has(bare(token).toLowerCase().replace(/\.$/, ''));
}

/**
 * What the voice says for one written token: plain lower-case ASCII words, so that nothing in the synthesiser's own
 * text rules can surprise us. Accents are dropped; letters of other alphabets and emoji are not spoken, and a token of
 * only those gives an empty list.
 */
export function spokenWordsOf(token: string): string[] {
  const core = bare(toAscii(token));
  const lower = core.toLowerCase();
  const withoutStop = lower.replace(/\.$/, '');
  const abbreviation = Object.hasOwn(ABBREVIATIONS, withoutStop) ? ABBREVIATIONS[withoutStop] : undefined;
  if (abbreviation && (lower.endsWith('.') || TITLES.has(withoutStop) || withoutStop.includes('.'))) {
    // "No." and "St" alone are a word and a saint; a title without its full stop is still a title.
    return abbreviation.split(' ');
  }
  const number = spokenNumber(withoutStop);
  if (number) return number;
  if (SPELLED.has(withoutStop) && core === core.toUpperCase()) return spell(withoutStop);
  return lower
    .split(/[^a-z0-9'#&+=@%]+/)
    .flatMap((part) => part.match(/[a-z']+|[0-9]+|[#&+=@%]/g) ?? [])
    .flatMap(spokenPart);
}

function spokenPart(part: string): string[] {
  if (/^[0-9]+$/.test(part)) return part.length > 15 ? digitWords(part) : cardinalWords(Number(part));
  const symbol = SYMBOLS[part];
  if (symbol) return [symbol];
  const word = part.replace(/^'+|'+$/g, '');
  if (word === '') return [];
  // A lone letter other than the two words is a letter's name: "plan B".
  if (word.length === 1 && word !== 'a' && word !== 'i') return spell(word);
  return [respell(word).slice(0, LONGEST_WORD)];
}

function spell(letters: string): string[] {
  return [...letters].flatMap((letter) => (LETTER_NAMES[letter] ?? '').split(' '));
}

function spokenNumber(text: string): string[] | undefined {
  const money = /^([$£€])([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]{2}))?$/.exec(text);
  if (money) return spokenMoney(money[1] as string, plainNumber(money[2] as string), Number(money[3] ?? 0));
  const time = /^([0-9]{1,2}):([0-9]{2})(am|pm)?$/.exec(text);
  if (time) return spokenTime(Number(time[1]), Number(time[2]), time[3]);
  const range = /^([0-9]{1,6})-([0-9]{1,6})$/.exec(text);
  if (range) return [...cardinalWords(Number(range[1])), 'to', ...cardinalWords(Number(range[2]))];
  const fraction = /^([0-9]{1,2})[/\u2044]([234])$/.exec(text);
  if (fraction) return spokenFraction(Number(fraction[1]), Number(fraction[2]));
  const ordinal = /^([0-9]{1,6})(?:st|nd|rd|th)$/.exec(text);
  if (ordinal) return ordinalWords(Number(ordinal[1]));
  const decade = /^([0-9]{3,4}0)'?s$/.exec(text);
  if (decade) return pluralOfLast(yearWords(Number(decade[1])));
  const grouped = /^[0-9]{1,3}(?:,[0-9]{3})+$/.exec(text);
  if (grouped) return cardinalWords(plainNumber(text));
  const decimal = /^([0-9]{1,15})\.([0-9]+)$/.exec(text);
  if (decimal) return [...cardinalWords(Number(decimal[1])), 'point', ...digitWords(decimal[2] as string)];
  if (/^[0-9]{4}$/.test(text)) return yearWords(Number(text));
  return undefined;
}

function spokenMoney(symbol: string, whole: number, cents: number): string[] {
  const [one, many, cent] = CURRENCIES[symbol] as [string, string, string];
  const words = [...cardinalWords(whole), whole === 1 ? one : many];
  if (cents === 0) return words;
  const coin = cents === 1 ? cent : cent === 'penny' ? 'pence' : `${cent}s`;
  return [...words, 'and', ...cardinalWords(cents), coin];
}

function spokenFraction(count: number, parts: number): string[] {
  const [one, many] = { 2: ['half', 'halves'], 3: ['third', 'thirds'], 4: ['quarter', 'quarters'] }[
    parts
  ] as [string, string];
  return [...cardinalWords(count), count === 1 ? one : many];
}

function spokenTime(hours: number, minutes: number, half: string | undefined): string[] {
  const tail = half ? spell(half) : [];
  if (minutes === 0) return [...cardinalWords(hours), ...(half ? tail : ["o'clock"])];
  return [...cardinalWords(hours), ...(minutes < 10 ? ['oh'] : []), ...cardinalWords(minutes), ...tail];
}

function pluralOfLast(words: string[]): string[] {
  const last = words.pop() as string;
  return [...words, last.endsWith('y') ? `${last.slice(0, -1)}ies` : `${last}s`];
}

function plainNumber(text: string): number {
  return Number(text.replaceAll(',', ''));
}

/** The token without the punctuation around it; a full stop stays when it belongs to an abbreviation such as "Mr." */
function bare(token: string): string {
  return token
    .replace(/^[^\p{L}\p{N}$£€#&+=@]+/u, '')
    .replace(/[^\p{L}\p{N}.%&+=@']+$/u, '')
    .replace(/\.{2,}$/, '');
}

function toAscii(token: string): string {
  return token
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2018\u2019\u201b\u02bc`´]/g, "'")
    .replace(/[\u2010-\u2015\u2212\u00ad]/g, '-')
    .replace(/[ßæœøłđðþı]/gi, (letter) => LATIN_LETTERS[letter.toLowerCase()] ?? '');
}
