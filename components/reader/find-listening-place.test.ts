import { describe, expect, it } from 'vitest';
import { buildPageStarts, findPageAt } from './find-listening-place.ts';

const pages = (...durations: (number | null)[]) => durations.map((duration_ms) => ({ duration_ms }));

describe('buildPageStarts', () => {
  it('counts the breath before the first page and those between', () => {
    expect(buildPageStarts(pages(10_000, 5_000), 16_900)).toEqual([400, 11_300]);
  });

  it('knows nothing of a file that was made of other voices', () => {
    expect(buildPageStarts(pages(10_000, 9_000), 16_900)).toBeNull();
    expect(buildPageStarts(pages(10_000, null), 16_900)).toBeNull();
  });
});

it.each([
  [0, 0],
  [11_299, 0],
  [11_300, 1],
  [99_000, 1],
])('at %d ms page %d is read', (timeMs, page) => expect(findPageAt([400, 11_300], timeMs)).toBe(page));
