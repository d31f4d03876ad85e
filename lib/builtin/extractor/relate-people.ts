import type { Term } from '../storyteller/understand-prompt/terms.ts';
import { findOwners } from './find-owners.ts';
import type { Mention } from './find-people.ts';
import { findRelation, isMutualRelation, isRelation } from './relation-words.ts';
import { pushNew } from './say-clause.ts';
import type { Member, StoryCast } from './story-cast.ts';

/** Who is what to whom, as the phrases of a sentence say it: "her cousin Mizzle", "two brothers, Finn and Jake". */
export function relatePeople(terms: readonly Term[], people: readonly Mention[], cast: StoryCast): void {
  for (const [index, mention] of people.entries()) {
    relateOwned(mention, terms, people, cast);
    relateEachOther(mention);
    relateBeside(mention, people[index + 1], terms);
  }
  relateOf(terms, people);
}

/** "his dog Rex", "Bolt, her robot dog", "whose mum". */
function relateOwned(
  mention: Mention,
  terms: readonly Term[],
  people: readonly Mention[],
  cast: StoryCast,
): void {
  const { phrase } = mention;
  const word = terms[mention.start - 1]?.lower ?? '';
  // "Give her a cat named Simsim", "she gets a puppy"
  const isGiven =
    /^(her|him|them)$/.test(word) &&
    /^(give|gives|gave|bring|brings)$/.test(terms[mention.start - 2]?.lower ?? '');
  const determiner = isGiven ? word : mention.ownedBy;
  const kind = mention.ownedAs ?? phrase?.kind;
  if (!determiner || !kind || /^(my|our|your)$/.test(determiner)) return;
  const owners = findOwners(determiner, mention, people, cast);
  if (owners.length === 0) return;
  for (const member of mention.members) {
    const said = `${namesOf(owners)}'s ${mention.ownedAs ?? [...(phrase?.adjectives ?? []), kind].join(' ')}`;
    if (!isSaid(member, owners, kind)) pushNew(member.relationships, said);
  }
}

/** "two brothers, Finn and Jake" are each other's. */
function relateEachOther({ phrase, members }: Mention): void {
  if (!phrase?.kind || !phrase.plural || members.length < 2 || !isMutualRelation(phrase.kind)) return;
  const what = [...phrase.adjectives.filter((word) => /^(best|twin|old)$/.test(word)), phrase.kind].join(' ');
  for (const member of members) {
    const others = members.filter((one) => one !== member);
    if (!isSaid(member, others, phrase.kind)) pushNew(member.relationships, `${namesOf(others)}'s ${what}`);
  }
}

/** "Ada marries Ben" */
function relateBeside(mention: Mention, next: Mention | undefined, terms: readonly Term[]): void {
  if (!next || !/^(marries|married|weds)$/.test(terms[mention.end]?.lower ?? '')) return;
  if (next.start > mention.end + 2) return;
  for (const member of mention.members)
    if (!next.members.includes(member)) pushNew(member.relationships, `married to ${namesOf(next.members)}`);
}

/** "the sister of Misha, Dasha", "Dasha, the sister of Misha" */
function relateOf(terms: readonly Term[], people: readonly Mention[]): void {
  for (let at = 0; at < terms.length - 2; at++) {
    const word = terms[at]?.lower ?? '';
    if (!isRelation(word) || terms[at + 1]?.lower !== 'of') continue;
    const whose = people.find((one) => one.start >= at + 2 && one.start <= at + 3);
    if (!whose) continue;
    const joined = terms[whose.end]?.lower ?? '';
    const after = people.find(
      (one) =>
        (one.start === whose.end && terms[whose.end - 1]?.endsClause) ||
        (/^(called|named|is)$/.test(joined) && one.start === whose.end + 1),
    );
    let start = at;
    while (
      start > 0 &&
      (terms[start - 1]?.isAdjective || /^(the|a|an|best|little|big)$/.test(terms[start - 1]?.lower ?? ''))
    )
      start--;
    const before = people.find((one) => one.end === start && terms[start - 1]?.endsClause);
    const who = after ?? before;
    for (const member of who?.members ?? []) {
      const others = whose.members.filter((one) => one !== member);
      if (others.length > 0 && !isSaid(member, others, word))
        pushNew(member.relationships, `${namesOf(others)}'s ${word}`);
    }
  }
}

/** Whoever answers "Does she have a friend?" is one. */
export function relateAnswer(added: readonly Member[], asFriend: string, cast: StoryCast): void {
  const hero = cast.members.find((one) => !added.includes(one) && !one.isListener);
  const word =
    findRelation(asFriend)?.word.replace(/s$/i, '') ?? (/\bhelps?\b/.test(asFriend) ? 'helper' : undefined);
  if (!hero || !word) return;
  for (const member of added)
    if (member.relationships.length === 0) member.relationships.push(`${hero.name}'s ${word}`);
}

export function namesOf(members: readonly Member[]): string {
  const names = members.map(({ name }) => name);
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** "Pip's sister" is said by "Pip's twin sister". */
function isSaid(member: Member, others: readonly Member[], what: string): boolean {
  return member.relationships.some(
    (text) => text.includes(what) && others.every(({ name }) => text.includes(name)),
  );
}
