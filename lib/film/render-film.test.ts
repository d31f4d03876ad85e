import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeWorkerPool } from '../worker-pool.ts';
import type { ClipStore } from './clip-store.ts';
import { measureLoudness, probeMedia, runFfmpeg } from './ffmpeg.ts';
import { getFfmpegBinaries } from './ffmpeg-binaries.ts';
import { buildFilmFormat, type FilmFormat } from './film-format.ts';
import { createSampleFilm } from './fixtures/sample-film.ts';
import { readMp4Facts } from './mp4-facts.ts';
import { type FilmInput, type FilmOutput, renderFilm, renderFilmInFormat } from './render-film.ts';
import { buildFilmTimeline, filmDurationMs } from './timeline.ts';

/** Real films, small or short, made by the real encoder and examined with the real prober. */
const SMALL: FilmFormat = { width: 320, height: 180, fps: 25 };
const TEXTS = ['A mouse named Pip woke up.', 'She saw the “cheese”.', 'It was far away.', 'She went home.'];
const FORGETFUL: ClipStore = { get: async () => null, put: async () => undefined };

let directory = '';
let sample: FilmInput;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'render-film-test-'));
  sample = await createSampleFilm(path.join(directory, 'source'), {
    texts: TEXTS,
    msPerWord: 260,
    musicMs: 15_000,
  });
});
afterAll(async () => {
  await closeWorkerPool();
  await rm(directory, { recursive: true, force: true });
});

async function makeWorkDir(): Promise<string> {
  const workDir = path.join(directory, `work-${Math.random().toString(36).slice(2)}`);
  await mkdir(workDir);
  return workDir;
}

async function renderSmall(
  input: FilmInput,
  clips: ClipStore = FORGETFUL,
  format = SMALL,
): Promise<FilmOutput> {
  return renderFilmInFormat(input, format, { workDir: await makeWorkDir(), clips });
}

async function readFrame(film: string, atSeconds: number) {
  const { ffmpegPath } = await getFfmpegBinaries();
  const target = path.join(directory, 'frame.png');
  await runFfmpeg({
    ffmpegPath,
    inputs: [{ source: film, options: ['-ss', String(atSeconds)] }],
    outputs: [{ target, options: ['-frames:v', '1'] }],
  });
  return sharp(target).removeAlpha().raw().toBuffer({ resolveWithObject: true });
}

test('a 720p film is what players expect: H.264, AAC, subtitles, even clock, index first', async () => {
  const input = {
    ...sample,
    scenes: sample.scenes.slice(0, 2),
    title: "Pip's Cheese: a “film”; 100% = true",
  };
  const progress: number[] = [];
  const film = await renderFilm(input, {
    workDir: await makeWorkDir(),
    clips: FORGETFUL,
    onProgress: (fraction) => progress.push(fraction),
  });
  const timeline = buildFilmTimeline(input);
  expect(film.durationMs).toBe(filmDurationMs(input));
  expect(film).toMatchObject({ width: 1280, height: 720, durationMs: timeline.durationMs });

  const { streams, format } = await probeMedia(film.filmPath);
  const [video, audio, text] = ['video', 'audio', 'subtitle'].map((type) =>
    streams.find((stream) => stream.codec_type === type),
  );
  expect(video).toMatchObject({
    codec_name: 'h264',
    pix_fmt: 'yuv420p',
    width: 1280,
    height: 720,
    r_frame_rate: '25/1',
    avg_frame_rate: '25/1',
    color_space: 'bt709',
    color_primaries: 'bt709',
    color_transfer: 'bt709',
    color_range: 'tv',
    nb_frames: timeline.totalFrames,
  });
  expect(audio).toMatchObject({ codec_name: 'aac', sample_rate: 48_000, channels: 2 });
  expect(audio?.tags?.language).toBe('eng');
  expect(text).toMatchObject({ codec_name: 'mov_text' });
  expect(text?.tags?.language).toBe('eng');
  expect(Math.abs(Number(video?.duration) * 1_000 - timeline.durationMs)).toBeLessThanOrEqual(40);
  expect(Math.abs(Number(video?.duration) - Number(audio?.duration))).toBeLessThanOrEqual(0.05);
  expect(Number(video?.start_time)).toBe(0);
  expect(format.tags?.title).toBe(input.title);
  expect(format.size).toBe(film.bytes);
  expect((await readMp4Facts(film.filmPath))?.isFastStart).toBe(true);

  const { ffmpegPath } = await getFfmpegBinaries();
  const log = await runFfmpeg({
    ffmpegPath,
    inputs: [{ source: film.filmPath }],
    outputs: [{ target: '-', options: ['-map', '0:v', '-map', '0:a', '-f', 'null'] }],
  });
  expect(log.trim(), 'decodes from start to end without a complaint').toBe('');

  expect(await readFile(film.captionsPath, 'utf8')).toMatch(/^WEBVTT\n\n1\n/u);
  expect(await sharp(film.posterPath).metadata()).toMatchObject({ format: 'jpeg', width: 1280, height: 720 });
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(progress.at(-1)).toBe(1);
});

