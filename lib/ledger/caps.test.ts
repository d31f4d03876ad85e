import { describe, expect, test } from 'vitest';
import { capRefusal, formatDollars, toCapsColumn } from './caps.ts';

describe('a cap', () => {
  test('that is not set is null in the database, which knows no infinity', () => {
    expect(toCapsColumn({ storyMicros: Number.POSITIVE_INFINITY, userDayMicros: 5 })).toEqual({
      storyMicros: null,
      userDayMicros: 5,
    });
  });

  test('that is reached says which, how much was allowed, and what was asked', () => {
    const story = capRefusal({
      refused: 'story',
      capMicros: 3_000_000,
      spentMicros: 0,
      quotedMicros: 4_120_000,
    });
    expect(story.code).toBe('spend_cap_reached');
    expect(story.message).toBe('A story may cost at most $3.00. This would cost up to $4.12.');
    const day = capRefusal({ refused: 'userDay', capMicros: 10_000_000, spentMicros: 9_990_000 });
    expect(day.message).toBe(
      'You may spend at most $10.00 a day, of which $9.99 are spent or held back. The day ends at midnight UTC.',
    );
    expect(capRefusal({ refused: 'installationDay', capMicros: 1, spentMicros: 0 }).message).toContain(
      'This Storyloom',
    );
  });

  test.each([
    [0, '$0.00'],
    [900, '$0.0009'],
    [10_000, '$0.01'],
    [1_500_000, '$1.50'],
  ])('%d micro-dollars are %s', (micros, text) => expect(formatDollars(micros)).toBe(text));
});
