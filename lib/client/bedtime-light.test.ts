import { describe, expect, it } from 'vitest';
import { buildLightCookie, isBedtimeLight, readLight } from './bedtime-light';

describe('the light of the pages', () => {
  it('is that of the hours until somebody chooses', () => {
    expect(isBedtimeLight(readLight(undefined), true)).toBe(true);
    expect(isBedtimeLight(readLight(undefined), false)).toBe(false);
    expect(isBedtimeLight(readLight('day'), true)).toBe(false);
    expect(isBedtimeLight(readLight('bedtime'), false)).toBe(true);
    expect(readLight('neon; Path=/')).toBeNull();
  });

  it('is kept for long where there are no hours, and until the next evening where there are', () => {
    expect(buildLightCookie('bedtime', { isBedtime: false, hasHours: false })).toContain('Max-Age=31536000');
    expect(buildLightCookie('day', { isBedtime: true, hasHours: true })).toContain('Max-Age=43200');
  });

  it('is left to the hours again when the choice is what they say', () => {
    expect(buildLightCookie('day', { isBedtime: false, hasHours: false })).toContain('Max-Age=0');
    expect(buildLightCookie('bedtime', { isBedtime: true, hasHours: true })).toContain('Max-Age=0');
  });
});
