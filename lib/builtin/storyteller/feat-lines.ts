import type { AgeGroup } from '../../story/schema.ts';
import type { Random } from '../random.ts';
import type { PlotTelling, Stage } from './stage.ts';
import { nounsOf } from './told/tell-point.ts';
import type { Feat } from './understand-prompt/prompt-reading.ts';

/** How what the prompt tells of the hero begins the story, where no plot of ours is about it. Lines as in a beat. */
const FEAT_LINES: Record<AgeGroup, readonly string[]> = {
  '3-5': ['One day {doers} {feat}.', 'Oh my! One day {doers} {feat}.', 'And one day {doers} {feat}!'],
  '6-8': [
    'It all began on the day {doers} {feat}.',
    'One fine day {doers} {feat}.',
    'And then came the day {doers} {feat}.',
  ],
  '9-12': [
    'It began, as far as anybody remembers, on the day {doers} {feat}.',
    'Nothing was quite the same after the day {doers} {feat}.',
    'One day {doers} {feat}, and most stories would have stopped there.',
  ],
};
/** A longer one is no title. */
const MOST_TITLE_WORDS = 7;

export function chooseFeatLine(age: AgeGroup, random: Random): string {
  return random.pick(FEAT_LINES[age]);
}

export function featSlots(feat: Feat | undefined): Record<string, string> {
  return feat ? { feat: feat.past, doers: feat.isOfMany ? '{all}' : '{h}' } : {};
}

/** A telling that shows what the prompt tells of the hero, and is called after it. */
export function withFeat(telling: PlotTelling, { reading }: Stage): PlotTelling {
  const { feat } = reading;
  const [first, ...rest] = telling.beats;
  if (!feat || !first || telling.ownOpening) return telling;
  const words = feat.past.split(' ');
  const isTitle = words.length <= MOST_TITLE_WORDS && !feat.past.includes(',');
  return {
    ...telling,
    beats: [
      { ...first, props: [...nounsOf(feat.past.replace(/\{\w+\}/g, '')), ...(first.props ?? [])] },
      ...rest,
    ],
    ...(isTitle && { titles: ['The day {doers} {feat}'] }),
  };
}
