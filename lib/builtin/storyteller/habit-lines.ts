import type { AgeGroup } from '../../story/schema.ts';
import type { Random } from '../random.ts';
import type { Habit } from './understand-prompt/prompt-reading.ts';

/** First sentences for a hero of whom the prompt tells something: "who played eight instruments". Lines as in a beat. */
const HABIT_OPENINGS: Record<AgeGroup, readonly string[]> = {
  '3-5': [
    '0 Once there was a {described} who {habit}. {His} name was {h}.',
    '0 Here is {h}. {H} was a {described} who {habit}.',
    '0 Do you know {h}? {H} was a {described} who {habit}!',
    '0 {H} was a {described}. {H} {habit}.',
    '0 "Look at me!" said {h}. {H} was a {described} who {habit}.',
    '0 Who {habit}? {H} did! {H} was a {described}.',
  ],
  '6-8': [
    '0 Once there was {introwho} {habit}.',
    '0 This is the story of {introwho} {habit}.',
    '0 {H} was a {described} who {habit}.\n2 {He} lived {athome}, and nobody there found it strange.',
    '0 Everybody {inplace} knew {h}, the {described} who {habit}.',
    '0 Have you heard of {introwho} {habit}?\n2 Then sit down, for this is what happened.',
    '0 {Athome} lived {introwho} {habit}.',
  ],
  '9-12': [
    '0 There was once {introwho} {habit} and saw nothing unusual in that.',
    '0 Everybody {inplace} had heard of {h}, the {described} who {habit}.\n2 They knew the laugh, too, and the way of asking one question too many.',
    '0 Some stories start with thunder; this one starts with {introwho} {habit}.',
    '0 {H} was a {described} who {habit}.\n2 {He} lived {athome}, where people had long stopped being surprised.',
    '0 It was well known {inplace} that {h}, a {described}, {habit}.',
    '0 Long after it was over, they still talked about {introwho} {habit}.',
  ],
};

export function chooseHabitOpening(age: AgeGroup, habit: Habit, random: Random): string[] {
  const fits = (opening: string) =>
    !(/^(lived|slept)/.test(habit.past) && /\blived\b/i.test(opening)) &&
    !(habit.sort !== 'does' && opening.includes('{H} did!'));
  return random.pick(HABIT_OPENINGS[age].filter(fits)).split('\n');
}

const LATER: Record<'does' | 'has', Record<AgeGroup, string>> = {
  does: {
    '3-5': 'And {h} {habit}, just for joy.',
    '6-8': 'And from that day on {h} {habit} with an even lighter heart.',
    '9-12': 'After that {h} {habit} just as before, except that {he} smiled while {he} did it.',
  },
  has: {
    '3-5': '"We did it, {habitthing}!" said {h}.',
    '6-8': '"Well done, both of us," said {h} to the {habitthing}.',
    '9-12': '"I could not have done it without you," said {h} to the {habitthing}, which took it very well.',
  },
};

/** The line that remembers it at the end, if what the prompt told is something that can be done again. */
export function laterHabitLine(age: AgeGroup, habit: Habit): string | undefined {
  return habit.sort === 'is' ? undefined : LATER[habit.sort][age];
}
