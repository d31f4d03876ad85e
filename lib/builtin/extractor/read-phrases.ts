import { findKindAt, kindTraits } from '../storyteller/kinds.ts';
import { isDescribing, properName } from '../storyteller/understand-prompt/figure-words.ts';
import { PERSONAL_TITLES } from '../storyteller/understand-prompt/personal-titles.ts';
import type { Term } from '../storyteller/understand-prompt/terms.ts';
import { isPlaceNoun } from './story-words.ts';

/** A noun phrase that names somebody: its words, what they are, and their name if it is said. */
export type Phrase = {
  start: number;
  end: number;
  determiner: string;
  /** "my", "Tom": whose they are. */
  owner: string | undefined;
  adjectives: string[];
  kind: string | undefined;
  plural: boolean;
  count: number;
  names: string[];
  /** Said with "called" or the like: somebody even when the noun is an unusual one. */
  isIntroduced: boolean;
};

const DETERMINERS = /^(a|an|the|my|our|his|her|their|its|this|that|another|one|some|your)$/;
const NUMBERS: Record<string, number> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, both: 2 };
const SMALL =
  /^(i|he|she|it|they|we|you|him|them|me|us|and|or|but|who|that|which|what|where|when|why|how|with|in|on|at|to|of|for|from|by|is|are|was|were|be|not|no|yes|there|then|so|because|if|as|about|into|near|under|like|than|too|also|just|very|please|story|book|tale)$/;

export function isSmallWord(word: string): boolean {
  return SMALL.test(word);
}

/** The phrase about somebody that begins exactly here, if one does. */
export function readPhrase(terms: readonly Term[], start: number): Phrase | undefined {
  const words = terms.map((term) => term.lower);
  const first = terms[start];
  if (!first) return undefined;
  let at = start;
  let determiner = '';
  let owner: string | undefined;
  if (first.isPossessive && !isPlaceNoun(first.lower)) {
    owner = properName(first.text);
    at++;
  } else if (DETERMINERS.test(first.lower)) {
    determiner = first.lower;
    if (/^(my|our|his|her|their|its)$/.test(determiner)) owner = determiner;
    at++;
  }
  let count = NUMBERS[words[at] ?? ''] ?? 1;
  if (count > 1) at++;
  if (
    determiner === '' &&
    owner === undefined &&
    count === 1 &&
    PERSONAL_TITLES[first.lower] !== undefined &&
    !first.endsClause &&
    (/^\p{Lu}/u.test(terms[start + 1]?.text ?? '') || terms[start + 1]?.isName)
  )
    return readBareName(terms, start);
  const adjectives: string[] = [];
  while (at < terms.length && adjectives.length < 6 && !findKindAt(words, at)) {
    const term = terms[at] as Term;
    const describes =
      term.isAdjective ||
      isDescribing(term.lower) ||
      /^(very|best|year-old|year|old|older|younger|\d+|five|six|seven|eight|nine|ten|four)$/.test(
        term.lower,
      ) ||
      (/ed$|ing$/.test(term.lower) &&
        (determiner !== '' || adjectives.length > 0) &&
        !/^(called|named)$/.test(term.lower));
    if (!describes || SMALL.test(term.lower) || term.isPossessive) break;
    adjectives.push(term.lower);
    at++;
  }
  let kind: string | undefined;
  let plural = false;
  const found = findKindAt(words, at);
  if (found) {
    ({ kind, plural } = found);
    at += found.length;
    while (!terms[at - 1]?.endsClause) {
      const next = findKindAt(words, at);
      if (!next || (terms[at]?.isName && !determiner)) break;
      adjectives.push(kind);
      ({ kind, plural } = next);
      at += next.length;
    }
    // "a dragon egg", "a fox mask": the last noun is what it is.
    const next = terms[at];
    if (
      next &&
      owner === undefined &&
      !terms[at - 1]?.endsClause &&
      next.isNoun &&
      !next.isName &&
      !next.isVerb &&
      !SMALL.test(next.lower) &&
      !/^(called|named|one|day|time|today|tomorrow|once|home|everyone|everybody|something|someone)$/.test(
        next.lower,
      ) &&
      !/^[A-Z]/.test(next.text) &&
      terms[at - 1]?.isPossessive === false &&
      determiner !== '' &&
      !plural
    )
      return readUnusual(terms, words, start, at, {
        determiner,
        owner,
        adjectives: [...adjectives, kind],
        count,
      });
  } else if (determiner !== '' || count > 1 || (start === 0 && adjectives.length > 0)) {
    return readUnusual(terms, words, start, at, { determiner, owner, adjectives, count });
  } else if (owner === undefined || adjectives.length > 0) {
    return readBareName(terms, start);
  }
  if (!kind) return undefined;
  if (terms[at - 1]?.isPossessive)
    return {
      start,
      end: at,
      determiner,
      owner,
      adjectives,
      kind,
      plural,
      count,
      names: [],
      isIntroduced: false,
    };
  if (plural && count === 1) count = 2;
  const named = readNames(terms, at, count, owner !== undefined);
  return {
    start,
    end: named.end,
    determiner,
    owner,
    adjectives,
    kind,
    plural,
    count,
    names: named.names,
    isIntroduced: named.isIntroduced,
  };
}

