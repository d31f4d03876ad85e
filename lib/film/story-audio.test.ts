import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureLoudness, probeMedia } from './ffmpeg.ts';
import { getFfmpegBinaries } from './ffmpeg-binaries.ts';
import { buildVoice, timeWords } from './fixtures/sample-film.ts';
import { readMp4Facts } from './mp4-facts.ts';
import { renderStoryAudio } from './story-audio.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'story-audio-test-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function recordPages(...texts: string[]) {
  const pages = texts.map((text) => timeWords(text, 300));
  const narrationPaths = await Promise.all(
    pages.map(async ({ words, durationMs }, index) => {
      const file = path.join(directory, `page-${index}.wav`);
      await writeFile(file, buildVoice(words, durationMs));
      return file;
    }),
  );
  return { narrationPaths, spokenMs: pages.reduce((sum, page) => sum + page.durationMs, 0) };
}

async function makeWorkDir() {
  const workDir = path.join(directory, Math.random().toString(36).slice(2));
  await mkdir(workDir);
  return workDir;
}

test('all pages one after the other with pauses, as loud as the film, in one m4a that starts at once', async () => {
  const { narrationPaths, spokenMs } = await recordPages(
    'One two three four.',
    'Five six.',
    'Seven eight nine.',
  );
  const audio = await renderStoryAudio({
    narrationPaths,
    title: "Pip’s “cheese” = 1; 'x'",
    workDir: await makeWorkDir(),
  });
  const { streams, format } = await probeMedia(audio.path);
  expect(streams).toHaveLength(1);
  expect(streams[0]).toMatchObject({ codec_name: 'aac', sample_rate: 48_000, channels: 1 });
  expect(format.tags?.title).toBe("Pip’s “cheese” = 1; 'x'");
  expect(audio.durationMs).toBe(Math.round(Number(format.duration) * 1_000));
  // 0.4 s before, 0.9 s twice between, 0.6 s after.
  expect(Math.abs(audio.durationMs - (spokenMs + 2_800))).toBeLessThan(80);
  expect(await readMp4Facts(audio.path)).toBeNull();
  const { ffmpegPath } = await getFfmpegBinaries();
  const lufs = await measureLoudness({
    ffmpegPath,
    inputs: [{ source: audio.path }],
    filterGraph: '[0:a]anull[measured]',
    measured: 'measured',
    outputs: [],
  });
  expect(Math.abs(lufs - -16)).toBeLessThan(1.5);
});

test('a voice that is no sound is named as such, and a stop stops it', async () => {
  const { narrationPaths } = await recordPages('One.', 'Two.');
  const broken = path.join(directory, 'broken.wav');
  await writeFile(broken, 'no sound');
  const input = { title: 't', workDir: await makeWorkDir() };
  await expect(
    renderStoryAudio({ ...input, narrationPaths: [...narrationPaths, broken] }),
  ).rejects.toMatchObject({
    code: 'narration_unreadable',
  });
  const reason = new Error('stopped');
  await expect(
    renderStoryAudio({ ...input, narrationPaths, signal: AbortSignal.abort(reason) }),
  ).rejects.toBe(reason);
});
