import { afterAll, expect, test } from 'vitest';
import { measureLoudness } from '../../audio/loudness.ts';
import { measureTruePeak } from '../../audio/true-peak.ts';
import { readWav } from '../../audio/wav.ts';
import { VOICES } from '../../story/schema.ts';
import { closeWorkerPool } from '../../worker-pool.ts';
import { narrate } from './narrate.ts';
import { splitWords } from './spoken-text.ts';

const STORY =
  'Once upon a time, a brave little mouse named Pip lived under the old oak tree. Every night she looked at the moon, and she wondered if it was made of cheese. “I will find out,” she whispered — and off she went!';

afterAll(closeWorkerPool);

test.each(VOICES)(
  '%s reads calmly, at the same loudness, without clipping, and times every word',
  async (voice) => {
    const narration = await narrate({ text: STORY, voice });
    const sound = readWav(narration.wav);
    expect(sound.channels).toHaveLength(1);
    expect(sound.sampleRate).toBe(narration.sampleRate);
    expect(
      Math.abs(narration.durationMs - ((sound.channels[0]?.length ?? 0) / sound.sampleRate) * 1000),
    ).toBeLessThan(1);
    expect(measureLoudness(sound)).toBeCloseTo(-18, 0);
    expect(20 * Math.log10(measureTruePeak(sound.channels))).toBeLessThanOrEqual(-1.5);

    expect(narration.words.map((word) => word.text)).toEqual(splitWords(STORY));
    const wordsPerMinute = (narration.words.length / narration.durationMs) * 60_000;
    expect(wordsPerMinute).toBeGreaterThan(120);
    expect(wordsPerMinute).toBeLessThan(165);
    let previousEndMs = 0;
    for (const word of narration.words) {
      expect(word.startMs).toBeGreaterThanOrEqual(previousEndMs);
      expect(word.endMs - word.startMs).toBeGreaterThanOrEqual(40);
      expect(word.endMs - word.startMs).toBeLessThanOrEqual(1_500);
      previousEndMs = word.endMs;
    }
    expect(previousEndMs).toBeLessThanOrEqual(narration.durationMs);
  },
);

test('sound is where words are timed and silence is between sentences', async () => {
  const text = 'The owl sat still. Nobody moved. Then the bell rang.';
  const { wav, words } = await narrate({ text, voice: 'oliver' });
  const { channels, sampleRate } = readWav(wav);
  const power = (startMs: number, endMs: number) => {
    const part =
      channels[0]?.subarray((startMs / 1000) * sampleRate, (endMs / 1000) * sampleRate) ?? new Float32Array();
    return part.reduce((sum, sample) => sum + sample * sample, 0) / part.length;
  };
  for (const word of words) expect(power(word.startMs, word.endMs)).toBeGreaterThan(1e-3);
  for (const [before, after] of [
    [3, 4],
    [5, 6],
  ] as const) {
    const restStartMs = words[before]?.endMs as number;
    const restEndMs = words[after]?.startMs as number;
    expect(restEndMs - restStartMs).toBeGreaterThan(400);
    expect(power(restStartMs + 120, restEndMs - 60)).toBeLessThan(1e-5);
  }
});

test('a text with nothing to say is one second of silence without words', async () => {
  const narration = await narrate({ text: '🐭 … — 王さま', voice: 'rosie' });
  expect(narration.durationMs).toBe(1000);
  expect(narration.words).toEqual([]);
});

test('the same text gives the same bytes, and a slower pace takes longer', async () => {
  const [first, second, slow] = await Promise.all([
    narrate({ text: 'A light blinked twice.', voice: 'angus' }),
    narrate({ text: 'A light blinked twice.', voice: 'angus' }),
    narrate({ text: 'A light blinked twice.', voice: 'angus', pace: 'slow' }),
  ]);
  expect(Buffer.compare(first.wav, second.wav)).toBe(0);
  expect(slow.durationMs).toBeGreaterThan(first.durationMs * 1.08);
});

test('a stop from outside ends the reading', async () => {
  const controller = new AbortController();
  const reading = narrate({ text: STORY.repeat(20), voice: 'rosie', signal: controller.signal });
  setTimeout(() => controller.abort(), 150);
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
});

test('odd text is read without failing', async () => {
  const text = `$$$ 99999999999999999999 !!! "" ... A.B.C. x'y'z ${'a'.repeat(300)} -t --voice "$(ls)" \u0000 <ssml> ’ ' 5'10" 50/50 co-op's #7 *wow*`;
  const narration = await narrate({ text, voice: 'rosie' });
  expect(narration.words.map((word) => word.text)).toEqual(splitWords(text));
});
