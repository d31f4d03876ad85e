import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { finishTogether } from './finish-together.ts';

test('gives all results in order', async () => {
  expect(await finishTogether([sleep(5, 'a'), 'b', Promise.resolve(3)])).toEqual(['a', 'b', 3]);
});

test('throws the first failure, told at once, thrown when the last has ended', async () => {
  const happened: string[] = [];
  const slow = sleep(30).then(() => happened.push('slow work ended'));
  const failing = (message: string, afterMs: number) =>
    sleep(afterMs).then(() => {
      throw new Error(message);
    });
  const all = finishTogether([slow, failing('second', 15), failing('first', 5)], (error) =>
    happened.push(`told of ${String(error)}`),
  );
  await expect(all).rejects.toThrow('first');
  expect(happened).toEqual(['told of Error: first', 'slow work ended']);
});
