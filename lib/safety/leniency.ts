import type { AgeGroup, StoryBrief } from '../story/schema.ts';

/**
 * How much a text may hold. `young`: under nine, and whatever is rated G. `older`: from nine on a mystery may have a
 * murder and history a war. `teen`: from nine on and rated PG-13, a ghost story may be a horror story.
 */
export type Leniency = 'young' | 'older' | 'teen';

/** Without an age the youngest listener is assumed. A rating never lets more through than the age does. */
export function leniencyFor(
  ageGroup: AgeGroup | undefined,
  contentRating?: StoryBrief['contentRating'],
): Leniency {
  if (ageGroup !== '9-12' || contentRating === 'G') return 'young';
  return contentRating === 'PG-13' ? 'teen' : 'older';
}
