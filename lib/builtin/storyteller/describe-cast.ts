import { type CharacterSheet, MAX_CAST, type SceneDraft } from '../../story/schema.ts';
import { hashSeed } from '../random.ts';
import type { Member, Stage } from './stage.ts';

const MOST_SHEETS = MAX_CAST + 4;

/**
 * A sheet for everybody a scene shows or a conversation told of; hero first, then companions, then those the plot brought
 * in. Sheets of an earlier story stay word for word, also of those who are not seen this time.
 */
export function describeCast(
  stage: Stage,
  scenes: readonly SceneDraft[],
  brief: { seed: number; sheets?: readonly CharacterSheet[] | undefined },
): CharacterSheet[] {
  const { seed, sheets: known = [] } = brief;
  const shown = new Set(scenes.flatMap((scene) => scene.characterIds));
  const members: Member[] = [
    stage.hero,
    ...stage.friends,
    ...stage.more,
    stage.cast.n,
    stage.cast.l,
    stage.cast.o,
  ];
  const own = members
    .filter((member, index) => index === 0 || member.told !== undefined || shown.has(member.id))
    .slice(0, MOST_SHEETS)
    .map((member) => member.sheet ?? sheetOf(member, seed));
  const absent = known.filter((sheet) => own.every((other) => other.id !== sheet.id));
  return [...own.slice(0, MOST_SHEETS - absent.length), ...absent];
}

function sheetOf(member: Member, seed: number): CharacterSheet {
  const { id, name, kind, role, pronoun, description, outfit } = member;
  return {
    id,
    name,
    kind,
    role,
    pronoun,
    description,
    outfit,
    seed: hashSeed(`${seed}/${id}`) & 0x7fffffff,
  };
}
