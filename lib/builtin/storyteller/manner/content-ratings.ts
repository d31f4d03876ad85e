import type { AgeGroup, StoryBrief } from '../../../story/schema.ts';
import type { LinesByAge } from './manner-lines.ts';

type Rating = NonNullable<StoryBrief['contentRating']>;

/** How tense it may get. Each step says what it is before anything is frightening, and never more than the age can bear. */
const RATING_LINES: Record<Rating, LinesByAge> = {
  G: {
    '3-5': { middle: ['All was safe. All was well.', 'There was no need to fret.'] },
    '6-8': {
      middle: [
        'There was nothing to be afraid of; somebody kind is always near.',
        'It was all quite safe, and the way home was never far.',
      ],
    },
    '9-12': {
      middle: [
        'There was nothing here to be afraid of, and the way home was never far.',
        'It was a small trouble, the kind that is over before supper.',
      ],
    },
  },
  PG: {
    '3-5': { middle: ['Thump, thump, went {his} heart.', 'Oh dear, oh dear! What now?'] },
    '6-8': {
      middle: [
        '{His} heart beat a little faster, and {he} took a small step back.',
        'For a moment {h} was really worried.',
      ],
    },
    '9-12': {
      middle: [
        'For a moment {h} was truly worried, and {his} heart beat faster than {he} would have admitted.',
        '{H} took a small step back, and then, after a while, a small step forward.',
      ],
    },
  },
  'PG-13': {
    '3-5': { middle: ['Thump, thump, went {his} heart.', 'Oh dear, oh dear! What now?'] },
    '6-8': {
      middle: [
        '{His} heart hammered so hard that {he} was afraid somebody would hear it.',
        'Something moved in the dark, something large, and it was coming closer.',
        'One wrong step now, and everything would be lost.',
      ],
    },
    '9-12': {
      middle: [
        '{His} heart hammered so hard that {he} was sure whatever was out there could hear it.',
        'Something moved in the dark, slow and heavy, and it was between {him} and the way back.',
        'One wrong step now, and everything would be lost; {h} knew it, and {his} hands went cold.',
      ],
    },
  },
};

/** A rating makes a story milder than its age allows, never wilder: nobody of three to five gets more than PG. */
export function ratingLines(rating: Rating, age: AgeGroup): LinesByAge[AgeGroup] {
  return RATING_LINES[rating][age];
}

/** For G: the same events in words that frighten nobody. */
const SOFTER: readonly (readonly [RegExp, string])[] = [
  [/\bterrified of\b/g, 'shy of'],
  [/\bterrified\b/g, 'surprised'],
  [/\b(?:scared|afraid|frightened) of\b/g, 'unsure about'],
  [/\b(?:scared|afraid|frightened)\b/g, 'unsure'],
  [/\bscary\b/g, 'strange'],
  [/\bterrible\b/g, 'great'],
  [/\bhorrible\b/g, 'odd'],
  [/\bdreadful\b/g, 'sorry'],
  [/\bscream(?:ed|ing)\b/g, 'called'],
  [/\bshrieked\b/g, 'squeaked'],
  [/\byelled\b/g, 'called'],
  [/\b(?:trembled|trembling)\b/g, 'blinked'],
  [/\bmonsters?\b/g, 'creature'],
  [/\bghostly\b/g, 'misty'],
  [/\bghosts?\b/g, 'cloud'],
  [/\bevil\b/g, 'cross'],
  [/\bwicked\b/g, 'cheeky'],
  [/\bhated\b/g, 'did not like'],
  [/\bhurt\b/g, 'ached'],
  [/\broar(?=[.,!?;])/g, 'rumble'],
  [/\broared\b/g, 'rumbled'],
];

export function soften(text: string): string {
  let softer = text;
  for (const [word, mild] of SOFTER) softer = softer.replace(word, mild);
  return softer;
}