test('the sound is as loud as intended, does not clip, and music steps back under the voice', async () => {
  const film = await renderSmall(sample);
  const { ffmpegPath } = await getFfmpegBinaries();
  const lufs = await measureLoudness({
    ffmpegPath,
    inputs: [{ source: film.filmPath }],
    filterGraph: '[0:a]anull[measured]',
    measured: 'measured',
    outputs: [],
  });
  expect(Math.abs(lufs - -16)).toBeLessThan(2);
  const log = await runFfmpeg({
    ffmpegPath,
    inputs: [{ source: film.filmPath }],
    outputs: [{ target: '-', options: ['-map', '0:a', '-af', 'volumedetect', '-f', 'null'] }],
    logLevel: 'info',
  });
  const peak = Number(/max_volume: (-?[\d.]+) dB/u.exec(log)?.[1]);
  expect(peak).toBeLessThan(-0.5);

  const quiet = await renderSmall({ ...sample, music: null });
  const silent = await renderSmall({
    ...sample,
    music: null,
    scenes: sample.scenes.slice(0, 1).map((scene) => ({ ...scene, narrationPath: null })),
  });
  for (const { filmPath } of [quiet, silent]) {
    const { streams } = await probeMedia(filmPath);
    expect(streams.some((stream) => stream.codec_type === 'audio')).toBe(true);
  }
});

test('captions stand in the picture, the lit word moves on, and they can be turned off', async () => {
  const format = { width: 640, height: 360, fps: 25 };
  const input = { ...sample, scenes: sample.scenes.slice(0, 1) };
  const [withCaptions, without] = [
    await renderSmall(input, FORGETFUL, format),
    await renderSmall({ ...input, burnedCaptions: false }, FORGETFUL, format),
  ];
  const [scene] = buildFilmTimeline(input, format).scenes;
  const words = scene?.cues.flatMap((cue) => cue.lines.flat()) ?? [];
  const centres: number[] = [];
  for (const word of [words[0], words[2]]) {
    const atSeconds = ((word?.startMs ?? 0) + 160) / 1_000;
    const shown = await readFrame(withCaptions.filmPath, atSeconds);
    const plain = await readFrame(without.filmPath, atSeconds);
    const countIn = (frame: typeof shown, isWanted: (r: number, g: number, b: number) => boolean) => {
      let [count, sumX] = [0, 0];
      for (let y = Math.floor(format.height * 0.75); y < format.height; y++) {
        for (let x = 0; x < format.width; x++) {
          const at = (y * format.width + x) * 3;
          const [r = 0, g = 0, b = 0] = frame.data.subarray(at, at + 3);
          if (isWanted(r, g, b)) {
            count += 1;
            sumX += x;
          }
        }
      }
      return { count, centre: sumX / count };
    };
    const isDark = (r: number, g: number, b: number) => r + g + b < 260 && b >= g;
    const isLit = (r: number, g: number, b: number) => r > 215 && g > 175 && g < 235 && b < 150;
    expect(countIn(shown, isDark).count).toBeGreaterThan(countIn(plain, isDark).count + 1_000);
    const lit = countIn(shown, isLit);
    expect(lit.count).toBeGreaterThan(20);
    centres.push(lit.centre);
  }
  expect((centres[1] ?? 0) - (centres[0] ?? 0)).toBeGreaterThan(30);
});

test('soft subtitles wait to be asked for when captions are in the picture, and show themselves when not', async () => {
  const input = { ...sample, scenes: sample.scenes.slice(0, 1) };
  for (const burnedCaptions of [true, false]) {
    const film = await renderSmall({ ...input, burnedCaptions });
    const { streams } = await probeMedia(film.filmPath);
    const text = streams.find((stream) => stream.codec_type === 'subtitle');
    expect(text?.disposition?.default).toBe(burnedCaptions ? 0 : 1);
  }
});

test.each(['9:16', '1:1', '4:3'] as const)('%s films have the right size', async (aspectRatio) => {
  const full = buildFilmFormat({ aspectRatio, resolution: '720p', fps: 30 });
  const format = { width: full.width / 4, height: full.height / 4, fps: 30 };
  const input = { ...sample, aspectRatio, scenes: sample.scenes.slice(0, 2), moral: 'Be kind — always.' };
  const film = await renderSmall(input, FORGETFUL, format);
  const { streams } = await probeMedia(film.filmPath);
  expect(streams[0]).toMatchObject({
    width: format.width,
    height: format.height,
    r_frame_rate: '30/1',
    nb_frames: buildFilmTimeline(input, format).totalFrames,
  });
});

test('a single wordless scene without voice, music and title is still a film', async () => {
  const [scene] = sample.scenes;
  if (!scene) throw new Error('the sample has scenes');
  const film = await renderSmall({
    ...sample,
    title: ' ',
    music: null,
    scenes: [{ ...scene, text: '', words: [], narrationPath: null, narrationDurationMs: 0 }],
  });
  const { streams } = await probeMedia(film.filmPath);
  expect(streams.map((stream) => stream.codec_type)).toEqual(['video', 'audio']);
});

test('nothing is written outside the work directory', async () => {
  const workDir = await makeWorkDir();
  const source = path.join(directory, 'only-these');
  await mkdir(source);
  const picturePath = path.join(source, 'picture.png');
  await copyFile(sample.scenes[0]?.picturePath ?? '', picturePath);
  const scenes = sample.scenes.slice(0, 1).map((scene) => ({ ...scene, picturePath }));
  const film = await renderFilmInFormat({ ...sample, scenes }, SMALL, { workDir, clips: FORGETFUL });
  expect(await readdir(source)).toEqual(['picture.png']);
  for (const file of [film.filmPath, film.captionsPath, film.posterPath]) {
    expect(path.dirname(file)).toBe(workDir);
    expect(existsSync(file)).toBe(true);
  }
});
