import type { UIMessageChunk } from 'ai';
import { expect, test } from 'vitest';
import { AppError } from '../errors.ts';
import { createModerationStream } from './moderation-stream.ts';

const text = (delta: string): UIMessageChunk => ({ type: 'text-delta', id: '1', delta });
const START: UIMessageChunk = { type: 'text-start', id: '1' };
const END: UIMessageChunk = { type: 'text-end', id: '1' };

async function pass(chunks: UIMessageChunk[], judge: (words: string) => Promise<void>) {
  const told: UIMessageChunk[] = [];
  const stream = new ReadableStream<UIMessageChunk>({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  }).pipeThrough(createModerationStream(judge));
  let failure: unknown;
  try {
    for await (const chunk of stream) told.push(chunk);
  } catch (error) {
    failure = error;
  }
  return { told, failure };
}

test('a short answer is judged once, whole, and told as it came', async () => {
  const asked: string[] = [];
  const chunks = [START, text('Once there was '), text('a fox.'), END];
  const { told, failure } = await pass(chunks, async (words) => void asked.push(words));
  expect(asked).toEqual(['Once there was a fox.']);
  expect(told).toEqual(chunks);
  expect(failure).toBeUndefined();
});

test('not a word is told while the verdict is awaited, nor after a refusal', async () => {
  const refusal = new AppError('guardrail_violation', 'No.', { rule: 'moderation' });
  const { told, failure } = await pass([START, text('Something bad.'), END], () => Promise.reject(refusal));
  expect(told).toEqual([START]);
  expect(failure).toBe(refusal);
});

test('a judge that is out of reach ends the answer without a word', async () => {
  const away = new AppError('provider_unavailable', 'Away.');
  const { told, failure } = await pass([START, text('Something.'), END], () => Promise.reject(away));
  expect(told).toEqual([START]);
  expect(failure).toBe(away);
});

test('a long answer leaves in pieces, each judged with what was said before it', async () => {
  const asked: string[] = [];
  const sentence = 'The fox went on and on along the river. ';
  const chunks = [START, ...Array.from({ length: 40 }, () => text(sentence)), END];
  const { told } = await pass(chunks, async (words) => void asked.push(words));
  expect(asked).toHaveLength(3);
  expect(asked[1]?.startsWith(sentence.repeat(15).slice(-200))).toBe(true);
  expect(told).toEqual(chunks);
});

test('of a tool whose input is refused nothing is told; the rest of the answer is', async () => {
  const call = (toolCallId: string, input: object): UIMessageChunk[] => [
    { type: 'tool-input-available', toolCallId, toolName: 'proposeStory', input },
    { type: 'tool-output-available', toolCallId, output: { shown: true } },
  ];
  const fine = call('2', { title: 'The fox' });
  const { told, failure } = await pass(
    [...call('1', { title: 'bad' }), ...fine, START, text('Shall I?'), END],
    async (words) => {
      if (words.includes('bad')) throw new AppError('guardrail_violation', 'No.', { rule: 'moderation' });
    },
  );
  expect(told).toEqual([...fine, START, text('Shall I?'), END]);
  expect(failure).toBeUndefined();
});
