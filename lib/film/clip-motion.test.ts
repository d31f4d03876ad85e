import { expect, test } from 'vitest';
import { buildClipMotion, buildMotionCamera, sourceFrameAt } from './clip-motion.ts';

const EIGHT_SECONDS = { frames: 192, fps: 24 };
const scene = (seconds: number, fps = 25) => ({ frames: seconds * fps, fps });
const positions = (motion: ReturnType<typeof buildClipMotion>, frames: number) =>
  Array.from({ length: frames }, (_, frame) => sourceFrameAt(motion, frame));
const steps = (values: number[]) => values.slice(1).map((value, index) => value - (values[index] ?? 0));

test('a clip that is long enough runs frame by frame and is cut', () => {
  const motion = buildClipMotion(EIGHT_SECONDS, scene(5));
  expect(motion).toEqual({ rate: 1, lastFrame: 191 });
  expect(positions(motion, 125)).toEqual(Array.from({ length: 125 }, (_, frame) => frame));
});

test('another clock is kept: at 30 frames a second each of 24 stands a little longer', () => {
  const motion = buildClipMotion(EIGHT_SECONDS, scene(5, 30));
  expect(motion.rate).toBe(0.8);
});

test('a clip that is a little short runs slower and ends with the scene', () => {
  const motion = buildClipMotion(EIGHT_SECONDS, scene(10));
  expect(motion.brakeFrom).toBeUndefined();
  expect(motion.rate).toBeCloseTo(191 / 249, 5);
  expect(sourceFrameAt(motion, 249)).toBeCloseTo(191, 1);
});

test('a clip that is much too short comes softly to rest on its last frame and stays there', () => {
  const motion = buildClipMotion({ frames: 96, fps: 24 }, scene(12));
  const shown = positions(motion, 300);
  expect(shown.at(-1)).toBe(95);
  const moves = steps(shown);
  for (const move of moves) expect(move).toBeGreaterThanOrEqual(0);
  // Never a jerk: no step differs from the one before by more than a tenth of a source frame.
  for (const change of steps(moves)) expect(Math.abs(change)).toBeLessThan(0.1);
  const atRestFrom = shown.indexOf(95);
  expect(atRestFrom).toBeGreaterThan(130);
  expect(atRestFrom).toBeLessThan(170);
  const camera = buildMotionCamera(motion);
  expect(camera.to.zoom, 'what is held is not quite still').toBeGreaterThan(camera.from.zoom + 0.04);
});

test.each([1, 2, 3, 7, 96, 287])(
  'a clip of %i frames fills any scene without running past its end or back',
  (frames) => {
    for (const fps of [12, 23.976, 24, 25, 30, 60]) {
      for (const seconds of [0.04, 1, 5.5, 40]) {
        const length = Math.max(1, Math.round(seconds * 25));
        const shown = positions(buildClipMotion({ frames, fps }, { frames: length, fps: 25 }), length);
        expect(Math.min(...shown)).toBe(0);
        expect(Math.max(...shown)).toBeLessThanOrEqual(frames - 1);
        for (const move of steps(shown)) expect(move).toBeGreaterThanOrEqual(0);
      }
    }
  },
);
