import { findKindAt, pronounOfKind } from '../kinds.ts';
import { roleAt } from './figure-role.ts';
import { DETERMINERS, isDescribing, properName, qualifies } from './figure-words.ts';
import type { FoundFigure } from './find-figures.ts';
import { PERSONAL_TITLES } from './personal-titles.ts';
import { PLACE_NOUNS } from './place-words.ts';
import type { Term } from './terms.ts';

/** "Nova the fox", "Mia", "Captain Pickle", "Tom, a shy boy". */
export function readNamed(terms: readonly Term[], words: string[], start: number): FoundFigure | undefined {
  const first = terms[start];
  if (!first) return undefined;
  const next = terms[start + 1];
  // "the village of Little Puddle": a place's name.
  if (words[start - 1] === 'of' && PLACE_NOUNS.has(words[start - 2] ?? '')) return undefined;
  // "an Inuit boy", "the Viking ship": a capital between an article and its noun.
  if (start > 0 && DETERMINERS.has(wordAround(words, start - 1)) && next && !first.endsClause) {
    if (!first.nameGender && (findKindAt(words, start + 1) || (next.isNoun && !next.isName)))
      return undefined;
  }
  const title = PERSONAL_TITLES[first.lower];
  // "princess Lily": the title belongs to the name.
  const titled =
    title !== undefined &&
    next !== undefined &&
    !first.endsClause &&
    (next.isName || isCapitalPair(first, next, words, start));
  if (!first.isName && !titled && !isNameBeforeThe(terms, words, start)) return undefined;
  const nameTerm = titled ? next : first;
  let end = titled ? start + 2 : start + 1;
  let name = properName(nameTerm.text);
  if (titled) name = `${properName(first.text)} ${name}`;
  else {
    // Names in a row without a comma are one: "Mary Ann", "Red Riding Hood".
    for (let last = nameTerm; end < start + 3 && !last.endsClause; end++) {
      const following = terms[end];
      if (!following?.isName || words[end + 1] === 'the') break;
      name = `${name} ${properName(following.text)}`;
      last = following;
    }
  }
  const figure: FoundFigure = { name, adjectives: [], count: 1, role: roleAt(words, start, []), start, end };
  if (title && titled) figure.kind = title;
  if (nameTerm.nameGender) figure.pronoun = nameTerm.nameGender;
  const described = readDescription(terms, words, end);
  if (described) {
    figure.kind = described.kind;
    figure.adjectives = described.adjectives;
    figure.end = described.end;
    figure.pronoun ??= pronounOfKind(described.kind);
  }
  return figure;
}

/** The word at a place, or the article before it where it only describes: "a young Inuit". */
function wordAround(words: readonly string[], at: number): string {
  return isDescribing(words[at]) ? (words[at - 1] ?? '') : (words[at] ?? '');
}

const CALLED_BY_ANYTHING = /^(?:captain|mr|mrs|miss|sir|dr|doctor|professor|lady|uncle|aunt)$/;

/** "Captain Coral": after a capital title even an ordinary word with a capital is a name. */
function isCapitalPair(first: Term, next: Term, words: string[], start: number): boolean {
  return (
    /^\p{Lu}\p{Ll}/u.test(first.text) &&
    /^\p{Lu}\p{Ll}/u.test(next.text) &&
    !PLACE_NOUNS.has(next.lower) &&
    !DETERMINERS.has(next.lower) &&
    !/^(and|or|who|with|in|of|on|at|to|for|from|is|was|wants?|finds?|meets?|goes)$/.test(next.lower) &&
    !next.isVerb &&
    // "Captain Pickle" and "Mr Fox" are called so; a "Pirate Cat" is a cat.
    (CALLED_BY_ANYTHING.test(first.lower) || !findKindAt(words, start + 1))
  );
}

/** "Zizi the fox" names somebody even when no list knows the name and it is written small. */
function isNameBeforeThe(terms: readonly Term[], words: string[], start: number): boolean {
  const term = terms[start];
  if (
    !term ||
    words[start + 1] !== 'the' ||
    term.endsClause ||
    DETERMINERS.has(term.lower) ||
    !/^\p{L}{2,}$/u.test(term.text)
  )
    return false;
  if (
    term.isVerb ||
    /^(and|with|of|in|on|to|for|by|from|into|at|like|is|are|named|called|about|meets?|helps?|saves?|finds?|under|over|near|behind|how|what|why|when|where|who|if|that|because|but|so|then|once)$/.test(
      term.lower,
    )
  )
    return false;
  // "Button the dog" in mid-sentence has its capital for a reason.
  if (findKindAt(words, start) && !(start > 0 && /^\p{Lu}\p{Ll}/u.test(term.text))) return false;
  const described = readDescription(terms, words, start + 1);
  return described !== undefined && !/^(sea|sun|moon|sky)$/.test(described.kind);
}

/** After a name: "the brave fox", ", a little robot", "is a dragon", "who is a shy owl". */
function readDescription(terms: readonly Term[], words: string[], from: number) {
  let index = from;
  if (/^(is|was|who)$/.test(words[index] ?? '')) index++;
  if (/^(is|was)$/.test(words[index] ?? '')) index++;
  if (!/^(the|a|an|my|our|his|her)$/.test(words[index] ?? '')) return undefined;
  index++;
  const adjectives: string[] = [];
  while (terms[index] && adjectives.length < 3 && !findKindAt(words, index) && qualifies(terms[index])) {
    adjectives.push(words[index] as string);
    index++;
  }
  const found = findKindAt(words, index);
  if (!found || found.plural) return undefined;
  return { kind: found.kind, adjectives, end: index + found.length };
}
