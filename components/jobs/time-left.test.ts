import { describe, expect, it } from 'vitest';
import { describeTimeLeft, formatSpan, smoothTimeLeft } from './time-left';

describe('smoothTimeLeft', () => {
  it('shows the first estimate as it is', () => {
    expect(smoothTimeLeft(null, 12_000, 0)).toBe(12_000);
  });

  it('counts down with the clock while the estimate does', () => {
    expect(smoothTimeLeft(12_000, 11_000, 1_000)).toBe(11_000);
  });

  it('drifts towards a new estimate instead of jumping, and gets there', () => {
    let shown = smoothTimeLeft(10_000, 29_000, 1_000);
    expect(shown).toBeGreaterThan(9_000);
    expect(shown).toBeLessThan(20_000);
    for (let second = 0; second < 20; second++) shown = smoothTimeLeft(shown, 29_000, 1_000);
    expect(shown).toBeGreaterThan(26_000);
  });

  it('is never negative, also after a sleep', () => {
    expect(smoothTimeLeft(10_000, -5_000, 3_600_000)).toBe(0);
  });
});

describe('describeTimeLeft', () => {
  it.each([
    [0, 1, 'Nearly done'],
    [0, 0.4, 'Just a little longer'],
    [4_200, 0.9, 'About 5 seconds left'],
    [17_000, 0.1, 'About 20 seconds left'],
    [55_000, 0.1, 'About a minute left'],
    [170_000, 0.1, 'About 3 minutes left'],
    [7_200_000, 0.1, 'About 2 hours left'],
  ])('of %i ms at %d says “%s”', (ms, progress, words) => {
    expect(describeTimeLeft(ms, progress)).toBe(words);
  });
});

describe('formatSpan', () => {
  it.each([
    [20, '0.1 s'],
    [9_960, '10 s'],
    [59_400, '59 s'],
    [119_700, '2 min 0 s'],
  ])('of %i ms is %s', (ms, words) => {
    expect(formatSpan(ms)).toBe(words);
  });
});
