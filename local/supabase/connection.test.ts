import { expect, test } from 'vitest';
import { toIsoTimestamp } from './connection.ts';

test.each([
  ['2026-11-21 09:00:00.123456+00', '2026-11-21T09:00:00.123456+00:00'],
  ['2026-11-21 09:00:00+05:30', '2026-11-21T09:00:00+05:30'],
  ['2026-11-21 09:00:00', '2026-11-21T09:00:00'],
  ['infinity', 'infinity'],
])('Postgres writes %s, the API says %s', (text, expected) => {
  expect(toIsoTimestamp(text)).toBe(expected);
});
