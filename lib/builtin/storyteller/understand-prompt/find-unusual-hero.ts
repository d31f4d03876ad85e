import { isPluralNoun } from '../grammar.ts';
import { isPerson } from '../kinds.ts';
import type { FoundFigure } from './find-figures.ts';
import { PLACE_NOUNS } from './place-words.ts';
import type { Term } from './terms.ts';

/** "a toaster who wants to fly", "a lonely traffic light": a noun nobody expects may still be the hero. */
export function findUnusualHero(terms: readonly Term[]): FoundFigure | undefined {
  for (let index = 0; index < terms.length; index++) {
    if (!/^(a|an|one|the|my)$/.test(terms[index]?.lower ?? '')) continue;
    const adjectives: string[] = [];
    let at = index + 1;
    while (terms[at]?.isAdjective && !terms[at]?.isNoun) adjectives.push(terms[at++]?.lower as string);
    const nouns: string[] = [];
    while (terms[at]?.isNoun && !terms[at]?.isName && nouns.length < 2) {
      nouns.push(terms[at]?.lower as string);
      if (terms[at++]?.endsClause) break;
    }
    const next = terms[at]?.lower ?? '';
    const acts =
      terms[at]?.isVerb || /^(who|that|named|called|which|whose|with|can't|wants|and|goes)$/.test(next);
    const noun = nouns.join(' ');
    if (
      nouns.length === 0 ||
      !acts ||
      (PLACE_NOUNS.has(nouns.at(-1) as string) && !/^(who|named|called|whose)$/.test(next)) ||
      /^(story|tale|day|time|night|way|lot|book|importance|power|value|adventure|fear|dark)/.test(noun)
    )
      continue;
    const last = nouns.at(-1) as string;
    if (!/^[a-z][a-z-]{2,}$/.test(last) || /(ness|tion|ship|ment|ing|ity)$/.test(last) || isPluralNoun(last))
      continue;
    return {
      kind: isPerson(last) ? last : noun,
      adjectives: adjectives.slice(0, 2),
      count: 1,
      role: 'actor',
      start: index,
      end: at,
    };
  }
  return undefined;
}
