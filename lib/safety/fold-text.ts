import confusables from 'unhomoglyph/data.json' with { type: 'json' };
import pictureWords from './picture-words.json' with { type: 'json' };

/**
 * Letters of other alphabets that look like Latin ones to a reader, where Unicode's own table says nothing or thinks of
 * capitals: 'в' stands for b here, 'п' for n.
 */
const LOOKALIKES = new Map(
  [
    ['аα', 'a'],
    ['ьвβ', 'b'],
    ['сϲ', 'c'],
    ['ԁ', 'd'],
    ['еєεѐ', 'e'],
    ['ɡ', 'g'],
    ['һн', 'h'],
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
  ].flatMap(([letters = '', latin = '']) => [...letters].map((letter): [string, string] => [letter, latin])),
);
/** Pictures that stand for a word ("how to make a 💣"), alone or side by side. */
const PICTURE_WORDS = new Map(Object.entries(pictureWords.pictures));
const PICTURE_SEQUENCES = Object.entries(pictureWords.sequences);
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
 * space between them. Accents, look-alike letters of other alphabets and digits for letters ("k1ll") are resolved; a
 * spelled-out word ("k i l l") stands joined at the end as well. Only for matching; never shown. Linear in the text.
 */
export function foldText(text: string): string {
  return joinSpelledWords(foldWords(foldLetters(text)));
}

/** Lower-case Latin letters where there were letters that look like them; signs and spaces as they were. */
export function foldLetters(text: string): string {
  return foldSequences(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, foldLetter)
    .replace(/[’‘ʼ`´]/g, "'");
}

function foldSequences(text: string): string {
  if (!/\p{Extended_Pictographic}/u.test(text)) return text;
  return PICTURE_SEQUENCES.reduce((all, [pictures, words]) => all.replaceAll(pictures, ` ${words} `), text);
}

/** Words of Latin letters with one space between them; what is no letter parts words. */
export function foldWords(letters: string): string {
  return letters
    .split(/\s+/)
    .map((token) => foldSigns(token))
    .join(' ')
    .replace(/[^a-z']+/g, ' ')
    .replace(/(?<![a-z])'+|'+(?![a-z])/g, ' ')
    .replace(/([a-z])\1{2,}/g, '$1$1')
    .replace(/ +/g, ' ')
    .trim();
}

/**
 * Signs stand for letters only where there are letters: "£4" and "1001" stay numbers, and "wow!" ends with a mark.
 * @param one what 1, ! and | stand for
 */
export function foldSigns(token: string, one: 'i' | 'l' = 'i'): string {
  let end = token.length;
  while (end > 0 && (token[end - 1] === '!' || token[end - 1] === '|')) end--;
  const core = token.slice(0, end);
  if (!/[a-z]/.test(core) || !/[0-9@$!|€]/.test(core)) return core;
  return core.replace(/[0134578@$!|€]/g, (sign) => (/[1!|]/.test(sign) ? one : (LEET[sign] ?? sign)));
}

function foldLetter(letter: string): string {
  const known = LOOKALIKES.get(letter);
  if (known !== undefined) return known;
  const word = PICTURE_WORDS.get(letter);
  if (word !== undefined) return ` ${word} `;
  const code = letter.codePointAt(0) ?? 0;
  // Letters in black squares and circles, and the halves of flags: Unicode's table leaves them as they are.
  for (const first of [0x1f150, 0x1f170, 0x1f1e6]) {
    if (code >= first && code < first + 26) return String.fromCharCode(97 + code - first);
  }
  const latin = (confusables as Record<string, string>)[letter];
  return latin !== undefined && /^[A-Za-z]{1,2}$/.test(latin) ? latin.toLowerCase() : letter;
}

/** "k i l l him" becomes "k i l l him kill": both readings are looked at; the "a" of "a k i l l" may be a word. */
function joinSpelledWords(words: string): string {
  const spelled = words.match(/(?<![a-z'])(?:[a-z] ){2,}[a-z](?![a-z'])/g) ?? [];
  const joined = spelled.map((letters) => letters.replaceAll(' ', ''));
  const withoutArticle = joined.filter((word) => /^[ai]/.test(word)).map((word) => word.slice(1));
  return [words, ...joined, ...withoutArticle].join(' ');
}
