import { expect, test } from 'vitest';
import type { DurableFunction } from './load-functions.ts';
import { traceFunction } from './trace-function.ts';

type Step = {
  run: (id: string, work?: () => unknown) => Promise<{ pages: number[] } & number[]>;
  sleep: (id: string) => Promise<void>;
};

function define(handler: (step: Step) => Promise<unknown>): DurableFunction {
  return { opts: { id: 'f' }, fn: ({ step }) => handler(step as Step) };
}
const trace = async (handler: (step: Step) => Promise<unknown>) =>
  (await traceFunction(define(handler))).map(({ id, after }) => [id, ...after]);

test('a step waits for what its code waits for: one after another, side by side, joined', async () => {
  const steps = await trace(async (step) => {
    await step.run('begin');
    await Promise.all([step.run('left').then(() => step.run('left-again')), step.run('right')]);
    await step.run('end');
  });
  expect(steps).toEqual([
    ['begin'],
    ['left', 'begin'],
    ['right', 'begin'],
    ['left-again', 'left'],
    ['end', 'right', 'left-again'],
  ]);
});

test('a step for each page is one step, one that comes again is a round, one after a failure is a rescue', async () => {
  const steps = await traceFunction(
    define(async (step) => {
      const pages = await step.run('list');
      await Promise.all(
        pages.map((page) =>
          step.run(`picture-${page + 1}`).catch(() => step.run(`picture-${page + 1}-stand-in`)),
        ),
      );
      for (let attempt = 1; ; attempt += 1) {
        await step.run(`attempt-${attempt}`);
        await step.sleep(`wait-${attempt}`);
      }
    }),
  );
  expect(steps).toMatchObject([
    { id: 'list', isMany: false },
    { id: 'picture', isMany: true, after: ['list'] },
    { id: 'attempt', isRepeated: true, after: ['picture'] },
    { id: 'wait', kind: 'sleep', after: ['attempt'] },
    { id: 'picture-stand-in', isMany: true, after: ['picture'], onFailureOf: 'picture' },
  ]);
});

test('work itself is never done, and a function that breaks is told', async () => {
  let worked = false;
  await trace((step) =>
    step.run('work', () => {
      worked = true;
    }),
  );
  expect(worked).toBe(false);
  await expect(
    trace(async () => {
      throw new TypeError('broken');
    }),
  ).rejects.toThrow('broken');
});
