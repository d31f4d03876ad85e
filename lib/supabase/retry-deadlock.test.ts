import { expect, test } from 'vitest';
import { retryDeadlock } from './retry-deadlock.ts';

const answers = (...codes: (string | null)[]) => {
  const left = [...codes];
  return async () => {
    const code = left.shift() ?? null;
    return { error: code === null ? null : { code }, left: left.length };
  };
};

test('a deadlock is asked again, another failure is not', async () => {
  const patience = { tries: 3, pauseMs: 1 };
  expect(await retryDeadlock(answers('40P01', '40P01', null), patience)).toEqual({ error: null, left: 0 });
  expect(await retryDeadlock(answers('23505', null), patience)).toEqual({
    error: { code: '23505' },
    left: 1,
  });
});

test('the last deadlock is the answer', async () => {
  const answer = await retryDeadlock(answers('40P01', '40P01', '40P01', null), { tries: 3, pauseMs: 1 });
  expect(answer).toEqual({ error: { code: '40P01' }, left: 1 });
});
