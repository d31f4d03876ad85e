import type { Term } from '../storyteller/understand-prompt/terms.ts';
import type { Mention } from './find-people.ts';
import type { Member, StoryCast } from './story-cast.ts';

const PRONOUN: Record<string, Member['pronoun']> = {
  his: 'he',
  him: 'he',
  her: 'she',
  hers: 'she',
  its: 'it',
};

/**
 * Whom "his", "her", "their", "whose" or "Tom" in front of somebody means: of those spoken of before in the sentence the
 * nearest that fits, else whoever was spoken of last.
 */
export function findOwners(
  determiner: string,
  owned: Pick<Mention, 'start' | 'members'>,
  people: readonly Mention[],
  cast: StoryCast,
): Member[] {
  const isOther = (one: Member) => !owned.members.includes(one) && !one.isListener;
  const before = people.filter((one) => one.start < owned.start).reverse();
  const word = determiner.toLowerCase();
  if (word === 'whose') return before[0]?.members.filter(isOther) ?? [];
  if (word === 'their' || word === 'them') {
    const many = before.find((one) => one.members.filter(isOther).length > 1)?.members;
    const spoken = [...new Set(before.toReversed().flatMap((one) => one.members))].filter(isOther);
    if (many) return many.filter(isOther);
    if (spoken.length > 1) return spoken;
    const latest = cast.latest(4).filter(isOther);
    return latest[0]?.pronoun === 'they' ? latest.slice(0, 1) : latest.slice(0, 2);
  }
  if (!(word in PRONOUN)) {
    const owner = cast.find(determiner);
    // "Ivy and Juniper's uncle" is the uncle of both.
    const at = before.findIndex((one) => owner !== undefined && one.members.includes(owner));
    const joined = before[at + 1];
    const both = at >= 0 && joined?.end === (before[at]?.start ?? 0) - 1 ? joined.members : [];
    return [...both, ...(owner ? [owner] : [])].filter(isOther);
  }
  const pronoun = PRONOUN[word];
  const fits = (one: Member) =>
    isOther(one) && (one.pronoun === pronoun || one.pronoun === undefined || one.pronoun === 'it');
  // Of those who are not in the sentence somebody with a name goes before "the dad".
  const spoken = cast.latest(8);
  const earlier = [...spoken.filter((one) => one.isNamed), ...spoken.filter((one) => !one.isNamed)];
  const owner = [...before.flatMap((one) => one.members), ...earlier].find(fits);
  if (owner && (owner.pronoun === undefined || owner.pronoun === 'it')) owner.pronoun = pronoun;
  // Whoever is "her" in one sentence is "her" in the next.
  if (owner) cast.speakOf(owner);
  return owner ? [owner] : [];
}

/** "Pavel has known her for years": her is not Pavel, and whoever else it can only be is a she from now on. */
export function learnPronouns(terms: readonly Term[], people: readonly Mention[], cast: StoryCast): void {
  for (let at = 1; at < terms.length; at++) {
    const word = terms[at]?.lower ?? '';
    const next = terms[at + 1];
    const isObject =
      /^(him|her)$/.test(word) && (terms[at]?.endsClause || !next || !(next.isNoun || next.isAdjective));
    const doer = isObject ? people.findLast((one) => one.end <= at) : undefined;
    if (!doer) continue;
    const pronoun = PRONOUN[word];
    const open = cast.latest(8).filter((one) => !doer.members.includes(one));
    if (open.some((one) => one.pronoun === pronoun)) continue;
    const [only, ...more] = open.filter((one) => one.pronoun === undefined || one.pronoun === 'it');
    if (only && more.length === 0) only.pronoun = pronoun;
  }
}
