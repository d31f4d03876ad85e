import { describe, expect, it } from 'vitest';
import {
  buildReadingCookie,
  DEFAULT_READING,
  findReadingCookie,
  parseReadingSettings,
  type ReadingSettings,
} from './reading-settings.ts';

const CHOSEN: ReadingSettings = {
  view: 'scroll',
  face: 'dyslexic',
  size: 1.7,
  lines: 'wide',
  letters: 'wide',
  speed: 0.75,
  ruler: true,
};

describe('the cookie of how somebody reads', () => {
  it.each([CHOSEN, DEFAULT_READING, { ...DEFAULT_READING, speed: 1.5 } as const])(
    'brings back %j',
    (settings) => {
      const [pair = ''] = buildReadingCookie(settings).split(';');
      expect(parseReadingSettings(findReadingCookie(`other=1; ${pair}; last=2`))).toEqual(settings);
    },
  );

  it('goes away when everything is as usual', () => {
    expect(buildReadingCookie(DEFAULT_READING)).toContain('Max-Age=0');
    expect(buildReadingCookie(CHOSEN)).not.toContain('Max-Age=0');
  });

  it.each([undefined, '', 'size=9&face=comic&speed=NaN&view=%00', '%%%'])(
    'takes %j for the usual',
    (value) => {
      expect(parseReadingSettings(value)).toEqual(DEFAULT_READING);
    },
  );
});
