import type { Term } from '../storyteller/understand-prompt/terms.ts';
import { BE, isVerbAt } from './clause-words.ts';
import type { Mention } from './find-people.ts';
import type { Member, StoryCast } from './story-cast.ts';

export type Subject = { members: Member[]; start: number; verbAt: number };

const PRONOUNS: Record<string, 'she' | 'he' | 'they' | 'it'> = {
  she: 'she',
  he: 'he',
  they: 'they',
  it: 'it',
};

/** A sentence falls apart where the next thing happens: "… and then she …". */
export function segments(terms: readonly Term[], mentions: readonly Mention[]): [number, number][] {
  const parts: [number, number][] = [];
  let from = 0;
  for (let at = 1; at < terms.length; at++) {
    const word = terms[at]?.lower;
    const next = terms[at + 1]?.lower ?? '';
    const isBreak =
      (word === 'then' && at - from > 2) ||
      (word === 'but' && at - from > 2) ||
      (word === 'and' && /^(then|he|she|they|one|suddenly|in)$/.test(next) && at - from > 2);
    // "… every night, and the farmer has to …", "the Baron steals the wind, Nadia builds a fan"
    const begins = word === 'and' ? at + 1 : terms[at - 1]?.endsClause ? at : -1;
    const mention = mentions.find((one) => one.start === begins);
    const isNext =
      begins > 0 &&
      at - from > 2 &&
      !/^(when|if|while|after|before|as|because|once|until|although|where)$/.test(terms[from]?.lower ?? '') &&
      (mention
        ? isVerbAt(terms, mention.end) && !/^(who|that|which)$/.test(terms[mention.end]?.lower ?? '')
        : terms[begins] !== undefined &&
          (terms[begins]?.lower ?? '') in PRONOUNS &&
          isVerbAt(terms, begins + 1)) &&
      hasVerb(terms, from, at);
    if (!isBreak && !isNext) continue;
    parts.push([from, at]);
    from = at;
  }
  parts.push([from, terms.length]);
  return parts;
}

export function findSubjects(
  terms: readonly Term[],
  from: number,
  to: number,
  mentions: readonly Mention[],
  cast: StoryCast,
): Subject[] {
  const subjects: Subject[] = [];
  let last: Member[] = [];
  // "They meet a fox": whoever is met after the word is not meant by it.
  const unmet = (at: number) =>
    mentions.filter((one) => one.isNew && one.start > at).flatMap((one) => one.members);
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
      if (members.length > 1) cast.together = members;
      if (
        !terms[end - 1]?.isPossessive &&
        (isVerbAt(terms, end) || (members.length > 1 && isGoing(terms, end))) &&
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
        pronoun === 'they'
          ? theyOf(cast, unmet(at))
          : [cast.resolve(pronoun, unmet(at))].filter((one) => one !== undefined);
      if (
        members.length > 0 &&
        !(
          pronoun === 'it' &&
          (isThingBefore(terms, at, mentions) ||
            BE.test(terms[at + 1]?.lower ?? '') ||
            (members[0]?.isNamed && !members[0].kind))
        )
      ) {
        subjects.push({ members, start: at, verbAt: verbAfter(terms, at + 1) });
        last = members;
        if (members.length > 1) cast.together = members;
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

function theyOf(cast: StoryCast, unmet: readonly Member[]): Member[] {
  const known = cast.latest(20).filter((one) => !unmet.includes(one));
  const plural = known.slice(0, 1).filter((one) => one.pronoun === 'they');
  const two = known.slice(0, 2);
  // Two who live and go together are meant, whomever they met meanwhile.
  const { together } = cast;
  const isTheirs = two.some((one) => together.includes(one)) && together.every((one) => known.includes(one));
  if (together.length > 1 && isTheirs) return together;
  return plural.length > 0 ? plural : two.length === 2 ? two : [];
}

function verbAfter(terms: readonly Term[], at: number): number {
  return /^(who|that|which)$/.test(terms[at]?.lower ?? '') ? at + 1 : at;
}

function hasVerb(terms: readonly Term[], from: number, to: number): boolean {
  return terms.slice(from, to).some((_, index) => index > 0 && isVerbAt(terms, from + index));
}

/** "Ava and Noah fly to Saturn": a word that could be a thing is what several do when a way follows. */
function isGoing(terms: readonly Term[], at: number): boolean {
  return (
    terms[at]?.isNoun === true &&
    !terms[at]?.isName &&
    /^(to|into|over|across|through|up|down|away|around|off|home|after|along|past|towards)$/.test(
      terms[at + 1]?.lower ?? '',
    )
  );
}

/** "They find a door and it …": the door. */
function isThingBefore(terms: readonly Term[], at: number, mentions: readonly Mention[]): boolean {
  const from = mentions.findLast((one) => one.end <= at)?.end ?? 0;
  return terms
    .slice(from, at)
    .some((term) => term.isNoun && !term.isName && !/^(day|night|morning|time)$/.test(term.lower));
}
