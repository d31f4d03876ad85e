import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { AppError } from '../errors.ts';
import { createSendQueue, type WaitingMessage } from './send-queue.ts';

const message = (content: string): WaitingMessage => ({ messageId: content, content, isNamedByClient: true });
const neverRefused = () => {
  throw new Error('nothing is refused here');
};

test('messages are said in order, each after the end of the last answer', async () => {
  const said: string[] = [];
  const queue = createSendQueue({
    limit: 5,
    silenceMs: 10_000,
    say: async ({ content }) => {
      said.push(content);
      return 'said';
    },
    onRefused: neverRefused,
  });
  for (const content of ['one', 'two', 'three']) queue.add(message(content));
  await sleep(5);
  expect(said).toEqual(['one']);
  queue.hear(false);
  await sleep(5);
  expect(said).toEqual(['one']);
  queue.hear(true);
  await sleep(5);
  expect(said).toEqual(['one', 'two']);
  queue.stop();
});

test('an answer that ends before we know that the message was taken is not waited for', async () => {
  const said: string[] = [];
  const queue = createSendQueue({
    limit: 5,
    silenceMs: 10_000,
    say: async ({ content }) => {
      said.push(content);
      queue.hear(true);
      return 'said';
    },
    onRefused: neverRefused,
  });
  queue.add(message('one'));
  queue.add(message('two'));
  await sleep(5);
  expect(said).toEqual(['one', 'two']);
  queue.stop();
});

test('a busy conversation is tried again when its answer ends, or now and then', async () => {
  let tries = 0;
  const queue = createSendQueue({
    limit: 5,
    silenceMs: 5,
    say: async () => {
      tries += 1;
      return tries < 4 ? 'busy' : 'said';
    },
    onRefused: neverRefused,
  });
  queue.add(message('one'));
  await sleep(60);
  expect(tries).toBe(4);
  queue.stop();
});

test('a refused message is given back and the next one is said', async () => {
  const refused: string[] = [];
  const said: string[] = [];
  const queue = createSendQueue({
    limit: 5,
    silenceMs: 10_000,
    say: async ({ content }) => {
      if (content === 'bad') throw new AppError('guardrail_violation', 'no');
      said.push(content);
      return 'said';
    },
    onRefused: ({ content }) => refused.push(content),
  });
  queue.add(message('bad'));
  queue.add(message('good'));
  await sleep(5);
  expect([refused, said]).toEqual([['bad'], ['good']]);
  queue.stop();
});

test('no more wait than there is room for', () => {
  const queue = createSendQueue({
    limit: 2,
    silenceMs: 10_000,
    say: async () => 'busy',
    onRefused: neverRefused,
  });
  expect([1, 2, 3].map((content) => queue.add(message(String(content))))).toEqual([true, true, false]);
  queue.stop();
});
