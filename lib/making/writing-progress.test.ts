import { expect, test } from 'vitest';
import { PROGRESS } from './job-news';
import { writingProgress } from './writing-progress';

test('every call of a story brings it further, and none to its end', () => {
  const steps = ['outline', 'chapter:1', 'chapter:2', 'chapter:3', 'critique'];
  const progress = steps.map((step) => writingProgress(step, 3) ?? 0);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(new Set(progress).size).toBe(steps.length);
  expect(progress[0]).toBeGreaterThan(PROGRESS.started);
  expect(progress.at(-1)).toBeLessThan(PROGRESS.written);
  expect(writingProgress('draft', 3)).toBe(writingProgress('chapter:3', 3));
});

test.each(['draft:repair', 'revision', 'chapter:2:revision'])('%s only mends what is counted', (step) => {
  expect(writingProgress(step, 3)).toBeUndefined();
});
