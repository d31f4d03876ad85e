import type { Term } from '../storyteller/understand-prompt/terms.ts';
import type { Mention } from './find-people.ts';
import type { Member, StoryCast } from './story-cast.ts';
import { themeOfLesson } from './story-words.ts';

export type ClauseFindings = { plotPoints: string[]; themes: string[] };

const PRONOUNS: Record<string, 'she' | 'he' | 'they' | 'it'> = {
  she: 'she',
  he: 'he',
  they: 'they',
  it: 'it',
};
const BE = /^(is|are|was|were|be|being|been)$/;
const HAVE = /^(has|have|had)$/;
const STATIVE =
  /^(loves?|loved|likes?|liked|hates?|hated|wears?|wore|lives?|lived|speaks?|knows?|knew|fears?|feared|looks?|looked|sounds?|smells?|owns?|believes?|enjoys?|prefers?|thinks?|feels?|cannot|can|could|always|never|usually|often|eats?|misses|works?|plays|collects|dreams?)$/;
const LEARNS =
  /^(learns?|learned|learnt|realises?|realizes?|realised|realized|understands?|understood|overcomes?|overcame|grows?|grew|becomes?|became|discovers that)$/;
const HAPPENED =
  /^(lost|stolen|missing|trapped|kidnapped|taken|chased|stuck|sent|invited|captured|caught|murdered|killed|hired|swept|left)$/;
const MODIFIER =
  /^(also|really|very|just|only|still|then|suddenly|finally|once|secretly|accidentally|\w+ly|will|would|must|should|does|do|did|has to|might|may|all|both|even|who|that)$/;
const RELATED =
  /\b(sisters?|brothers?|twins?|friends?|mum|mom|mother|dad|father|grandma|grandmother|grandpa|grandfather|cousins?|enem(?:y|ies)|rivals?|partners?|neighbou?rs?|siblings?|aunt|uncle|owner|pet|dog|cat|teacher|son|daughter|wife|husband|boss|helper|sidekick|assistant|nephew|niece|classmates?|mentor|apprentice)\b/;

/** What a sentence tells about those it names: how they are, who they are to each other, how they change, what happens. */
export function readClauses(
  terms: readonly Term[],
  mentions: readonly Mention[],
  cast: StoryCast,
  isPlotAnswer: boolean,
): ClauseFindings {
  const findings: ClauseFindings = { plotPoints: [], themes: [] };
  for (const [from, to] of segments(terms))
    readSegment(terms, from, to, mentions, cast, isPlotAnswer, findings);
  return findings;
}

/** A sentence falls apart where the next thing happens: "… and then she …". */
function segments(terms: readonly Term[]): [number, number][] {
  const parts: [number, number][] = [];
  let from = 0;
  for (let at = 1; at < terms.length; at++) {
    const word = terms[at]?.lower;
    const next = terms[at + 1]?.lower ?? '';
    const isBreak =
      (word === 'then' && at - from > 2) ||
      (word === 'but' && at - from > 2) ||
      (word === 'and' && /^(then|he|she|they|one|suddenly|in)$/.test(next) && at - from > 2);
    if (!isBreak) continue;
    parts.push([from, at]);
    from = at;
  }
  parts.push([from, terms.length]);
  return parts;
}

type Subject = { members: Member[]; start: number; verbAt: number };

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
    const told = tellWithoutSubject(terms, from, to, isPlotAnswer, cast);
    if (told) findings.plotPoints.push(told);
  }
}

