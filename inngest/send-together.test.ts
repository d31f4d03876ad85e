import { expect, test } from 'vitest';
import { createSendTogether } from './send-together.ts';

/** A queue whose calls end when the test says so. */
function createQueue() {
  const calls: { items: number[]; end: PromiseWithResolvers<void> }[] = [];
  const send = createSendTogether((items: number[]) => {
    const end = Promise.withResolvers<void>();
    calls.push({ items, end });
    return end.promise;
  });
  return { calls, send };
}

test('the first is sent at once, and those that come meanwhile go together', async () => {
  const { calls, send } = createQueue();
  const sent = [1, 2, 3].map(send);
  expect(calls.map(({ items }) => items)).toEqual([[1]]);
  calls[0]?.end.resolve();
  await sent[0];
  await expect.poll(() => calls.map(({ items }) => items)).toEqual([[1], [2, 3]]);
  calls[1]?.end.resolve();
  await Promise.all(sent);
  const later = send(4);
  expect(calls.at(-1)?.items).toEqual([4]);
  calls.at(-1)?.end.resolve();
  await later;
});

test('a call that fails fails those it took along, and no others', async () => {
  const { calls, send } = createQueue();
  const first = send(1);
  const others = Promise.allSettled([send(2), send(3)]);
  calls[0]?.end.resolve();
  await first;
  await expect.poll(() => calls.length).toBe(2);
  calls[1]?.end.reject(new Error('refused'));
  expect((await others).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const next = send(4);
  calls.at(-1)?.end.resolve();
  await expect(next).resolves.toBeUndefined();
});
