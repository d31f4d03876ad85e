import { expect, test } from 'vitest';
import { chooseVideoShape } from './video-shape.ts';
import { videoWaitSeconds } from './video-waits.ts';

const WIDE = { width: 1280, height: 720 };
const UPRIGHT = { width: 720, height: 1280 };
const LARGE = { width: 1792, height: 1024 };
const SHAPES = { seconds: [4, 8, 12], sizes: [WIDE, UPRIGHT, LARGE] };

test.each([
  [3, 4],
  [5.6, 4],
  [5.8, 8],
  [11.4, 8],
  [12, 12],
  [40, 12],
])('a page of %f seconds is filmed for %i: what is short is slowed, and seconds are money', (seen, paid) => {
  expect(chooseVideoShape(SHAPES, WIDE, seen).seconds).toBe(paid);
});

test('the size has the film’s shape, and is large enough where there is one', () => {
  expect(chooseVideoShape(SHAPES, WIDE, 4).size).toEqual(WIDE);
  expect(chooseVideoShape(SHAPES, UPRIGHT, 4).size).toEqual(UPRIGHT);
  expect(chooseVideoShape(SHAPES, { width: 1920, height: 1080 }, 4).size).toEqual(LARGE);
  expect(chooseVideoShape(SHAPES, { width: 960, height: 720 }, 4).size).toEqual(WIDE);
  const square = chooseVideoShape(SHAPES, { width: 720, height: 720 }, 4).size;
  expect([WIDE, UPRIGHT, LARGE]).toContainEqual(square);
});

test('a film is asked after with growing waits, never sooner than the provider asks, never hours later', () => {
  const waits = Array.from({ length: 8 }, (_, index) => videoWaitSeconds(index + 1));
  expect(waits).toEqual([5, 8, 12, 17, 23, 30, 30, 30]);
  expect(videoWaitSeconds(1, 19.2)).toBe(20);
  expect(videoWaitSeconds(6, 2)).toBe(30);
  expect(videoWaitSeconds(1, 3_600)).toBe(120);
});
