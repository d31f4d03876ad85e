import { listWords } from '../../story/reading/split-text.ts';
import type { AgeGroup } from '../../story/schema.ts';
import type { Random } from '../random.ts';
import type { Beat, Stage } from './stage.ts';
import { type Agreement, fillTemplate } from './template.ts';

/** A few words of a beat that are told or left out together. */
export type Unit = {
  beat: number;
  /** Place within the beat. */
  order: number;
  /** 0 is needed most. */
  level: number;
  /** Units of one group, across beats, stand or fall together. */
  group: string | undefined;
  text: string;
  words: number;
  /** Introduces the hero: whatever beat the story begins with, it begins with this. */
  opening?: boolean;
  /** Says what the prompt said of the hero: told even in a short story when there is room. */
  kept?: boolean;
  /** What an option of the brief adds: told whatever the length, before or after what else the beat says. */
  frame?: 'before' | 'after';
};

/** A line put into a beat after the one with that index; -1 is before the first. */
export type ExtraLine = {
  after: number;
  line: string;
  opening?: boolean;
  kept?: boolean;
  frame?: 'before' | 'after';
};

const LINE = /^(\d)([a-z])?([+-])? (.+)$/;

export function tellingOf(beat: Beat, age: AgeGroup): string {
  return age === '3-5' ? beat.young : age === '6-8' ? beat.middle : beat.older;
}

export function agreementOf(stage: Stage): Agreement {
  return {
    hero: stage.hero.pronoun === 'they' && stage.manner.selfIntroduction === undefined,
    f: stage.friends[0]?.pronoun === 'they',
    n: stage.cast.n.pronoun === 'they',
  };
}

/** A beat's lines for the story's age with every slot filled.  */
export function readBeat(
  beat: Beat,
  index: number,
  stage: Stage,
  random: Random,
  extra: readonly ExtraLine[] = [],
): Unit[] {
  const hasFriend = stage.friends.length > 0;
  const agreement = agreementOf(stage);
  const own = tellingOf(beat, stage.age)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const lines: ExtraLine[] = [
    ...extra.filter((one) => one.after < 0),
    ...own.flatMap((line, after) => [{ after, line }, ...extra.filter((one) => one.after === after)]),
  ];
  const units: Unit[] = [];
  for (const { line, opening, kept, frame } of lines) {
    const parts = LINE.exec(line);
    if (!parts) throw new RangeError(`Not a line of a telling: ${line}`);
    const [, level, group, condition, template] = parts;
    if ((condition === '+' && !hasFriend) || (condition === '-' && hasFriend)) continue;
    const text = fillTemplate(template as string, stage.slots, agreement, random);
    const unit = {
      beat: index,
      order: units.length,
      level: Number(level),
      group,
      text,
      words: listWords(text).length,
    };
    units.push({ ...unit, ...(opening && { opening }), ...(kept && { kept }), ...(frame && { frame }) });
  }
  return units;
}
