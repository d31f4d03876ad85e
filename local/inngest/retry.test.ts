import { expect, it } from 'vitest';
import { retryMoment } from './retry.ts';

it('backs off as the Inngest server does: 15 s, 30 s, 1 m, 2 m, 5 m and up to 30 s more', () => {
  for (const [attempt, seconds] of [15, 30, 60, 120, 300].entries()) {
    const moment = retryMoment(attempt, 0, {});
    expect(moment).toBeGreaterThanOrEqual(seconds * 1000);
    expect(moment).toBeLessThanOrEqual((seconds + 30) * 1000);
  }
});

it('doubles a given base, up to ten minutes', () => {
  expect([0, 1, 2, 3].map((attempt) => retryMoment(attempt, 0, { baseMs: 100 }))).toEqual([
    100, 200, 400, 800,
  ]);
  expect(retryMoment(30, 0, { baseMs: 100 })).toBe(600_000);
});

it('does what the retry-after header asks, in seconds or as a time, but never waits more than a day', () => {
  const ask = (retryAfter: string) => retryMoment(0, 1000, { retryAfter, baseMs: 5 });
  expect(ask('30')).toBe(31_000);
  expect(ask('1970-01-01T00:00:20.000Z')).toBe(20_000);
  expect(ask('1969-01-01T00:00:00.000Z')).toBe(1000);
  expect(ask('9999999')).toBe(1000 + 86_400_000);
  expect(ask('tomorrow')).toBe(1005);
});
