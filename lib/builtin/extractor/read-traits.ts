import { contains } from '../../dossier/meaning.ts';
import { pushNew } from './say-clause.ts';
import type { Member, StoryCast } from './story-cast.ts';

const NOT_BUT = /^not (?:just |so |very |really |at all )?(.+?),? but (?:rather |really )?(.+)$/i;
const RATHER = /^(.+?),? (?:and not|not|instead of|rather than|and no longer) (?:at all )?(.+)$/i;
const NOT = /^not (?:at all |so |very |really |that |a bit )?(.+)$/i;

/**
 * Takes in how somebody is said to be. What puts an earlier trait right takes its place: "not shy, brave" leaves nobody
 * shy. What was never said of them stays as it was put: "not hungry".
 */
export function tellTrait(member: Member, said: string, cast: StoryCast): void {
  const [, before, after] = NOT_BUT.exec(said) ?? [];
  const [, kept, old] = RATHER.exec(said) ?? [];
  const denied = NOT.exec(said)?.[1];
  if (before && after) {
    takeBack(member, before, cast);
    pushNew(member.description, after);
  } else if (kept && old && !/^not\b/i.test(kept)) {
    takeBack(member, old, cast);
    pushNew(member.description, kept);
  } else if (!(denied && takeBack(member, denied, cast))) pushNew(member.description, said);
}

function takeBack(member: Member, trait: string, cast: StoryCast): boolean {
  const isKnown = (text: string) => contains(text, trait);
  if (!isKnown(member.known) && !member.description.some(isKnown)) return false;
  cast.takenBack.push({ member, trait });
  return true;
}
