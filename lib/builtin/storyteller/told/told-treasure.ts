import type { Member } from '../stage.ts';

const TREASURE =
  /\b(?:has|have|with|owns?|carries|wears?|got)\s+(?:an?\s+|the\s+|some\s+|his\s+|her\s+|their\s+)?((?:magic(?:al)?|enchanted|flying|secret|special|lucky|glowing|invisible|wonderful|strange)\s+\p{Ll}+)/iu;

/** The "magic boots" that somebody is told to have: what is given to a hero must be of use before the end. */
export function treasureOf(member: Member): string | undefined {
  return TREASURE.exec(`${member.told?.description ?? ''}`)?.[1]?.toLowerCase();
}

/** How it comes into its own; none where a point of the plot tells of it already. */
export function tellTreasure(member: Member, points: readonly string[]): string[] {
  const treasure = treasureOf(member);
  const noun = treasure?.split(' ').at(-1);
  if (!treasure || !noun || points.some((point) => point.toLowerCase().includes(noun))) return [];
  const isMany = /[^s]s$/.test(noun);
  return [
    `Then ${member.the} remembered the ${treasure}, and ${isMany ? 'they were' : 'it was'} just what was needed.`,
  ];
}
