import { foldSigns, foldWords } from './fold-text.ts';
import { isSpelledAsEnglish } from './known-words.ts';
import { partWords } from './part-words.ts';
import { createTypoFinder } from './typo-finder.ts';

/** Single letters with the same kind of thing between them: "k i l l", "c.u.t.s", "h-e-r-o-i-n". */
const SPELLED = /(?<![a-z0-9'])[a-z0-9@$](?:[ .\-_,/|~+]{1,3}[a-z0-9@$]){2,}(?![a-z0-9'])/g;
const MASKED = /^[a-z0-9]*(?:[*#%]+[a-z0-9]+)+$|^[a-z0-9]+[*#%]+$/;
/** Names of places that look like two words run together. */
const PLACES = new Set([
  'middlesex',
  'essex',
  'sussex',
  'wessex',
  'scunthorpe',
  'penistone',
  'fuchs',
  'manchester',
]);
const LONGEST_WORD = 30;
const LONGEST_RUN = 200;
/** So many masked words are looked up in one text; more is noise. */
const MOST_MASKED = 100;
const REMEMBERED_WORDS = 20_000;

/**
 * Reads what is hidden: spelled-out words are joined, joined words parted, stretched letters let go, letters behind stars
 * guessed, and misspelled words put right, all towards the words the rules are made of.
 * @param vocabulary the words of the rules, lower case
 * @param mayBeMeant whether a misspelled word may be put right to this one
 */
export function createTextRepair(
  vocabulary: ReadonlySet<string>,
  mayBeMeant: (word: string) => boolean = () => true,
): (letters: string) => string {
  const findTypo = createTypoFinder(new Set([...vocabulary].filter(mayBeMeant)));
  const byLength = new Map<number, string[]>();
  for (const word of vocabulary) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
  const isKnown = (word: string) => vocabulary.has(word) || isSpelledAsEnglish(word) || PLACES.has(word);
  const remembered = new Map<string, string>();

  const repairWord = (word: string): string => {
    if (word.length < 3 || vocabulary.has(word)) return word;
    const known = remembered.get(word);
    if (known !== undefined) return known;
    if (remembered.size > REMEMBERED_WORDS) remembered.clear();
    const repaired = findRepair(word);
    if (word.length <= LONGEST_WORD) remembered.set(word, repaired);
    return repaired;
  };
  const findRepair = (word: string): string => {
    const calm = word.length <= LONGEST_WORD ? releaseLetters(word, vocabulary, isSpelledAsEnglish) : word;
    if (isKnown(calm)) return calm;
    const mirrored = calm.length <= LONGEST_WORD && calm.length > 3 ? [...calm].reverse().join('') : '';
    if (vocabulary.has(mirrored)) return mirrored;
    if (calm.length >= 5 && calm.length <= LONGEST_WORD) {
      const meant = findTypo(calm);
      if (meant !== undefined) return meant;
    }
    if (calm.length >= 7) return partWords(calm.slice(0, LONGEST_RUN), vocabulary) ?? calm;
    return calm;
  };

  return (letters) => {
    let maskedLeft = MOST_MASKED;
    const tokens = letters.replace(SPELLED, (run) => joinSpelled(run, vocabulary)).split(/\s+/);
    const words = tokens.flatMap((token) => {
      const core = token.replace(/^[^a-z0-9*#%@$]+/, '');
      const bare = core.slice(0, LONGEST_WORD + 5).replace(/[^a-z0-9*#%@$]+$/, '');
      if (bare.length <= LONGEST_WORD && /[*#%]/.test(bare) && MASKED.test(bare) && maskedLeft-- > 0) {
        return guessMasked(foldSigns(bare), byLength, isKnown);
      }
      return foldWords(chooseSigns(core, isKnown)).split(' ').map(repairWord);
    });
    return joinFragments(words, vocabulary).join(' ');
  };
}

function joinSpelled(run: string, vocabulary: ReadonlySet<string>): string {
  const joined = run.replace(/[^a-z0-9@$]/g, '');
  // "a b o m b" begins with an article.
  if (/^[ai]/.test(joined) && vocabulary.has(joined.slice(1))) return `${joined[0]} ${joined.slice(1)}`;
  return /[a-z]/.test(joined) ? joined : run;
}

/** 1, ! and | are i or l: "k1ll" and "ki11". The reading that makes a word wins. */
function chooseSigns(token: string, isKnown: (word: string) => boolean): string {
  if (!/[1!|]/.test(token) || !/[a-z]/.test(token)) return token;
  const asI = foldWords(token);
  if (isKnown(asI)) return asI;
  const asL = foldWords(foldSigns(token, 'l'));
  if (isKnown(asL)) return asL;
  const mixed = foldWords(token.replace(/[1!|]/, 'i').replace(/[1!|]/g, 'l'));
  return isKnown(mixed) ? mixed : token;
}

/** "fuuuck" → "fuck", "kiiilll" → "kill": every stretched letter may stand once or twice; at most four of them are tried. */
function releaseLetters(
  word: string,
  vocabulary: ReadonlySet<string>,
  isEnglish: (word: string) => boolean,
): string {
  if (!/([a-z])\1/.test(word) || isEnglish(word)) return word;
  const parts = word.match(/([a-z'])\1*/g) ?? [];
  let readings = [''];
  let doubled = 0;
  for (const part of parts) {
    const letter = part[0] ?? '';
    if (part.length > 1 && doubled++ < 4) {
      readings = readings.flatMap((start) => [start + letter, start + letter + letter]);
    } else readings = readings.map((start) => start + part.slice(0, 2));
  }
  return readings.find((one) => vocabulary.has(one)) ?? readings.find(isEnglish) ?? word;
}

/** "s*x", "h*tl*r", "f**k": the words it may be, at most three; nothing is guessed from more stars than letters. */
function guessMasked(
  token: string,
  byLength: ReadonlyMap<number, string[]>,
  isKnown: (word: string) => boolean,
): string[] {
  const open = token.replace(/[*#%]/g, '');
  const stars = token.length - open.length;
  if (isKnown(open) && open.length > 2) return [open];
  if (open.length < 2 || stars > open.length) return [open];
  const candidates = byLength.get(token.length) ?? [];
  const fits = (word: string) => {
    for (let at = 0; at < token.length; at++) {
      const sign = token[at];
      if (sign !== '*' && sign !== '#' && sign !== '%' && sign !== word[at]) return false;
    }
    return true;
  };
  const found = candidates.filter(fits).slice(0, 3);
  return found.length > 0 ? found : [open];
}

/** "s ex", "por n": neighbours of which one is no word are joined where that makes a word of the rules. */
function joinFragments(words: string[], vocabulary: ReadonlySet<string>): string[] {
  const isFragment = (word: string) =>
    word.length === 1 ? word !== 'a' && word !== 'i' : word.length < 5 && !isSpelledAsEnglish(word);
  const joined: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const next = words[at + 1] ?? '';
    if (next !== '' && word !== '' && (isFragment(word) || isFragment(next)) && vocabulary.has(word + next)) {
      joined.push(word + next);
      at++;
    } else if (word !== '') joined.push(word);
  }
  return joined;
}
