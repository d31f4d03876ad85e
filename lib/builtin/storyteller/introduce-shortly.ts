import type { Random } from '../random.ts';
import { chooseHabitOpening } from './habit-lines.ts';
import { choosePremiseLine } from './premise-lines.ts';
import type { Stage } from './stage.ts';
import type { Slots } from './template.ts';

const PRELUDES: Record<Stage['age'], readonly string[]> = {
  '3-5': ['This is {starring}.', 'Here is {starring}.', 'Look! Here is {starring}.'],
  '6-8': ['This is the story of {starring}.', '{Athome} lived {starring}.', 'Have you heard of {starring}?'],
  '9-12': [
    'This is the story of {starring}.',
    '{Athome} lived {starring}.',
    'They still tell each other about {starring}.',
  ],
};
/** Shorter stories begin in the middle of things. */
const ROOM_FOR_A_PRELUDE_WORDS = 80;

/**
 * The first line of a story told short: in the middle of things ("A fox named Nova set out …"), or with a sentence of
 * its own for who it is about; always so when the prompt tells more of the hero than a name.
 */
export function introduceShortly(
  plotLine: string,
  stage: Stage,
  targetWords: number,
  random: Random,
): { template: string; slots: Slots } {
  const { habit } = stage.reading;
  const { selfIntroduction } = stage.manner;
  const hasRoom = targetWords >= ROOM_FOR_A_PRELUDE_WORDS;
  const premise = hasRoom ? choosePremiseLine(stage, random.fork('premise')) : undefined;
  const line = premise ? `${premise} ${plotLine}` : plotLine;
  if (selfIntroduction) {
    const own = selfIntroduction.split('\n')[0] ?? '';
    return { template: `${own.slice(2)} ${line}`, slots: stage.slots };
  }
  const all = stage.slots.all ?? stage.hero.name;
  if (habit) {
    const opening = chooseHabitOpening(stage.age, habit, random)[0] ?? '';
    const friends = stage.slots.friendline ? ' {Friendline}.' : '';
    return { template: `${opening.slice(2)}${friends} ${line}`, slots: { ...stage.slots, starring: all } };
  }
  const isShort = !hasRoom || line.startsWith('This is') || random.chance(0.4);
  if (isShort && !premise) return { template: line, slots: stage.slots };
  const starring = stage.slots.starring ?? stage.hero.a;
  const areMany = /^(two|three|four|five|six|some) /.test(starring);
  const prelude = random
    .pick(PRELUDES[stage.age])
    .replace(/\b(This|Here) is(?= \{starring\})/, (found) =>
      !areMany ? found : found === 'This is' ? 'These are' : 'Here are',
    )
    .replaceAll('{starring}', starring);
  return { template: `${prelude} ${line}`, slots: { ...stage.slots, starring: all } };
}
