import type { AgeGroup, StoryBrief } from '../../story/schema';
import type { LabelTable } from './read-label';

/** What the options of ALwrity's form are called here. */

export const WRITING_STYLE_LABELS: LabelTable<NonNullable<StoryBrief['writingStyle']>> = [
  [/\bformal\b/i, 'formal', 'Formal'],
  [/\bcasual\b/i, 'casual', 'Casual'],
  [/\bpoetic\b/i, 'poetic', 'Poetic'],
  [/\bhumou?rous\b|\bfunny\b/i, 'humorous', 'Humorous'],
  [/\bplain\b|\bsimple\b/i, 'plain', 'Plain'],
];

export const POINT_OF_VIEW_LABELS: LabelTable<NonNullable<StoryBrief['pointOfView']>> = [
  [/\bfirst\b/i, 'first-person', 'First Person'],
  [/\bomniscient\b/i, 'third-omniscient', 'Third Person Omniscient'],
  [/\bthird\b|\blimited\b/i, 'third-limited', 'Third Person Limited'],
];

export const CONTENT_RATING_LABELS: LabelTable<NonNullable<StoryBrief['contentRating']>> = [
  [/\bPG[\s-]?13\b/i, 'PG-13', 'PG-13'],
  [/\bPG\b/i, 'PG', 'PG'],
  [/\bG\b/i, 'G', 'G'],
];

export const ENDING_LABELS: LabelTable<NonNullable<StoryBrief['ending']>> = [
  [/\bhappy\b/i, 'happy', 'Happy Ending'],
  [/\bbitter-?\s?sweet\b/i, 'bittersweet', 'Bittersweet Ending'],
  [/\bsad\b|\btragic\b/i, 'sad', 'Sad Ending'],
  [/\bcliff-?\s?hanger\b/i, 'cliffhanger', 'Cliffhanger'],
  [/\btwist\b/i, 'twist', 'Twist Ending'],
  [/\bopen\b|\bambiguous\b/i, 'open', 'Open Ending'],
];

/** Older readers than a picture book's get the oldest age group, and its longer sentences. */
export type AudienceChoice = { ageGroup: AgeGroup; audience: NonNullable<StoryBrief['audience']> };

export const AUDIENCE_LABELS: LabelTable<AudienceChoice> = [
  [
    /\byoung adults?\b|\bteens?\b|\bteenagers?\b/i,
    { ageGroup: '9-12', audience: 'young-adults' },
    'Young Adults',
  ],
  [/\badults?\b|\bgrown-?ups?\b/i, { ageGroup: '9-12', audience: 'adults' }, 'Adults (18+ years)'],
  [
    /\b3\s?[-–]\s?5\b|\btoddlers?\b|\bpre-?school/i,
    { ageGroup: '3-5', audience: 'children' },
    'Children (3-5 years)',
  ],
  [
    /\b9\s?[-–]\s?12\b|\bmiddle grade\b|\btweens?\b/i,
    { ageGroup: '9-12', audience: 'children' },
    'Children (9-12 years)',
  ],
  [
    /\b6\s?[-–]\s?8\b|\bchild(ren)?\b|\bkids?\b|\ball ages\b|\bfamily\b/i,
    { ageGroup: '6-8', audience: 'children' },
    'Children (6-8 years)',
  ],
];

export const TONE_LABELS: LabelTable<StoryBrief['tone']> = [
  [/\bdark\b/i, 'dark', 'Dark'],
  [/\bsuspense(ful)?\b|\bthrilling\b/i, 'suspenseful', 'Suspenseful'],
  [/\buplifting\b|\binspir/i, 'uplifting', 'Uplifting'],
  [/\bwhimsical\b|\bplayful\b/i, 'whimsical', 'Whimsical'],
  [/\bmyster(y|ious)\b/i, 'mysterious', 'Mysterious'],
  [/\bheart-?warming\b/i, 'heartwarming', 'Heartwarming'],
  [/\bfunny\b|\bhumou?r/i, 'funny', 'Funny'],
  [/\badventur/i, 'adventurous', 'Adventurous'],
  [/\bdream(y|like)\b|\bmagical\b/i, 'dreamy', 'Dreamy'],
  [/\bgentle\b|\bcalm\b|\bsoothing\b/i, 'gentle', 'Gentle'],
];

export const QUALITY_LABELS: LabelTable<NonNullable<StoryBrief['pictureQuality']>> = [
  [/\b(high|hd|ultra|best)\b/i, 'high', 'high'],
  [/\b(standard|medium|normal)\b/i, 'standard', 'standard'],
  [/\b(draft|low|fast)\b/i, 'draft', 'draft'],
];