function findSubjects(
  terms: readonly Term[],
  from: number,
  to: number,
  mentions: readonly Mention[],
  cast: StoryCast,
): Subject[] {
  const subjects: Subject[] = [];
  let last: Member[] = [];
  for (let at = from; at < to; at++) {
    const word = terms[at]?.lower ?? '';
    const mention = mentions.find((one) => one.start === at);
    if (mention) {
      let members = [...mention.members];
      let end = mention.end;
      // "Tom and his dog Rex", "Tom, Mia and Leo"
      for (;;) {
        const joined = mentions.find(
          (one) =>
            (one.start === end + 1 && terms[end]?.lower === 'and') ||
            (one.start === end && terms[end - 1]?.endsClause && !isVerbAt(terms, end)),
        );
        if (
          !joined ||
          (joined.phrase?.determiner === 'a' &&
            joined.start === end &&
            joined.members.length === 1 &&
            joined.members[0] === members[0])
        )
          break;
        members = [...members, ...joined.members];
        end = joined.end;
      }
      const objectOf = terms[mention.start - 1]?.lower ?? '';
      last = members;
      if (
        !terms[end - 1]?.isPossessive &&
        isVerbAt(terms, end) &&
        !(
          terms[end - 1]?.endsClause &&
          !/^(who|that)$/.test(terms[end]?.lower ?? '') &&
          /^(with|of|about)$/.test(objectOf) &&
          !isVerbAt(terms, end)
        )
      )
        subjects.push({ members, start: at, verbAt: verbAfter(terms, end) });
      at = Math.max(end - 1, at);
      continue;
    }
    const pronoun = PRONOUNS[word];
    if (pronoun && isVerbAt(terms, at + 1)) {
      const members =
        pronoun === 'they' ? theyOf(cast) : [cast.resolve(pronoun)].filter((one) => one !== undefined);
      if (
        members.length > 0 &&
        !(
          pronoun === 'it' &&
          (BE.test(terms[at + 1]?.lower ?? '') || (members[0]?.isNamed && !members[0].kind))
        )
      ) {
        subjects.push({ members, start: at, verbAt: verbAfter(terms, at + 1) });
        last = members;
      }
    } else if (
      /^(who|which|that)$/.test(word) &&
      last.length > 0 &&
      at > from &&
      isVerbAt(terms, at + 1) &&
      subjects.at(-1)?.verbAt !== at + 1
    ) {
      subjects.push({ members: last, start: at, verbAt: verbAfter(terms, at + 1) });
    }
  }
  return subjects;
}

function theyOf(cast: StoryCast): Member[] {
  const plural = cast.latest(1).filter((one) => one.pronoun === 'they');
  const two = cast.latest(2);
  return plural.length > 0 ? plural : two.length === 2 ? two : [];
}

function isVerbAt(terms: readonly Term[], at: number): boolean {
  const term = terms[at];
  if (!term) return false;
  const word = term.lower;
  if (
    BE.test(word) ||
    HAVE.test(word) ||
    STATIVE.test(word) ||
    LEARNS.test(word) ||
    /^(will|would|must|should|does|do|did|cannot|gets?|goes|went|finds?|wants?|needs?|meets?|helps?)$/.test(
      word,
    )
  )
    return true;
  if (
    /^(who|that|which)$/.test(word) ||
    (/ly$|^(always|never|also|then|just|really|all|both|once|secretly|suddenly|accidentally|still)$/.test(
      word,
    ) &&
      !term.isName)
  )
    return isVerbAt(terms, at + 1);
  return term.isVerb && !/^(called|named|please)$/.test(word) && !/ing$/.test(word);
}

function verbAfter(terms: readonly Term[], at: number): number {
  return /^(who|that|which)$/.test(terms[at]?.lower ?? '') ? at + 1 : at;
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

function readPredicate(
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
        /^(the|everyone|everybody|someone|a|an)$/.test(words[0]?.lower ?? '')))
  )
    return capital(say(terms, at, to));
  return isPlotAnswer && words.length >= 3 && hasVerb ? capital(say(terms, at, to)) : undefined;
}

export function say(terms: readonly Term[], from: number, to: number): string {
  return terms
    .slice(from, to)
    .map(
      (term, index, all) =>
        `${term.text}${term.isPossessive ? "'s" : ''}${term.endsClause && index < all.length - 1 ? ',' : ''}`,
    )
    .join(' ')
    .replace(/,? (and|but|so)$/, '');
}

export function joinNames(members: readonly Member[]): string {
  const names = members.map((one) => one.name);
  const text = names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return capital(text);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function pushNew(list: string[], text: string): void {
  const said = text.trim();
  if (
    /[\p{L}\p{N}]{2,} ?[\p{L}\p{N}]+|[\p{L}]{3,}/u.test(said) &&
    !/^(is|are|was|loves?|likes?|has|have)$/.test(said) &&
    said.length <= 200 &&
    !list.some((one) => one.toLowerCase() === said.toLowerCase())
  )
    list.push(said);
}
