import { findKindAt, kindTraits } from '../storyteller/kinds.ts';
import { isDescribing, properName } from '../storyteller/understand-prompt/figure-words.ts';
import { PERSONAL_TITLES } from '../storyteller/understand-prompt/personal-titles.ts';
import type { Term } from '../storyteller/understand-prompt/terms.ts';
import { readName, readNames } from './read-names.ts';
import { isRelation } from './relation-words.ts';
import { isPlaceNoun, isSmallWord } from './story-words.ts';

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

const DETERMINERS = /^(a|an|the|my|our|his|her|their|its|whose|this|that|another|one|some|your)$/;

const NUMBERS: Record<string, number> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, both: 2 };

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
    if (/^(my|our|his|her|their|its|whose)$/.test(determiner)) owner = determiner;
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
  while (at < terms.length && adjectives.length < 6 && !kindAt(words, at)) {
    const term = terms[at] as Term;
    const describes =
      term.isAdjective ||
      isDescribing(term.lower) ||
      /^(very|best|ex|late|former|long-lost|year-old|year|old|older|younger|\d+|five|six|seven|eight|nine|ten|four)$/.test(
        term.lower,
      ) ||
      (/ed$|ing$/.test(term.lower) &&
        (determiner !== '' || adjectives.length > 0) &&
        !/^(called|named)$/.test(term.lower));
    if (!describes || isSmallWord(term.lower) || term.isPossessive) break;
    adjectives.push(term.lower);
    at++;
  }
  let kind: string | undefined;
  let plural = false;
  const found = kindAt(words, at);
  if (found) {
    ({ kind, plural } = found);
    at += found.length;
    while (!terms[at - 1]?.endsClause) {
      const next = kindAt(words, at);
      // "her sister Daisy" is no flower.
      if (!next || (terms[at]?.isName && (!determiner || /^\p{Lu}/u.test(terms[at]?.text ?? '')))) break;
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
      !isSmallWord(next.lower) &&
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

/** A kind of somebody, or what somebody is to others: "stepsister", "first mate". */
function kindAt(
  words: readonly string[],
  at: number,
): { kind: string; plural: boolean; length: number } | undefined {
  const found = findKindAt(words, at);
  const word = words[at] ?? '';
  if (found || !isRelation(word)) return found;
  const plural = /[^s]s$/.test(word) && isRelation(word.replace(/s$/, ''));
  return { kind: plural ? word.replace(/s$/, '') : word, plural, length: 1 };
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
      isSmallWord(term.lower) ||
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
