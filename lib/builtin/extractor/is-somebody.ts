import { kindTraits } from '../storyteller/kinds.ts';
import type { Term } from '../storyteller/understand-prompt/terms.ts';
import { isVerbAt } from './clause-words.ts';
import type { Mention } from './find-people.ts';
import type { Phrase } from './read-phrases.ts';
import { isRelation } from './relation-words.ts';
import { isSmallWord } from './story-words.ts';

const USUALLY_THINGS = new Set(['vehicle', 'sky-thing', 'plant', 'food', 'toy', 'object']);

const ALIVE =
  /^(talking|singing|dancing|living|friendly|clever|grumpy|shy|brave|lonely|kind|magical|magic|scared|curious|naughty|sad|happy)$/;

const NOBODY =
  /^(friend|hero|creature|pet|kid|child|baby|animal|person|people|man|student|pupil|parent|reader|teacher|sibling|family)$/;

export function isSomebody(
  phrase: Phrase,
  terms: readonly Term[],
  previous: string,
  before: readonly Mention[],
  isHeroAnswer: boolean | 'perhaps',
  isAbout: boolean,
): boolean {
  const kind = phrase.kind as string;
  const next = terms[phrase.end]?.lower ?? '';
  if (phrase.isIntroduced) return true;
  // "Ava and Noah fly": right behind somebody, without an article, a word is what they do.
  if (phrase.determiner === '' && before.at(-1)?.end === phrase.start && !terms[phrase.start - 1]?.endsClause)
    return false;
  if (
    NOBODY.test(kind) &&
    !(isHeroAnswer && kind !== 'friend') &&
    !(
      phrase.adjectives.length > 0 &&
      phrase.determiner === 'a' &&
      !/^(friend|pet|hero|animal|creature)$/.test(kind)
    )
  )
    return false;
  if (/^(for|reading|read)$/.test(previous)) return false;
  if (
    phrase.determiner === '' &&
    phrase.count === 1 &&
    !isHeroAnswer &&
    !isAbout &&
    !/^(and|with)$/.test(previous)
  )
    return false;
  if (
    phrase.plural &&
    phrase.determiner === '' &&
    phrase.count === 2 &&
    phrase.adjectives.length === 0 &&
    !isAbout &&
    !isHeroAnswer
  )
    return false;
  if (isRelation(kind) && (phrase.owner !== undefined || /^(and|with)$/.test(previous)))
    return !phrase.plural;
  // "the elephants", "the children": many whom nobody has told of are there, but nobody of their own.
  if (
    phrase.plural &&
    phrase.determiner === 'the' &&
    phrase.count === 2 &&
    !isAbout &&
    !isHeroAnswer &&
    phrase.adjectives.length === 0
  )
    return false;
  const group = kindTraits(kind).group;
  if (USUALLY_THINGS.has(group)) {
    // "The wind", when we asked who; but "the wind blows" is weather.
    if (isHeroAnswer === true && phrase.start === 0 && !isVerbAt(terms, phrase.end)) return true;
    if (phrase.adjectives.some((word) => ALIVE.test(word)) && !/^(in|on|at|under|by|to)$/.test(previous))
      return true;
    return /^(who)$/.test(next) || (isAbout && next === 'that');
  }
  if (
    /^(in|on|at|inside|under|near|behind|by)$/.test(previous) &&
    /^(grown-up|man|woman)$/.test(group) &&
    !phrase.adjectives.length
  )
    return before.length > 0;
  return !isSmallWord(kind);
}
