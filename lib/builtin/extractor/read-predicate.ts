import type { Term } from '../storyteller/understand-prompt/terms.ts';
import { BE, HAPPENED, HAVE, LEARNS, MODIFIER, STATIVE } from './clause-words.ts';
import type { Mention } from './find-people.ts';
import type { Subject } from './find-subjects.ts';
import type { ClauseFindings } from './read-clauses.ts';
import { joinNames, pushNew, say } from './say-clause.ts';
import type { Member, StoryCast } from './story-cast.ts';
import { themeOfLesson } from './story-words.ts';

const RELATED =
  /\b(sisters?|brothers?|twins?|friends?|mum|mom|mother|dad|father|grandma|grandmother|grandpa|grandfather|cousins?|enem(?:y|ies)|rivals?|partners?|neighbou?rs?|siblings?|aunt|uncle|owner|pet|dog|cat|teacher|son|daughter|wife|husband|boss|helper|sidekick|assistant|nephew|niece|classmates?|mentor|apprentice)\b/;

export function readPredicate(
  terms: readonly Term[],
  subject: Subject,
  end: number,
  mentions: readonly Mention[],
  cast: StoryCast,
  findings: ClauseFindings,
): 'event' | 'state' {
  let at = subject.verbAt;
  while (at < end - 1 && MODIFIER.test(terms[at]?.lower ?? '') && !STATIVE.test(terms[at]?.lower ?? '')) at++;
  const verb = terms[at]?.lower ?? '';
  const said = say(terms, subject.verbAt, end);
  const [first] = subject.members as [Member, ...Member[]];
  const around = terms.map((term) => term.lower).join(' ');
  const isEnding =
    /\b(in the end|at the end|finally|at last|any more|no longer|by the end|not .* any more)\b/.test(around);
  const others = mentions
    .filter((one) => one.start >= at && one.start < end)
    .flatMap((one) => one.members)
    .filter((one) => !subject.members.includes(one));
  if (LEARNS.test(verb) && !/^(becomes?|became)$/.test(verb)) {
    for (const member of subject.members) pushNew(member.arc, said);
    const theme = themeOfLesson(say(terms, at, end));
    if (theme) findings.themes.push(theme);
    for (const member of subject.members) member.isListener = false;
    return 'state';
  }
  if (/^(becomes?|became)$/.test(verb)) {
    if (RELATED.test(said)) relate(subject.members, others, said, cast);
    for (const member of RELATED.test(said) ? [] : subject.members) pushNew(member.arc, said);
    return RELATED.test(said) ? 'event' : 'state';
  }
  if (BE.test(verb)) {
    const next = terms[at + 1]?.lower ?? '';
    if (/^(called|named)$/.test(next)) return 'state';
    if (
      RELATED.test(said) &&
      (subject.members.length > 1 || others.length > 0 || /\b(his|her|their|my|'s)\b/.test(said)) &&
      !/^(is|are) (a|an) [^']*$/.test(said.split(' of ')[0] ?? '')
    ) {
      relate(subject.members, others, say(terms, at + 1, end), cast);
      return 'state';
    }
    const isGoing =
      /ing$/.test(next) &&
      terms[at + 1]?.isVerb === true &&
      !/^(living|caring|loving|daring|charming|missing|wearing)$/.test(next);
    if ((isGoing || HAPPENED.test(next) || next === 'about') && !isEnding) return 'event';
    if (isEnding) for (const member of subject.members) pushNew(member.arc, said);
    else for (const member of subject.members) pushNew(member.description, describeState(terms, at + 1, end));
    return 'state';
  }
  if (HAVE.test(verb)) {
    if (terms[at + 1]?.lower === 'to') return 'event';
    const relation = RELATED.exec(said)?.[1];
    if (relation && others.length > 0) {
      relate(others, [first], `${first.name}'s ${relationWord(said, relation)}`, cast);
      return 'state';
    }
    if (isEnding) for (const member of subject.members) pushNew(member.arc, said);
    else for (const member of subject.members) pushNew(member.description, said);
    return 'state';
  }
  if (isEnding && STATIVE.test(verb)) {
    for (const member of subject.members) pushNew(member.arc, said);
    return 'state';
  }
  if (
    STATIVE.test(verb) &&
    !/^(looks?|looked) for\b/.test(say(terms, at, end)) &&
    !/^(works?|plays) (with|out|together)/.test(say(terms, at, end))
  ) {
    for (const member of subject.members) pushNew(member.description, said);
    return 'state';
  }
  return 'event';
}

function relationWord(said: string, relation: string): string {
  return /\bbest friend\b/.test(said)
    ? 'best friend'
    : (/\b(twin|little|big|older|younger|baby|pet) (sister|brother|dog|cat)\b/.exec(said)?.[0] ?? relation);
}

function relate(members: readonly Member[], others: readonly Member[], said: string, cast: StoryCast): void {
  const owner = others[0] ?? cast.latest(3).find((one) => !members.includes(one));
  if (members.length > 1 && others.length === 0) {
    for (const member of members)
      pushNew(member.relationships, `${said} with ${joinNames(members.filter((one) => one !== member))}`);
    return;
  }
  const text = said.replace(/\b(his|her|their)\b/, owner ? `${owner.name}'s` : '$1');
  for (const member of members) {
    member.isListener = false;
    const whose = owner && !text.includes(owner.name) ? `${text} (${owner.name})` : text;
    pushNew(member.relationships, whose);
  }
}

function describeState(terms: readonly Term[], from: number, end: number): string {
  return say(terms, from, end).replace(/^(\d+)( years? old)?$/, '$1 years old');
}
