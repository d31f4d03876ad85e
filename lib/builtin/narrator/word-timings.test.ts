import { expect, test } from 'vitest';
import { buildWordTimings } from './word-timings.ts';

test('overlaps are pushed apart and missing words stand after their neighbour', () => {
  const found = [{ startMs: 100, endMs: 300 }, undefined, { startMs: 290, endMs: 500 }];
  expect(buildWordTimings(['a', 'b', 'c'], found, 1000)).toEqual([
    { text: 'a', startMs: 100, endMs: 300 },
    { text: 'b', startMs: 300, endMs: 340 },
    { text: 'c', startMs: 340, endMs: 500 },
  ]);
});

test('nothing ends after the sound, even when the last words were not found', () => {
  const timings = buildWordTimings(
    ['a', 'b', 'c'],
    [{ startMs: 100, endMs: 500 }, undefined, undefined],
    500,
  );
  expect(timings).toEqual([
    { text: 'a', startMs: 100, endMs: 420 },
    { text: 'b', startMs: 420, endMs: 460 },
    { text: 'c', startMs: 460, endMs: 500 },
  ]);
});
