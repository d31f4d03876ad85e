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
export function segments(terms: readonly Term[]): [number, number][] {
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

export function findSubjects(
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

function verbAfter(terms: readonly Term[], at: number): number {
  return /^(who|that|which)$/.test(terms[at]?.lower ?? '') ? at + 1 : at;
}
