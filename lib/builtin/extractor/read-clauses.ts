import type { Term } from '../storyteller/understand-prompt/terms.ts';
import { BE, isVerbAt, STATIVE } from './clause-words.ts';
import type { Mention } from './find-people.ts';
import { findSubjects, segments } from './find-subjects.ts';
import { readPredicate } from './read-predicate.ts';
import { capital, joinNames, say } from './say-clause.ts';
import type { StoryCast } from './story-cast.ts';

export type ClauseFindings = { plotPoints: string[]; themes: string[] };

/** What a sentence tells about those it names: how they are, who they are to each other, how they change, what happens. */
export function readClauses(
  terms: readonly Term[],
  mentions: readonly Mention[],
  cast: StoryCast,
  isPlotAnswer: boolean,
): ClauseFindings {
  const findings: ClauseFindings = { plotPoints: [], themes: [] };
  for (const [from, to] of segments(terms, mentions))
    readSegment(terms, from, to, mentions, cast, isPlotAnswer, findings);
  return findings;
}

function readSegment(
  terms: readonly Term[],
  from: number,
  to: number,
  mentions: readonly Mention[],
  cast: StoryCast,
  isPlotAnswer: boolean,
  findings: ClauseFindings,
): void {
  const subjects = findSubjects(terms, from, to, mentions, cast);
  let plotTold = false;
  for (const [index, subject] of subjects.entries()) {
    const until = subjects[index + 1]?.start ?? to;
    if (plotTold && until <= subject.verbAt) continue;
    const kind = readPredicate(
      terms,
      subject,
      trimEnd(terms, subject.verbAt, until),
      mentions,
      cast,
      findings,
    );
    if (kind === 'event' && !plotTold) {
      const end =
        index < subjects.length - 1 && /^(and|so|but)$/.test(terms[until - 1]?.lower ?? '') ? to : to;
      const text = `${joinNames(subject.members)} ${say(terms, subject.verbAt, end)}`;
      for (const member of subject.members) member.isListener = false;
      findings.plotPoints.push(text.trim());
      plotTold = true;
    }
  }
  if (subjects.length === 0 && !plotTold) {
    // "A unicorn called Sparkle" happens to nobody.
    const isOnlyNamed = mentions.some((one) => one.start <= from && one.end >= to);
    const told = isOnlyNamed ? undefined : tellWithoutSubject(terms, from, to, isPlotAnswer, cast);
    if (told) findings.plotPoints.push(told);
  }
}

function trimEnd(terms: readonly Term[], from: number, until: number): number {
  let end = until;
  while (
    end > from &&
    /^(and|but|so|because|when|while|until|then|if|who|that|which|or)$/.test(terms[end - 1]?.lower ?? '')
  )
    end--;
  return end;
}

/** "goes to the moon", "and then a storm comes": told of the hero, or as it was said. */
function tellWithoutSubject(
  terms: readonly Term[],
  from: number,
  to: number,
  isPlotAnswer: boolean,
  cast: StoryCast,
): string | undefined {
  let at = from;
  const isNarrated =
    /^(then|suddenly|and|but|one|finally|in|at)$/.test(terms[from]?.lower ?? '') || isPlotAnswer;
  while (at < to && /^(and|then|so|but|suddenly|finally|maybe|also)$/.test(terms[at]?.lower ?? '')) at++;
  const words = terms.slice(at, to);
  if (
    words.length < 2 ||
    words.some((term) => /^(i|we|you|me|us|idk|dunno|story|please|let|page|pages)$/.test(term.lower))
  )
    return undefined;
  const hero = cast.members.find((one) => !one.isListener);
  const firstVerb = isVerbAt(terms, at) && !BE.test(words[0]?.lower ?? '');
  if (firstVerb && isPlotAnswer && hero) return `${hero.name} ${say(terms, at, to)}`;
  const hasVerb = words.some((term, index) => index > 0 && term.isVerb && !/ing$/.test(term.lower));
  const startsWithNoun =
    (/^(they|he|she)$/.test(words[0]?.lower ?? '') &&
      !STATIVE.test(words[1]?.lower ?? '') &&
      isVerbAt(terms, at + 1)) ||
    /^(the|a|an|his|her|their|everyone|everybody|all|someone|somebody|there)$/.test(words[0]?.lower ?? '') ||
    words[0]?.isNoun === true;
  const hasEvent = words.some(
    (term) => term.isVerb && !BE.test(term.lower) && !/^(called|named|have|has)$/.test(term.lower),
  );
  if (
    hasVerb &&
    startsWithNoun &&
    (isNarrated ||
      (hasEvent &&
        !/^(it|there)$/.test(words[0]?.lower ?? '') &&
        /^(the|everyone|everybody|someone|a|an|they|he|she)$/.test(words[0]?.lower ?? '')))
  )
    return capital(say(terms, at, to));
  return isPlotAnswer && words.length >= 3 && hasVerb ? capital(say(terms, at, to)) : undefined;
}
