import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { measureLoudness } from '../../audio/loudness.ts';
import { readWav } from '../../audio/wav.ts';
import type { MusicMood } from '../../story/schema.ts';
import { closeWorkerPool } from '../../worker-pool.ts';
import { composeMusic } from './compose.ts';
import { composeScore, type Note, pitchOf } from './score.ts';

const MOODS: MusicMood[] = ['lullaby', 'playful', 'adventure', 'mystery', 'wonder'];

afterAll(closeWorkerPool);

function notesOf(mood: MusicMood, seed: number, seconds: number): Note[] {
  const score = composeScore(mood, seed, seconds);
  return Array.from({ length: score.barCount }, (_, bar) => score.notesOfBar(bar)).flat();
}

function highest(samples: Float32Array): number {
  return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
}

test.each(MOODS)('%s is as long as asked, gently loud, stereo, unclipped, and fades', async (mood) => {
  const { wav, durationMs } = await composeMusic({ mood, seed: 11, durationMs: 20_000 });
  const sound = readWav(wav);
  const [left, right] = sound.channels as [Float32Array, Float32Array];
  expect(durationMs).toBe(20_000);
  expect(left.length).toBe(20 * sound.sampleRate);
  expect(Math.abs(measureLoudness(sound) + 23)).toBeLessThan(1);
  expect(Math.max(highest(left), highest(right))).toBeLessThan(0.7);
  expect(left.some((sample, frame) => Math.abs(sample - (right[frame] as number)) > 0.01)).toBe(true);
  expect(highest(left.subarray(0, 300))).toBeLessThan(0.002);
  expect(highest(left.subarray(-300))).toBeLessThan(0.002);
  // Sounding all the way: no second without music.
  for (let second = 1; second < 18; second++) {
    expect(
      highest(left.subarray(second * sound.sampleRate, (second + 1) * sound.sampleRate)),
    ).toBeGreaterThan(0.01);
  }
});

test('the same seed gives the same bytes, another seed another piece', async () => {
  const make = (seed: number) => composeMusic({ mood: 'wonder', seed, durationMs: 4_000 });
  const [first, again, other] = await Promise.all([make(1), make(1), make(2)]);
  expect(Buffer.compare(first.wav, again.wav)).toBe(0);
  expect(Buffer.compare(first.wav, other.wav)).not.toBe(0);
});

test.each([1_000, 1_234, 7_777])('a piece of %i ms has exactly its frames', async (durationMs) => {
  const music = await composeMusic({ mood: 'playful', seed: 1, durationMs });
  expect(readWav(music.wav).channels[0]).toHaveLength(Math.round(durationMs * 32));
});

test('a piece can go straight to a file', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'music-'));
  const toFile = path.join(folder, 'music.wav');
  const request = { mood: 'mystery', seed: 5, durationMs: 6_000 } as const;
  const written = await composeMusic({ ...request, toFile });
  const { wav } = await composeMusic(request);
  expect(written).toEqual({ durationMs: 6_000 });
  expect(Buffer.compare(await readFile(toFile), wav)).toBe(0);
  await rm(folder, { recursive: true });
});

test('a file that cannot be written is a failure with a code', async () => {
  const request = {
    mood: 'mystery',
    seed: 5,
    durationMs: 1_000,
    toFile: '/nowhere/at/all/music.wav',
  } as const;
  await expect(composeMusic(request)).rejects.toMatchObject({ code: 'internal', cause: { code: 'ENOENT' } });
});

test('phrases return: the answer begins like the question, and the verse comes back', () => {
  const score = composeScore('playful', 3, 120);
  const theme = (bar: number) =>
    score
      .notesOfBar(bar)
      .filter((note) => note.instrument === score.plan.melody && note.pan === 0.15)
      .map((note) => [((note.start - bar * score.barSeconds) * 100) | 0, note.pitch].join('@'));
  // The first two bars are the opening without a melody.
  expect(theme(0)).toEqual([]);
  expect(theme(4).length).toBeGreaterThan(1);
  // Verse, verse again, middle, verse again: the plain verse is back after 32 bars.
  expect(theme(36)).toEqual(theme(4));
  expect(theme(20)).not.toEqual(theme(4));
});

test.each(MOODS)('%s stays in its scale and in a pleasant range, and ends on the key', (mood) => {
  for (let seed = 0; seed < 20; seed++) {
    const score = composeScore(mood, seed, 45);
    const last = score.notesOfBar(score.barCount - 1);
    const key = score.plan.keys.find((candidate) =>
      last.some((note) => note.instrument === 'pad' && note.pitch === pitchOf(score.plan, candidate, 0)),
    ) as number;
    expect(key).toBeDefined();
    for (const note of notesOf(mood, seed, 45)) {
      if (note.instrument === 'drum' || note.instrument === 'shaker') continue;
      expect(score.plan.scale).toContain((((note.pitch - key) % 12) + 12) % 12);
      expect(note.pitch).toBeGreaterThanOrEqual(28);
      expect(note.pitch).toBeLessThanOrEqual(106);
    }
  }
});
