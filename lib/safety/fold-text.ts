/** Letters of other alphabets that look like Latin ones, and what they look like. */
const LOOKALIKES: Record<string, string> = Object.fromEntries(
  [
    ['аα', 'a'],
    ['ьв', 'b'],
    ['сϲ', 'c'],
    ['ԁ', 'd'],
    ['еєε', 'e'],
    ['ɡ', 'g'],
    ['һ', 'h'],
    ['іιı', 'i'],
    ['ј', 'j'],
    ['кκ', 'k'],
    ['ӏ', 'l'],
    ['м', 'm'],
    ['пη', 'n'],
    ['оοσ', 'o'],
    ['рρ', 'p'],
    ['ԛ', 'q'],
    ['г', 'r'],
    ['ѕ', 's'],
    ['тτ', 't'],
    ['υц', 'u'],
    ['ѵν', 'v'],
    ['ԝω', 'w'],
    ['хχ', 'x'],
    ['уγ', 'y'],
    ['ʐ', 'z'],
  ].flatMap(([letters = '', latin = '']) => [...letters].map((letter) => [letter, latin])),
);
/** Digits and signs written for letters. */
const LEET: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'i',
  '€': 'e',
};

/**
 * The text as a reader who is determined to read something bad would read it: lower-case Latin letters, words with one
 * space between them. Accents, look-alike letters of other alphabets, digits for letters ("k1ll") and spelled-out words
 * ("k i l l", "k.i.l.l") are resolved. Only for matching; never shown.
 */
export function foldText(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (letter) => LOOKALIKES[letter] ?? letter)
    .replace(/[’‘ʼ`´]/g, "'");
  const words = plain
    .split(/\s+/)
    .map(foldToken)
    .join(' ')
    .replace(/[^a-z']+/g, ' ')
    .replace(/(?<![a-z])'+|'+(?![a-z])/g, ' ')
    .replace(/([a-z])\1{2,}/g, '$1$1')
    .replace(/ +/g, ' ')
    .trim();
  return joinSpelledWords(words);
}

/** Signs stand for letters only where there are letters: "£4" and "1001" stay numbers, and "wow!" ends with a mark. */
function foldToken(token: string): string {
  const core = token.replace(/[!|]+$/, '');
  if (!/[a-z]/.test(core) || !/[0-9@$!|€]/.test(core)) return core;
  return core.replace(/[0134578@$!|€]/g, (sign) => LEET[sign] ?? sign);
}

/** "k i l l him" becomes "k i l l him kill": both readings are looked at; the "a" of "a k i l l" may be a word. */
function joinSpelledWords(words: string): string {
  const spelled = words.match(/(?<![a-z'])(?:[a-z] ){2,}[a-z](?![a-z'])/g) ?? [];
  const joined = spelled.map((letters) => letters.replaceAll(' ', ''));
  const withoutArticle = joined.filter((word) => /^[ai]/.test(word)).map((word) => word.slice(1));
  return [words, ...joined, ...withoutArticle].join(' ');
}
