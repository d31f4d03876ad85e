import { describe, expect, test } from 'vitest';
import { clockTime, endOfDay, isBedtime, isTimeZone, localDate } from './bedtime.ts';

const at = (text: string) => new Date(text);
const NIGHT = { from: '19:30', to: '06:45' };

test('zones are the names of the IANA database, not offsets and not words', () => {
  for (const name of ['Europe/Berlin', 'America/New_York', 'UTC', 'Asia/Kathmandu'])
    expect(isTimeZone(name)).toBe(true);
  for (const name of ['', 'Berlin', '+02:00', 'Europe/Atlantis', "UTC'; drop table x", '../etc/passwd'])
    expect(isTimeZone(name)).toBe(false);
});

describe('bedtime', () => {
  test('begins with its first minute and ends before its last, over midnight', () => {
    const cases = {
      '19:29': false,
      '19:30': true,
      '23:59': true,
      '00:00': true,
      '06:44': true,
      '06:45': false,
      '12:00': false,
    };
    for (const [time, expected] of Object.entries(cases))
      expect(isBedtime(NIGHT, 'UTC', at(`2026-11-21T${time}:00Z`)), time).toBe(expected);
  });

  test('may be a nap in the middle of the day, and there may be none', () => {
    const nap = { from: '13:00', to: '14:30' };
    expect(isBedtime(nap, 'UTC', at('2026-11-21T13:30:00Z'))).toBe(true);
    expect(isBedtime(nap, 'UTC', at('2026-11-21T14:30:00Z'))).toBe(false);
    expect(isBedtime(null, 'UTC', at('2026-11-21T13:30:00Z'))).toBe(false);
  });

  test('goes by the clock on the wall, also on the days when it is changed', () => {
    // Berlin: 2026-10-25, 3:00 becomes 2:00; 2026-03-29, 2:00 becomes 3:00.
    for (const [moment, clock, expected] of [
      ['2026-10-24T17:30:00Z', '19:30', true],
      ['2026-10-25T17:30:00Z', '18:30', false],
      ['2026-10-25T18:30:00Z', '19:30', true],
      ['2026-10-26T05:44:00Z', '06:44', true],
      ['2026-03-28T18:30:00Z', '19:30', true],
      ['2026-03-29T17:29:00Z', '19:29', false],
      ['2026-03-29T17:30:00Z', '19:30', true],
      ['2026-03-29T04:45:00Z', '06:45', false],
    ] as const) {
      expect(clockTime('Europe/Berlin', at(moment)), moment).toBe(clock);
      expect(isBedtime(NIGHT, 'Europe/Berlin', at(moment)), moment).toBe(expected);
    }
  });

  test('is another hour in another zone', () => {
    const moment = at('2026-11-21T20:00:00Z');
    expect(isBedtime(NIGHT, 'Europe/London', moment)).toBe(true);
    expect(isBedtime(NIGHT, 'America/Los_Angeles', moment)).toBe(false);
  });
});

test('a day ends at the household’s midnight, after 23, 24 or 25 hours', () => {
  const zone = 'Europe/Berlin';
  expect(endOfDay(zone, at('2026-11-21T12:00:00Z')).toISOString()).toBe('2026-11-21T23:00:00.000Z');
  expect(endOfDay(zone, at('2026-10-24T22:00:00Z')).toISOString()).toBe('2026-10-25T23:00:00.000Z');
  expect(endOfDay(zone, at('2026-03-28T23:00:00Z')).toISOString()).toBe('2026-03-29T22:00:00.000Z');
  expect(localDate('Pacific/Auckland', at('2026-11-21T12:00:00Z'))).toBe('2026-11-22');
  expect(endOfDay('Pacific/Auckland', at('2026-11-21T10:59:59Z')).toISOString()).toBe(
    '2026-11-21T11:00:00.000Z',
  );
});
