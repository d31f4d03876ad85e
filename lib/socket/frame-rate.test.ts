import { expect, test } from 'vitest';
import { createFrameRate } from './frame-rate.ts';

const LIMITS = { framesPerSecond: 10, burst: 20, droppedFrames: 25 };

test('a burst passes, what is too fast is dropped and said once, and too much of it is the end', () => {
  const rate = createFrameRate(LIMITS, () => 0);
  const taken = Array.from({ length: 45 }, () => rate.take());
  expect(taken.slice(0, 20).every((answer) => answer === 'taken')).toBe(true);
  expect(taken[20]).toBe('first-drop');
  expect(taken.slice(21, 44).every((answer) => answer === 'dropped')).toBe(true);
  expect(taken[44]).toBe('too-many');
});

test('ten a second pass for ever', () => {
  let nowMs = 0;
  const rate = createFrameRate(LIMITS, () => nowMs);
  for (let index = 0; index < 1_000; index += 1) {
    nowMs += 100;
    expect(rate.take()).toBe('taken');
  }
});

test('what was dropped is forgiven after ten quiet seconds', () => {
  let nowMs = 0;
  const rate = createFrameRate(LIMITS, () => nowMs);
  for (let round = 0; round < 5; round += 1) {
    for (let index = 0; index < 20; index += 1) expect(rate.take()).toBe('taken');
    expect(rate.take()).toBe('first-drop');
    nowMs += 11_000;
  }
});
