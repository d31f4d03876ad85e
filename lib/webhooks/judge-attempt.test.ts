import { describe, expect, it } from 'vitest';
import { judgeAttempt, RETRY_GAPS_SECONDS } from './judge-attempt.ts';

const now = new Date('2026-11-21T12:00:00Z');
const judge = (outcome: Parameters<typeof judgeAttempt>[0], tries = 0) =>
  judgeAttempt(outcome, tries, { gaps: [10, 100], now, random: () => 0 });

describe('judgeAttempt', () => {
  it.each([200, 201, 204, 299])('%i is a success', (status) => {
    expect(judge({ status })).toEqual({ state: 'delivered' });
  });

  it.each([100, 301, 302, 304, 307, 400, 401, 404, 408, 429, 500, 502, 503])(
    '%i is tried again',
    (status) => {
      expect(judge({ status })).toEqual({ state: 'pending', waitSeconds: 10 });
    },
  );

  it('no answer is tried again, until the tries are used up', () => {
    expect(judge({ error: 'away' }, 1)).toEqual({ state: 'pending', waitSeconds: 100 });
    expect(judge({ error: 'away' }, 2)).toEqual({ state: 'failed', gone: false });
  });

  it('410 is never tried again', () => {
    expect(judge({ status: 410 })).toEqual({ state: 'failed', gone: true });
  });

  it.each([
    ['seconds', '500', 500],
    ['a date', 'Sat, 21 Nov 2026 12:10:00 GMT', 600],
    ['less than our own wait', '1', 10],
    ['a date that has passed', 'Sat, 21 Nov 2026 11:00:00 GMT', 10],
    ['more than a day', '999999', 86_400],
    ['nonsense', 'soon', 10],
  ])('"later" in %s is heard', (_form, retryAfter, waitSeconds) => {
    for (const status of [429, 503])
      expect(judge({ status, retryAfter })).toEqual({ state: 'pending', waitSeconds });
    expect(judge({ status: 500, retryAfter })).toEqual({ state: 'pending', waitSeconds: 10 });
  });

  it('tries over most of a day with growing gaps, and never quite together', () => {
    const total = RETRY_GAPS_SECONDS.reduce((sum, gap) => sum + gap, 0);
    expect(total).toBeGreaterThan(23 * 3_600);
    expect(total * 1.1).toBeLessThan(27 * 3_600);
    expect([...RETRY_GAPS_SECONDS].sort((one, other) => one - other)).toEqual(RETRY_GAPS_SECONDS);
    const waits = [0, 0.5, 1].map((random) =>
      judgeAttempt({ status: 500 }, 3, { random: () => random, now }),
    );
    expect(waits).toEqual([1_800, 1_890, 1_980].map((waitSeconds) => ({ state: 'pending', waitSeconds })));
  });
});
