import { isEnglishWord } from '../storyteller/understand-prompt/english-words.ts';
import { genderOfName } from '../storyteller/understand-prompt/given-names.ts';
import { PERSONAL_TITLES } from '../storyteller/understand-prompt/personal-titles.ts';

export type Language = 'english' | 'german' | 'other';

/** As far as it matters here: where capitals mean names, and where every noun has one. */
export function guessLanguage(text: string): Language {
  const share = (words: RegExp) => (text.match(words)?.length ?? 0) / text.length;
  if (share(/\b(?:der|die|das|und|nicht|ein|ist|war|sie|er)\b/gi) > 1 / 120) return 'german';
  const english = /\b(?:the|and|was|were|to|of|in|he|she|it|is|are|said|with|a)\b/gi;
  return share(english) > 1 / 60 ? 'english' : 'other';
}

/** Somebody a text calls by name, with how often it does. */
export type FoundName = { name: string; count: number };

const NOT_NAMES = new Set(
  'i a the and but or so if it he she they we you his her my our their its this that these those there then when where what who why how yes no oh ah well now once upon one two three not all every some many monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter halloween english french german spanish italian god lord mum mom dad mummy daddy chapter part mr mrs ms miss dr sir madam good dear hello goodbye thank thanks please come go look stop wait help let here god earth sun moon'.split(
    ' ',
  ),
);
/** Before a name these say that it is a place. */
const LEADS_TO_PLACE =
  /^(in|at|from|to|near|of|into|through|across|toward|towards|over|outside|around|aus|nach|von|bei|à|en|de|da|di|a)$/i;
/** Before a capital these say that it is a German noun. */
const GERMAN_DETERMINER =
  /^(der|die|das|dem|den|des|ein|eine|einen|einem|einer|eines|im|am|zum|zur|vom|beim|ins|ans|kein|keine|keinen|mein\w*|dein\w*|sein\w*|ihr\w*|unser\w*|dies\w*|jed\w*|viel\w*|alle\w*|zwei|drei|mit|ohne|für|\p{Ll}+(?:e|en|er|es|em))$/u;

const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}’'-]*|[.!?…:;,“”"«»„()—–]+/gu;

/**
 * Names by their capitals: a word that stands with one in the middle of a sentence and is no place, day or German noun.
 * Words in a row are one name, with the title before it: "Sir Roland". Most frequent first.
 */
export function findNames(text: string, language: Language): FoundName[] {
  const isGerman = language === 'german';
  const tokens = text.match(TOKEN) ?? [];
  const stats = new Map<
    string,
    { count: number; inside: number; asPlace: number; determined: number; small: number }
  >();
  const stat = (name: string) => {
    const known = stats.get(name);
    if (known) return known;
    const fresh = { count: 0, inside: 0, asPlace: 0, determined: 0, small: 0 };
    stats.set(name, fresh);
    return fresh;
  };
  const smallWords = new Set<string>();
  for (const token of tokens) if (/^\p{Ll}/u.test(token)) smallWords.add(token);
  for (let at = 0; at < tokens.length; at++) {
    if (!isCapital(tokens[at])) continue;
    const startsSentence = at === 0 || /[.!?…:“”"«»„(—–]/.test(tokens[at - 1] ?? '');
    const first = (tokens[at] ?? '').toLowerCase();
    const words = [bareName(tokens[at] ?? '')];
    let end = at + 1;
    while (
      words.length < 3 &&
      isCapital(tokens[end]) &&
      !NOT_NAMES.has((tokens[end] ?? '').toLowerCase()) &&
      !isGerman
    ) {
      words.push(bareName(tokens[end] ?? ''));
      end++;
    }
    if (
      startsSentence &&
      words.length > 1 &&
      (NOT_NAMES.has(first) || (smallWords.has(first) && !PERSONAL_TITLES[first]))
    )
      words.shift();
    // "Mr. Bun": the stop belongs to the title.
    if (words.length === 1 && PERSONAL_TITLES[first] && tokens[end] === '.' && isCapital(tokens[end + 1])) {
      words.push(bareName(tokens[end + 1] ?? ''));
      end += 2;
    }
    const name = words.join(' ');
    if (words.length === 1 && (NOT_NAMES.has(name.toLowerCase()) || PERSONAL_TITLES[name.toLowerCase()]))
      continue;
    const one = stat(name);
    one.count++;
    if (!startsSentence || words.length > 1) one.inside++;
    const before = tokens[at - 1] ?? '';
    if (!startsSentence && LEADS_TO_PLACE.test(before)) one.asPlace++;
    if (isGerman && !startsSentence && GERMAN_DETERMINER.test(before)) one.determined++;
    if (smallWords.has(name.toLowerCase())) one.small++;
    at = end - 1;
  }
  const found = [...stats].flatMap(([name, one]) => {
    const known =
      genderOfName(name.split(' ').at(-1) ?? '') !== undefined ||
      PERSONAL_TITLES[name.split(' ')[0]?.toLowerCase() ?? ''];
    // "Bram trimmed the wick." begins with no English word, so with a name.
    const isForeign = language === 'english' && one.small === 0 && !isEnglishWord(name.toLowerCase());
    if (one.inside === 0 && !known && !isForeign && (one.count < 2 || one.small > 0)) return [];
    if (one.inside === 0 && one.small > 0) return [];
    if (one.asPlace > one.count * 0.5 && !known) return [];
    if (isGerman && !known && (one.count < 2 || one.determined > one.count * 0.2)) return [];
    return [{ name, count: one.count }];
  });
  return joinAliases(found).toSorted((a, b) => b.count - a.count);
}

/** "Roland" is "Sir Roland", who is named in full somewhere. */
function joinAliases(found: readonly FoundName[]): FoundName[] {
  const full = found.filter((one) => one.name.includes(' '));
  const kept = new Map(found.map((one) => [one.name, { ...one }]));
  for (const one of found) {
    if (one.name.includes(' ')) continue;
    const owners = full.filter((other) => other.name.split(' ').includes(one.name));
    const [owner] = owners;
    if (owners.length !== 1 || !owner) continue;
    const keeper = kept.get(owner.name);
    if (keeper) keeper.count += one.count;
    kept.delete(one.name);
  }
  return [...kept.values()];
}

function isCapital(token: string | undefined): boolean {
  return token !== undefined && /^\p{Lu}[\p{Ll}’'-]+(?:-?\p{Lu}?\p{Ll}+)*$/u.test(token);
}

function bareName(token: string): string {
  return token.replace(/[’']s$/u, '').replace(/[’']$/, '');
}
