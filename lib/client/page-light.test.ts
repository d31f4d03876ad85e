import { describe, expect, it } from 'vitest';
import {
  buildLightCookies,
  chooseLight,
  findLight,
  findTheme,
  LIGHT_COOKIE,
  type LightChoice,
  readLightChoice,
  TONIGHT_COOKIE,
} from './page-light';

const read = (jar: Record<string, string>) => readLightChoice((name) => jar[name]);
const NO_HOURS = { isBedtime: false, hasHours: false };
const BY_DAY = { isBedtime: false, hasHours: true };
const IN_THE_HOURS = { isBedtime: true, hasHours: true };
const NOTHING: LightChoice = { light: 'device', tonight: null };

describe('the light of the pages', () => {
  it('is that of the device, and of the hours while they last, until somebody chooses', () => {
    expect(findTheme(read({}), false)).toBeNull();
    expect(findTheme(read({}), true)).toBe('bedtime');
    expect(findTheme(read({ [LIGHT_COOKIE]: 'dark' }), false)).toBe('dark');
    expect(findTheme(read({ [LIGHT_COOKIE]: 'bedtime' }), false)).toBe('bedtime');
  });

  it('is nothing that a cookie makes up', () => {
    expect(read({ [LIGHT_COOKIE]: 'neon; Path=/', [TONIGHT_COOKIE]: 'noon' })).toEqual(NOTHING);
  });

  it('still turns to bedtime in the hours when another was chosen for the day', () => {
    const chosen = chooseLight('dark', NOTHING, BY_DAY);
    expect([findTheme(chosen, false), findTheme(chosen, true)]).toEqual(['dark', 'bedtime']);
  });

  it('stays as it was chosen in the hours, until the next turn', () => {
    const chosen = chooseLight('light', NOTHING, IN_THE_HOURS);
    expect(findTheme(chosen, true)).toBe('light');
    expect(buildLightCookies(chosen)).toEqual([
      expect.stringContaining('storyloom-light=light; Path=/; Max-Age=31536000'),
      expect.stringContaining('storyloom-tonight=day; Path=/; Max-Age=43200'),
    ]);
  });

  it('is dimmed for one evening where there are hours, without forgetting what is liked by day', () => {
    const liked: LightChoice = { light: 'dark', tonight: null };
    const tonight = chooseLight('bedtime', liked, BY_DAY);
    expect(tonight).toEqual({ light: 'dark', tonight: 'bedtime' });
    expect(findLight(tonight, false)).toBe('bedtime');
    expect(chooseLight('bedtime', { light: 'dark', tonight: 'day' }, IN_THE_HOURS)).toEqual(liked);
  });

  it('is dim for good where there are none, and the device’s again when that is chosen', () => {
    const dim = chooseLight('bedtime', NOTHING, NO_HOURS);
    expect(dim).toEqual({ light: 'bedtime', tonight: null });
    expect(buildLightCookies(dim)[0]).toContain('Max-Age=31536000');
    const back = chooseLight('device', dim, NO_HOURS);
    expect(findLight(back, false)).toBe('device');
    expect(buildLightCookies(back).every((cookie) => cookie.includes('Max-Age=0'))).toBe(true);
  });
});
