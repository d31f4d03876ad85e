import { expect, test } from 'vitest';
import { estimateWordTimings } from './estimate-word-timings.ts';
import { readAloud } from './read-aloud.ts';
import { splitWords } from './spoken-text.ts';

const TEXT =
  'The wind was soft; the sea was as still as glass. Far away, on the very last island, a light blinked once. “That is our signal,” said the owl. Somebody needs us!';

test.each([
  ['a slow voice with long rests', { voice: 'rms', stretch: 1.3, restFactor: 2 }],
  ['a quick voice with short rests', { voice: 'awb', stretch: 0.85, restFactor: 0.6 }],
])('the words of %s are found within a fifth of a second', async (_, manner) => {
  const truth = await readAloud(TEXT, manner);
  if (!truth) throw new Error('The text can be read.');
  const samples = new Float32Array(truth.samples.length + 16_000);
  samples.set(truth.samples, 8_000);
  const timings = await estimateWordTimings(TEXT, { sampleRate: 16_000, channels: [samples] });
  expect(timings).toHaveLength(truth.words.length);
  const errors = timings.map((timing, index) =>
    Math.abs(timing.startMs - (truth.found[index]?.startMs ?? 0) - 500),
  );
  expect(Math.max(...errors)).toBeLessThan(350);
  expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(90);
});

test('with only a length to go by, the words fill it in order', async () => {
  const timings = await estimateWordTimings(TEXT, { durationMs: 10_000 });
  expect(timings.map((timing) => timing.text)).toEqual(splitWords(TEXT));
  for (const [index, timing] of timings.entries()) {
    expect(timing.startMs).toBeGreaterThanOrEqual(timings[index - 1]?.endMs ?? 0);
  }
  expect(timings[0]?.startMs).toBeLessThan(50);
  expect(timings.at(-1)?.endMs).toBe(10_000);
});

test('silence and a text without words give no failure', async () => {
  expect(await estimateWordTimings('🐭', { durationMs: 500 })).toEqual([]);
  const silent = await estimateWordTimings('Hello there.', {
    sampleRate: 16_000,
    channels: [new Float32Array(16_000)],
  });
  expect(silent).toHaveLength(2);
});
