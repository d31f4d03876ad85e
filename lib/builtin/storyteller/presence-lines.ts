import type { AgeGroup } from '../../story/schema.ts';

/** For a page that would otherwise forget the hero: what they do meanwhile. */
export const PRESENCE_LINES: Record<AgeGroup, readonly string[]> = {
  '3-5': [
    '"Oh!" said {h}.',
    '{H} saw it all.',
    '{H} stood very still.',
    '"My, my," said {h}.',
    '{H} looked on.',
    '"Oh my," said {h}.',
  ],
  '6-8': [
    '{H} watched it all with wide eyes.',
    '{H} hardly dared to breathe.',
    '"Well, I never," said {h}.',
    '{H} listened with both ears.',
    '{H} stood quite still and took it in.',
    '{H} would not have missed it for a whole pie.',
  ],
  '9-12': [
    '{H} watched it all and forgot to close {his} mouth.',
    '{H} did not dare to say anything, in case it stopped.',
    '{H} listened so hard that it almost made a noise.',
    '{H} made up {his} mind to remember every bit of it.',
    '{H} stood there and took it in, slowly, from left to right.',
    'All of this {h} remembered for a long time afterwards.',
  ],
};
