import { describe, expect, test } from 'vitest';
import { findBrokenRule, MODERATION_CATEGORIES } from './categories.ts';

const LISTENERS = [
  {},
  { ageGroup: '3-5' },
  { ageGroup: '6-8' },
  { ageGroup: '9-12', contentRating: 'G' },
  { ageGroup: '9-12' },
  { ageGroup: '9-12', contentRating: 'PG-13' },
] as const;

/** The lowest score, in hundredths, that this listener is not told. */
function limitOf(category: (typeof MODERATION_CATEGORIES)[number], listener: (typeof LISTENERS)[number]) {
  return Array.from({ length: 101 }, (_, index) => index).find(
    (score) => findBrokenRule({ [category]: score / 100 }, listener) !== undefined,
  );
}

describe('findBrokenRule', () => {
  test('a fight of a mild adventure is for nine and older, not for younger ones', () => {
    const fight = { violence: 0.7, harassment: 0.5 };
    expect(findBrokenRule(fight, { ageGroup: '9-12' })).toBeUndefined();
    for (const listener of [{}, { ageGroup: '3-5' }, { ageGroup: '6-8' }] as const) {
      expect(findBrokenRule(fight, listener)).toBe('graphic_violence');
    }
    // Rated G it is told as to younger ones.
    expect(findBrokenRule(fight, { ageGroup: '9-12', contentRating: 'G' })).toBe('graphic_violence');
  });

  test('what a service is nearly sure of is told to nobody', () => {
    for (const category of MODERATION_CATEGORIES) {
      for (const listener of LISTENERS) {
        expect(findBrokenRule({ [category]: 0.95 }, listener), category).toBeDefined();
      }
    }
  });

  test('nobody older is told less, and without an age the youngest is assumed', () => {
    for (const category of MODERATION_CATEGORIES) {
      const limits = LISTENERS.map((listener) => limitOf(category, listener) ?? Number.NaN);
      expect(limits).toEqual(limits.toSorted((a, b) => a - b));
      expect(limits[0]).toBe(limits[1]);
      expect(limits[2]).toBe(limits[3]);
    }
  });

  test('of several findings the worst one gives its sentence', () => {
    const scores = { violence: 0.9, 'self-harm/instructions': 0.9, harassment: 0.9 };
    expect(findBrokenRule(scores, { ageGroup: '6-8' })).toBe('self_harm');
  });

  test('a rating never makes a young listener older', () => {
    expect(findBrokenRule({ violence: 0.7 }, { ageGroup: '6-8', contentRating: 'PG-13' })).toBe(
      'graphic_violence',
    );
  });
});
