import { expect, it } from 'vitest';
import { parseDurationMs, parseMoment } from './durations.ts';

it.each([
  ['1s', 1000],
  ['2h30m10s', 9_010_000],
  ['1w2d', 777_600_000],
  ['250ms', 250],
  ['1.5h', 5_400_000],
  ['', 0],
])('reads the duration "%s"', (text, expected) => {
  expect(parseDurationMs(text)).toBe(expected);
});

it.each(['soon', '10', '5 minutes', '-3s', '1y', '99999999999w'])(
  'does not take "%s" for a duration',
  (text) => {
    expect(parseDurationMs(text)).toBeUndefined();
  },
);

it('reads a moment from a duration or an ISO time, and from nothing else', () => {
  expect(parseMoment('2s', 1000)).toBe(3000);
  expect(parseMoment('2026-05-04T03:02:01.000Z', 0)).toBe(Date.UTC(2026, 4, 4, 3, 2, 1));
  expect(parseMoment('whenever', 0)).toBeUndefined();
});
