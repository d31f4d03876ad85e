import { describe, expect, it } from 'vitest';
import { buildCriticalPath, type PathFacts, sumPath } from './critical-path.ts';

const FACTS: PathFacts = {
  texts: [
    { step: 'outline', ms: 2_000 },
    { step: 'draft', ms: 6_000 },
  ],
  portraits: [],
  pictures: Array(8).fill(12_000),
  speeches: Array(8).fill(3_000),
  pictureSlots: 8,
  speechSlots: 8,
  shareSlots: false,
  filmMs: 9_000,
};

describe('buildCriticalPath', () => {
  it('takes the longer of pictures and voices when each has slots of its own', () => {
    expect(sumPath(buildCriticalPath(FACTS))).toBe(8_000 + 12_000 + 9_000);
  });

  it('spreads the work over the slots when pictures and voices share them', () => {
    expect(sumPath(buildCriticalPath({ ...FACTS, shareSlots: true }))).toBe(8_000 + 15_000 + 9_000);
  });

  it('counts portraits once, for they are painted side by side before the pages', () => {
    const links = buildCriticalPath({ ...FACTS, portraits: [12_000, 12_000] });
    expect(links.map(({ what }) => what)).toContain('2 portraits');
    expect(sumPath(links)).toBe(8_000 + 12_000 + 12_000 + 9_000);
  });

  it('needs two rounds where there are half as many slots as pages', () => {
    expect(sumPath(buildCriticalPath({ ...FACTS, pictureSlots: 4 }))).toBe(8_000 + 24_000 + 9_000);
  });
});
