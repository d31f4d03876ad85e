import type { Term } from '../storyteller/understand-prompt/terms.ts';
import { BE, HAPPENED, HAVE, LEARNS, MODIFIER, STATIVE } from './clause-words.ts';
import { findOwners } from './find-owners.ts';
import type { Mention } from './find-people.ts';
import type { Subject } from './find-subjects.ts';
import type { ClauseFindings } from './read-clauses.ts';
import { tellTrait } from './read-traits.ts';
import { namesOf } from './relate-people.ts';
import { findRelation, isRelation } from './relation-words.ts';
import { joinNames, pushNew, say } from './say-clause.ts';
import type { Member, StoryCast } from './story-cast.ts';
import { themeOfLesson } from './story-words.ts';

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
  const sentence = terms.map((term) => term.lower).join(' ');
  const isEnding =
    /\b(in the end|at the end|finally|at last|any more|no longer|by the end|not .* any more)\b/.test(
      sentence,
    );
  const others = mentions
    .filter((one) => one.start >= at && one.start < end)
    .flatMap((one) => one.members)
    .filter((one) => !subject.members.includes(one));
  const around = { start: at, mentions, cast };
  if (LEARNS.test(verb) && !/^(becomes?|became)$/.test(verb)) {
    for (const member of subject.members) pushNew(member.arc, said);
    const theme = themeOfLesson(say(terms, at, end));
    if (theme) findings.themes.push(theme);
    for (const member of subject.members) member.isListener = false;
    return 'state';
  }
  if (/^(becomes?|became)$/.test(verb)) {
    if (findRelation(said)) {
      relate(subject.members, others, said, around);
      return 'event';
    }
    for (const member of subject.members) pushNew(member.arc, said);
    return 'state';
  }
  if (BE.test(verb)) {
    const next = terms[at + 1]?.lower ?? '';
    if (/^(called|named)$/.test(next)) return 'state';
    if (
      findRelation(said) &&
      (subject.members.length > 1 || others.length > 0 || /\b(his|her|their|my|'s)\b/.test(said)) &&
      !/^(is|are) (a|an) [^']*$/.test(said.split(' of ')[0] ?? '')
    ) {
      relate(subject.members, others, say(terms, at + 1, end), around);
      return 'state';
    }
    const isGoing =
      /ing$/.test(next) &&
      terms[at + 1]?.isVerb === true &&
      !/^(living|caring|loving|daring|charming|missing|wearing)$/.test(next);
    if ((isGoing || HAPPENED.test(next) || next === 'about') && !isEnding) return 'event';
    if (isEnding) for (const member of subject.members) pushNew(member.arc, said);
    else for (const member of subject.members) tellTrait(member, describeState(terms, at + 1, end), cast);
    return 'state';
  }
  if (HAVE.test(verb)) {
    if (terms[at + 1]?.lower === 'to') return 'event';
    const had = mentions.filter((one) => one.start > at && one.start < end);
    const tied = had.filter(({ phrase }, index) => {
      const isObject = index === 0 && (had[0]?.start ?? end) <= at + 3;
      return (
        phrase?.kind &&
        (isRelation(phrase.kind) || (isObject && (phrase.names.length > 0 || /\bpet\b/.test(said))))
      );
    });
    for (const { phrase, members } of tied)
      for (const other of members.filter((one) => !subject.members.includes(one)))
        pushNew(
          other.relationships,
          `${namesOf(subject.members)}'s ${[...(phrase?.adjectives ?? []).filter((word) => !/^(a|very)$/.test(word)), phrase?.kind].join(' ')}`,
        );
    if (tied.length > 0) return 'state';
    const relation = findRelation(said);
    if (relation && others.length > 0) {
      for (const other of others)
        pushNew(other.relationships, `${namesOf(subject.members)}'s ${relation.said}`);
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

function relate(
  members: readonly Member[],
  others: readonly Member[],
  said: string,
  around: { start: number; mentions: readonly Mention[]; cast: StoryCast },
): void {
  if (members.length > 1 && others.length === 0) {
    for (const member of members)
      pushNew(member.relationships, `${said} with ${joinNames(members.filter((one) => one !== member))}`);
    return;
  }
  const [whose] = /\b(his|her|their)\b/.exec(said) ?? [];
  const { start, mentions, cast } = around;
  const owners =
    others.length > 0
      ? [...others]
      : whose
        ? findOwners(whose, { start, members: [...members] }, mentions, cast)
        : cast
            .latest(3)
            .filter((one) => !members.includes(one))
            .slice(0, 1);
  const text = said.replace(/\b(his|her|their)\b/, owners.length > 0 ? `${namesOf(owners)}'s` : '$1');
  for (const member of members) {
    member.isListener = false;
    const isNamed = owners.every(({ name }) => text.includes(name));
    pushNew(member.relationships, isNamed ? text : `${text} (${namesOf(owners)})`);
  }
}

function describeState(terms: readonly Term[], from: number, end: number): string {
  return say(terms, from, end).replace(/^(\d+)( years? old)?$/, '$1 years old');
}
