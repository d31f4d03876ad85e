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
  slots: 16,
  filmMs: 9_000,
};

describe('buildCriticalPath', () => {
  it('takes the longer of pictures and voices when there is a place for each', () => {
    expect(sumPath(buildCriticalPath(FACTS))).toBe(8_000 + 12_000 + 9_000);
  });

  it('spreads the work over the places when there are fewer than calls', () => {
    expect(sumPath(buildCriticalPath({ ...FACTS, slots: 8 }))).toBe(8_000 + 15_000 + 9_000);
  });

  it('paints portraits side by side before the pages, and reads aloud meanwhile', () => {
    const links = buildCriticalPath({ ...FACTS, portraits: [12_000, 12_000], slots: 8 });
    expect(links.map(({ what }) => what)).toContain('2 portraits');
    expect(sumPath(links)).toBe(8_000 + 12_000 + 12_000 + 9_000);
  });
});
