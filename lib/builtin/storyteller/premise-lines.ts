import type { AgeGroup } from '../../story/schema.ts';
import type { Random } from '../random.ts';
import type { PlotTelling, Stage } from './stage.ts';
import { nounsOf } from './told/tell-point.ts';
import type { Premise } from './understand-prompt/prompt-reading.ts';

/** How what the prompt tells begins the story, where no plot of ours is about it. */
const LINES: Record<Exclude<Premise['sort'], 'name'>, Record<AgeGroup, readonly string[]>> = {
  deed: {
    '3-5': [
      'One day {doers} {premise}.',
      'Oh my! One day {doers} {premise}.',
      'And one day {doers} {premise}!',
    ],
    '6-8': [
      'It all began on the day {doers} {premise}.',
      'One fine day {doers} {premise}.',
      'And then came the day {doers} {premise}.',
    ],
    '9-12': [
      'It began, as far as anybody remembers, on the day {doers} {premise}.',
      'Nothing was quite the same after the day {doers} {premise}.',
      'One day {doers} {premise}, and most stories would have stopped there.',
    ],
  },
  cause: {
    '3-5': ['And this is {premise}.'],
    '6-8': ['And this is {premise}.', 'Grandmothers say that this is {premise}.'],
    '9-12': [
      'And this, so they say, is {premise}.',
      'Anybody there can tell you {premise}; it went like this.',
    ],
  },
  day: {
    '3-5': ['It was {premise}!'],
    '6-8': ['It was {premise}.', 'It all began on {premise}.'],
    '9-12': ['It began, as far as anybody remembers, on {premise}.', 'Nobody will ever forget {premise}.'],
  },
  thing: {
    '3-5': ['It began with {premise}.'],
    '6-8': ['It all began with {premise}.', 'This story begins with {premise}.'],
    '9-12': ['It began, as far as anybody remembers, with {premise}.', 'First of all there was {premise}.'],
  },
};
/** A longer deed is no title. */
const MOST_TITLE_WORDS = 7;

/** The line that tells it; nothing of what is only a name. */
export function choosePremiseLine({ reading, age }: Stage, random: Random): string | undefined {
  const { premise } = reading;
  return premise && premise.sort !== 'name' ? random.pick(LINES[premise.sort][age]) : undefined;
}

export function premiseSlots(premise: Premise | undefined): Record<string, string> {
  if (!premise) return {};
  if (premise.sort !== 'deed') return { premise: premise.phrase };
  return { premise: premise.past, doers: premise.isOfMany ? '{all}' : '{h}' };
}

/** A telling that shows what the prompt tells, and is called after it. */
export function withPremise(telling: PlotTelling, { reading }: Stage): PlotTelling {
  const { premise } = reading;
  const [first, ...rest] = telling.beats;
  if (!premise || !first || telling.ownOpening) return telling;
  const words = premise.sort === 'deed' ? premise.past : premise.phrase;
  const props = premise.sort === 'name' ? [] : nounsOf(words.replace(/\{\w+\}/g, ''));
  return {
    ...telling,
    beats: [{ ...first, props: [...props, ...(first.props ?? [])] }, ...rest],
    titles: titlesOf(premise) ?? telling.titles,
  };
}

function titlesOf(premise: Premise): string[] | undefined {
  if (premise.sort !== 'deed') return ['{premise}'];
  const isShort = premise.past.split(' ').length <= MOST_TITLE_WORDS && !premise.past.includes(',');
  return isShort ? ['The day {doers} {premise}'] : undefined;
}