/** "a toaster named Bob", "a lonely stapler who …": nouns nobody expects, only with a name or a "who". */
function readUnusual(
  terms: readonly Term[],
  words: string[],
  start: number,
  from: number,
  known: Pick<Phrase, 'determiner' | 'owner' | 'adjectives' | 'count'>,
): Phrase | undefined {
  let at = from;
  const nouns: string[] = [];
  while (at < terms.length && nouns.length < 3) {
    const term = terms[at] as Term;
    if (
      SMALL.test(term.lower) ||
      /^(called|named)$/.test(term.lower) ||
      (terms[at]?.isName && nouns.length > 0)
    )
      break;
    if (!term.isNoun && nouns.length > 0) break;
    if (!term.isNoun && !/^(called|named)$/.test(words[at + 1] ?? '')) break;
    nouns.push(term.lower);
    at++;
    if (term.endsClause) break;
  }
  const noun = nouns.at(-1);
  if (
    !noun ||
    isPlaceNoun(noun) ||
    /^(story|book|tale|name|day|time|title|adventure|game|song|thing|lot|bit|one|way|year|age|class)s?$/.test(
      noun,
    )
  )
    return undefined;
  const named = readNames(terms, at, known.count);
  const isSomebody =
    ((named.isIntroduced || known.owner !== undefined) && named.names.length > 0) || words[at] === 'who';
  if (!isSomebody) return undefined;
  return {
    start,
    end: named.end,
    ...known,
    adjectives: [...known.adjectives, ...nouns.slice(0, -1)],
    kind: noun,
    plural: false,
    names: named.names,
    isIntroduced: true,
  };
}

function readNames(
  terms: readonly Term[],
  from: number,
  count: number,
  isOwned = false,
): { names: string[]; end: number; isIntroduced: boolean } {
  let at = from;
  let isIntroduced = false;
  const word = (index: number) => terms[index]?.lower ?? '';
  if (/^(called|named|name|aka)$/.test(word(at))) {
    at++;
    isIntroduced = true;
    if (word(at) === 'is' || word(at) === 'are') at++;
  } else if (
    /^(whose|his|her|their|its|and)$/.test(word(at)) &&
    /^names?$/.test(word(at + 1)) &&
    /^(is|are)$/.test(word(at + 2))
  ) {
    at += 3;
    isIntroduced = true;
  } else if (
    /^(who|that|which)$/.test(word(at)) &&
    /^(is|are|was)$/.test(word(at + 1)) &&
    /^(called|named)$/.test(word(at + 2))
  ) {
    at += 3;
    isIntroduced = true;
  }
  const names: string[] = [];
  let end = from;
  while (at < terms.length && names.length < Math.max(count, 1)) {
    const next = terms[at];
    // "his dog rex": right after somebody's somebody comes a name, also in small letters.
    const isSmallName =
      isOwned &&
      names.length === 0 &&
      next !== undefined &&
      !terms[at - 1]?.endsClause &&
      next.isNoun &&
      !next.isVerb &&
      !next.isAdjective &&
      !isPlaceNoun(next.lower);
    const name = readName(terms, at, isIntroduced || isSmallName);
    if (!name) break;
    // "a fox, Tom said": only a name that stands apart is an apposition.
    if (
      !isIntroduced &&
      names.length === 0 &&
      terms[at - 1]?.endsClause &&
      count === 1 &&
      !terms[name.end - 1]?.endsClause
    )
      break;
    names.push(name.name);
    end = name.end;
    at = end;
    if (word(at) === 'and' && names.length < count) at++;
  }
  return { names, end: names.length > 0 ? end : from, isIntroduced };
}

