import type { AgeGroup, StoryBrief } from '../../../story/schema.ts';
import type { LinesByAge } from './manner-lines.ts';

type ThirdPerson = Exclude<NonNullable<StoryBrief['pointOfView']>, 'first-person'>;

/** A teller who stays inside the hero's head, and one who sees into everybody's and knows how it will end. */
export const POINT_OF_VIEW_LINES: Record<ThirdPerson, LinesByAge> = {
  'third-limited': {
    '3-5': { middle: ['What was next? {H} did not know.', '"Hm," {h} thought. "What now?"'] },
    '6-8': {
      middle: [
        'What the others were thinking, {h} could only guess.',
        '{H} did not know how it would end; nobody had told {him}.',
        'Inside {his} head, {h} went through it all again.',
      ],
    },
    '9-12': {
      middle: [
        'What the others thought of it, {h} could only guess, and {he} guessed the worst, as one does.',
        '{H} had no way of knowing how it would end; from where {he} stood, there was only the next step.',
        'In the privacy of {his} own head, {h} went through it all once more.',
      ],
    },
  },
  'third-omniscient': {
    '3-5': {
      middle: ['{H} did not know it yet, but it would all be fine.', 'Far off, the moon saw it all.'],
    },
    '6-8': {
      middle: [
        'What {h} did not know was that everything would look different by evening.',
        'Far away, where nobody was looking, a small cloud had already changed its mind.',
        'Each of them had the same thought just then, and none of them said it.',
      ],
    },
    '9-12': {
      middle: [
        'What {h} did not know, and could not have known, was that everything would look quite different by evening.',
        'Each of them had the very same thought at that moment, and each believed that nobody else had it.',
        'Far away, where no one in this story ever went, a small cloud had already changed its mind, and that was to matter.',
      ],
    },
  },
};

/** How a hero who tells the story says who they are. {name} is the name itself, which {h} is not. */
const SELF_INTRODUCTIONS: Record<AgeGroup, readonly string[]> = {
  '3-5': [
    '0 Hello! I am {name}. I am a {described}.',
    '0 My name is {name}. I am a {described}.',
    '0 I am {name}. Look at me! I am a {described}.',
  ],
  '6-8': [
    '0 My name is {name}, and I am a {described}.\n2 I live {athome}.',
    '0 I am {name}, the {described}, and this is what happened to me.',
    '0 I am a {described}, and my name is {name}.\n2 Everybody {inplace} knows me.',
  ],
  '9-12': [
    '0 My name is {name}, I am a {described}, and what follows is the truth, or very near it.\n2 I live {athome}.',
    '0 I am {name}, a {described}, and since everybody else tells this story wrong, I shall tell it myself.',
    '0 You may have heard of me; my name is {name}, and I am the {described} this story is about.\n2 I live {athome}, if you should ever be passing.',
  ],
};
const WITH_HABIT: Record<AgeGroup, string> = {
  '3-5': '0 My name is {name}. I was a {described} who {habit}.',
  '6-8': '0 My name is {name}. In those days I was a {described} who {habit}.',
  '9-12':
    '0 My name is {name}, and at the time of this story I was a {described} who {habit}, which seemed quite natural to me.',
};

export function listSelfIntroductions(age: AgeGroup, hasHabit: boolean): readonly string[] {
  return hasHabit ? [WITH_HABIT[age]] : SELF_INTRODUCTIONS[age];
}
