import { type CharacterSheet, MAX_CAST, type SceneDraft } from '../../story/schema.ts';
import { hashSeed } from '../random.ts';
import type { Member, Stage } from './stage.ts';

const MOST_SHEETS = MAX_CAST + 4;

/** A sheet for everybody a scene shows or a conversation told of; hero first, then companions, then those the plot brought in. */
export function describeCast(stage: Stage, scenes: readonly SceneDraft[], seed: number): CharacterSheet[] {
  const shown = new Set(scenes.flatMap((scene) => scene.characterIds));
  const members: Member[] = [
    stage.hero,
    ...stage.friends,
    ...stage.more,
    stage.cast.n,
    stage.cast.l,
    stage.cast.o,
  ];
  return members
    .filter((member, index) => index === 0 || member.told !== undefined || shown.has(member.id))
    .slice(0, MOST_SHEETS)
    .map((member) => ({
      id: member.id,
      name: member.name,
      kind: member.kind,
      role: member.role,
      pronoun: member.pronoun,
      description: member.description,
      outfit: member.outfit,
      seed: hashSeed(`${seed}/${member.id}`) & 0x7fffffff,
    }));
}