/** One name: "Luna", "Captain Blue", "mr whiskers" after "called". */
export function readName(
  terms: readonly Term[],
  at: number,
  isIntroduced: boolean,
): { name: string; end: number } | undefined {
  const term = terms[at];
  if (
    !term ||
    (SMALL.test(term.lower) && term.lower !== 'may') ||
    (/^(something|someone|anything|whatever|idk|dunno|a|an|the|her|his|my|it)$/.test(term.lower) &&
      !/^[A-Z]/.test(term.text))
  )
    return undefined;
  if (/^(the)$/.test(term.lower) && !isIntroduced) return undefined;
  const capital = /^\p{Lu}/u.test(term.text);
  if (
    !isIntroduced &&
    !term.isName &&
    !(capital && !term.startsSentence && !isPlaceNoun(term.lower) && !term.isVerb)
  )
    return undefined;
  if (!/^[\p{L}\p{N}]/u.test(term.text)) return undefined;
  let end = at + 1;
  let name = /\d/.test(term.text)
    ? term.text.charAt(0).toUpperCase() + term.text.slice(1)
    : properName(term.text) || term.text;
  while (end < terms.length && end < at + 3 && !terms[end - 1]?.endsClause && !terms[end - 1]?.isPossessive) {
    const next = terms[end] as Term;
    const continues =
      (/^\p{Lu}/u.test(next.text) && !SMALL.test(next.lower)) ||
      (end === at + 1 &&
        PERSONAL_TITLES[term.lower] !== undefined &&
        !next.isVerb &&
        !SMALL.test(next.lower));
    if (!continues) break;
    name += ` ${properName(next.text)}`;
    end++;
  }
  return { name, end };
}

function readBareName(terms: readonly Term[], start: number): Phrase | undefined {
  const term = terms[start] as Term;
  const titled =
    PERSONAL_TITLES[term.lower] !== undefined &&
    (/^\p{Lu}/u.test(terms[start + 1]?.text ?? '') || terms[start + 1]?.isName === true);
  if (!term.isName && !titled) return undefined;
  const found = readName(terms, start, titled);
  if (!found) return undefined;
  const phrase: Phrase = {
    start,
    end: found.end,
    determiner: '',
    owner: undefined,
    adjectives: [],
    kind: titled ? PERSONAL_TITLES[term.lower] : undefined,
    plural: false,
    count: 1,
    names: [found.name],
    isIntroduced: false,
  };
  // "Nova the fox", "John, a detective", "Pip the brave mouse"
  const next = terms[found.end];
  if (
    next &&
    /^(the|a|an|my|our)$/.test(next.lower) &&
    !terms[found.end - 1]?.isPossessive &&
    (next.lower === 'the' ? !terms[found.end - 1]?.endsClause : terms[found.end - 1]?.endsClause)
  ) {
    const said = readPhrase(terms, found.end);
    if (said?.kind && said.names.length === 0 && kindTraits(said.kind))
      return { ...phrase, end: said.end, kind: said.kind, adjectives: said.adjectives, determiner: 'a' };
  }
  return phrase;
}
