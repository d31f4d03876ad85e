import { properName } from '../storyteller/understand-prompt/figure-words.ts';
import { PERSONAL_TITLES } from '../storyteller/understand-prompt/personal-titles.ts';
import type { Term } from '../storyteller/understand-prompt/terms.ts';
import { isPlaceNoun, isSmallWord } from './story-words.ts';

export function readNames(
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
    (/^(is|are)$/.test(word(at + 2)) || /^\p{Lu}/u.test(terms[at + 2]?.text ?? ''))
  ) {
    at += /^(is|are)$/.test(word(at + 2)) ? 3 : 2;
    isIntroduced = true;
  } else if (
    /^(who|that|which)$/.test(word(at)) &&
    /^(is|are|was)$/.test(word(at + 1)) &&
    /^(called|named)$/.test(word(at + 2))
  ) {
    at += 3;
    isIntroduced = true;
  }
  // "his farmer is Mrs Plum": what is somebody's is somebody.
  if (isOwned && !isIntroduced && /^(is|was|are)$/.test(word(at)) && !terms[at - 1]?.endsClause) {
    const name = readName(terms, at + 1, false);
    if (name && (terms[at + 1]?.isName || name.end > at + 2))
      return { names: [name.name], end: name.end, isIntroduced: true };
  }
  // "a cat as well, Ginger"
  if (!isIntroduced && count === 1 && /^(too|also)$|^as$/.test(word(at))) {
    const after = word(at) === 'as' && word(at + 1) === 'well' ? at + 2 : word(at) === 'as' ? -1 : at + 1;
    const name = after > 0 && terms[after - 1]?.endsClause ? readName(terms, after, false) : undefined;
    if (name && terms[name.end - 1]?.endsClause)
      return { names: [name.name], end: name.end, isIntroduced: true };
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
    (isSmallWord(term.lower) && term.lower !== 'may') ||
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
      (/^\p{Lu}/u.test(next.text) && !isSmallWord(next.lower)) ||
      (end === at + 1 &&
        PERSONAL_TITLES[term.lower] !== undefined &&
        !next.isVerb &&
        !isSmallWord(next.lower));
    if (!continues) break;
    name += ` ${properName(next.text)}`;
    end++;
  }
  return { name, end };
}
