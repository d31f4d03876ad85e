import nlp from 'compromise';
import { findKindAt, listKinds } from '../kinds.ts';
import { isEnglishWord } from './english-words.ts';
import { genderOfName } from './given-names.ts';
import { PLACE_WORDS } from './place-words.ts';

/** One word of the prompt with what is known about it. */
export type Term = {
  text: string;
  lower: string;
  /** The word stands before a comma, a full stop or the end of a clause. */
  endsClause: boolean;
  endsSentence: boolean;
  startsSentence: boolean;
  isName: boolean;
  nameGender: 'she' | 'he' | undefined;
  isNoun: boolean;
  isVerb: boolean;
  isAdjective: boolean;
  isPossessive: boolean;
  /** "he's", "they'll": a verb is hidden in it. */
  isContracted: boolean;
  isPast: boolean;
};

type CompromiseTerm = { text: string; pre: string; post: string; tags: string[] };

const lexicon = (nlp.model() as { one: { lexicon: Record<string, unknown> } }).one.lexicon;
const NEVER_NAMES = new Set(
  'i a an the he she they it we you his her their its my our who what when where why how one two three four five once then there this that these those and but or so if in on at to for of with from by about after before christmas halloween easter diwali hanukkah ramadan eid thanksgiving monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december english spring summer autumn winter mom mum dad mommy daddy mummy god earth mars candy land north south east west pole santa story stories tale kids adventure friendship write some every all no not can let sie er es der die das un una el la le'.split(
    ' ',
  ),
);

/** Words with their parts of speech; spelling slips in words nobody knows are put right first. */
export function readTerms(text: string): Term[] {
  const terms: Term[] = [];
  const document = nlp(mendSpelling(text)).json() as { terms: CompromiseTerm[] }[];
  for (const sentence of document) {
    sentence.terms.forEach((term, index) => {
      // Contractions come as extra terms without text.
      if (term.text === '') return;
      const tags = new Set(term.tags);
      const bare = term.text.replace(/'s$/i, '').replace(/[^\p{L}\p{N}'-]/gu, '');
      const lower = bare.toLowerCase();
      if (lower === '') return;
      const last = index === sentence.terms.length - 1;
      const endsClause = last || /[,;:.!?()–—]/.test(term.post);
      terms.push({
        text: bare,
        lower,
        endsClause,
        endsSentence: last,
        startsSentence: index === 0,
        isName: looksLikeName(bare, lower, tags, index === 0 && !endsClause),
        nameGender:
          genderOfName(lower) ?? (tags.has('FemaleName') ? 'she' : tags.has('MaleName') ? 'he' : undefined),
        isNoun: tags.has('Noun'),
        isVerb: tags.has('Verb') && !tags.has('Auxiliary'),
        isAdjective: tags.has('Adjective'),
        isPossessive: /'s$/i.test(term.text) && tags.has('Possessive'),
        isPast: tags.has('PastTense'),
        isContracted: /'(s|d|re|ll|ve|m)$/i.test(term.text) && !tags.has('Possessive'),
      });
    });
  }
  return terms;
}

/** Names that are also words, kinds or abbreviations; with a capital they are names. */
const WORDLIKE_NAMES = new Set(
  'max rex will mark rose robin daisy lily ivy hazel violet poppy jack bill sam pat grace hope joy faith ruby pearl jasmine olive basil ray drew chase hunter archer finn penny sunny buddy lucky pip dot bruno leo luna nova milo otto theo zoe ada nora maya kai hugo luca jade amber rosie'.split(
    ' ',
  ),
);

/** "An Inuit girl", "in Berlin": with capitals, and nobody. */
const PLACE_TAGS = new Set(['Place', 'City', 'Country', 'Region', 'Demonym', 'WeekDay', 'Month', 'Date']);

function looksLikeName(text: string, lower: string, tags: Set<string>, startsSentence: boolean): boolean {
  if (/^\p{Lu}\p{Ll}/u.test(text) && (WORDLIKE_NAMES.has(lower) || genderOfName(lower))) return true;
  if (/'(m|d|ll|ve|re)$/.test(lower)) return false;
  if (NEVER_NAMES.has(lower) || findKindAt([lower], 0) || PLACE_WORDS[lower]) return false;
  if (!/^\p{L}[\p{L}'-]+$/u.test(text)) return false;
  if (tags.has('FirstName') && !tags.has('Verb')) return true;
  const capital = /^\p{Lu}/u.test(text);
  if (!capital || [...tags].some((tag) => PLACE_TAGS.has(tag))) return false;
  if (tags.has('Person') || tags.has('ProperNoun')) return true;
  // A capital in mid-sentence is a name; at the start only when it is no English word we know.
  return startsSentence
    ? lexicon[lower] === undefined && tags.has('Noun') && !isEnglishWord(lower)
    : !tags.has('Verb') && !tags.has('Adjective');
}

const KNOWN_SPELLINGS = [...listKinds().filter((kind) => !kind.includes(' ')), ...Object.keys(PLACE_WORDS)];
const COMMON_SLIPS: Record<string, string> = {
  litle: 'little',
  littel: 'little',
  lookes: 'looks',
  wonts: 'wants',
  freind: 'friend',
  frend: 'friend',
  chese: 'cheese',
  cheeze: 'cheese',
  majic: 'magic',
  majical: 'magical',
  magicle: 'magical',
  beatiful: 'beautiful',
  adventur: 'adventure',
  frends: 'friends',
  freinds: 'friends',
  tresure: 'treasure',
  trasure: 'treasure',
  scarred: 'scared',
  skared: 'scared',
  brav: 'brave',
  hous: 'house',
  storey: 'story',
  // Right already, but no word the language library lists, and one letter from a stork.
  story: 'story',
  stories: 'stories',
  wich: 'witch',
  lookin: 'looking',
  serches: 'searches',
};

/** "a litle mose" → "a little mouse": only small words nobody knows, one letter away from a kind or a place. */
function mendSpelling(text: string): string {
  return text.replace(/\b[a-z]{4,}\b/g, (word) => {
    const slip = COMMON_SLIPS[word];
    if (slip) return slip;
    if (lexicon[word] !== undefined || findKindAt([word], 0) || PLACE_WORDS[word]) return word;
    if (/(ing|ed|ly|ness|ful|less|s)$/.test(word) && word.length < 7) return word;
    const near = KNOWN_SPELLINGS.filter(
      (known) =>
        known.length >= 5 &&
        Math.abs(known.length - word.length) <= 1 &&
        known[0] === word[0] &&
        isOneSlipAway(word, known),
    );
    // "diver" is no slip of "driver".
    return near.length === 1 && !isEnglishWord(word) ? (near[0] ?? word) : word;
  });
}

/** One letter changed, added or left out, or two neighbours swapped. */
function isOneSlipAway(word: string, known: string): boolean {
  if (word === known) return true;
  let start = 0;
  while (start < word.length && word[start] === known[start]) start++;
  const a = word.slice(start);
  const b = known.slice(start);
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}
