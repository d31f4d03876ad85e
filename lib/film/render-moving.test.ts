import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAppError } from '../errors.ts';
import { closeWorkerPool } from '../worker-pool.ts';
import { buildClipMotion, sourceFrameAt } from './clip-motion.ts';
import type { ClipStore } from './clip-store.ts';
import { probeMedia, runFfmpeg } from './ffmpeg.ts';
import { getFfmpegBinaries } from './ffmpeg-binaries.ts';
import { createSampleFilm } from './fixtures/sample-film.ts';
import { ballAt, createSampleVideo } from './fixtures/sample-video.ts';
import { type FilmInput, type FilmOutput, renderFilmInFormat } from './render-film.ts';
import { buildFilmTimeline } from './timeline.ts';
import { readVideoFacts } from './video-facts.ts';

/** Films whose scenes are moving pictures, made by the real encoder from real video files. */
const SMALL = { width: 320, height: 180, fps: 25 };
const FORGETFUL: ClipStore = { get: async () => null, put: async () => undefined };
const GROUND: [number, number, number] = [40, 90, 60];

let directory = '';
let sample: FilmInput;
let video = '';
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'render-moving-test-'));
  sample = await createSampleFilm(path.join(directory, 'source'), {
    texts: ['A mouse named Pip woke up in the warm hay.', 'She saw the cheese.', 'She went home.'],
    msPerWord: 300,
    musicMs: 20_000,
    burnedCaptions: false,
    title: ' ',
  });
  video = path.join(directory, 'ball.mp4');
  await createSampleVideo(video, { seconds: 4, width: 640, height: 360, ground: GROUND });
});
afterAll(async () => {
  await closeWorkerPool();
  await rm(directory, { recursive: true, force: true });
});

async function render(input: FilmInput, format = SMALL, clips = FORGETFUL): Promise<FilmOutput> {
  const workDir = path.join(directory, `work-${Math.random().toString(36).slice(2)}`);
  await mkdir(workDir);
  return renderFilmInFormat(input, format, { workDir, clips });
}

/** Every frame of a film as grey pixels. */
async function readFrames(film: string, { width, height } = SMALL): Promise<Buffer[]> {
  const { ffmpegPath } = await getFfmpegBinaries();
  const chunks: Buffer[] = [];
  const sink = new Writable({
    emitClose: false,
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await runFfmpeg({
    ffmpegPath,
    inputs: [{ source: film }],
    outputs: [{ target: sink, options: ['-map', '0:v', '-f', 'rawvideo', '-pix_fmt', 'gray'] }],
  });
  const bytes = Buffer.concat(chunks);
  return Array.from({ length: bytes.length / (width * height) }, (_, index) =>
    bytes.subarray(index * width * height, (index + 1) * width * height),
  );
}

/** The middle of what is bright, in pixels from the left: to a fraction of one. */
function findBall(frame: Buffer, width = SMALL.width): number {
  let [weight, sum] = [0, 0];
  for (const [at, value] of frame.entries()) {
    if (value < 120) continue;
    weight += value;
    sum += value * (at % width);
  }
  return sum / weight;
}

const onlyFirst = (
  changes: Partial<FilmInput['scenes'][number]>,
  film: Partial<FilmInput> = {},
): FilmInput => ({
  ...sample,
  ...film,
  scenes: sample.scenes.slice(0, 1).map((scene) => ({ ...scene, ...changes })),
});

test('a clip that is shorter than its page moves evenly, slows down softly and is held: no frame jumps', async () => {
  const input = onlyFirst({ videoPath: video }, { secondsPerScene: 9 });
  const film = await render(input);
  const frames = await readFrames(film.filmPath);
  const [scene] = buildFilmTimeline(input, SMALL).scenes;
  expect(frames).toHaveLength(scene?.endFrame ?? 0);
  const motion = buildClipMotion({ frames: 96, fps: 24 }, { frames: frames.length, fps: 25 });
  expect(motion.brakeFrom).toBeGreaterThan(0);
  // Away from the fades, where the ball is not yet or no longer bright.
  const from = 16;
  const until = frames.length - 30;
  const balls = frames.slice(from, until).map((frame) => findBall(frame));
  const moves = balls.slice(1).map((ball, index) => ball - (balls[index] ?? 0));
  const expected = moves.map(
    (_, index) =>
      ((sourceFrameAt(motion, from + index + 1) - sourceFrameAt(motion, from + index)) / 95) *
      0.6 *
      SMALL.width,
  );
  for (const [index, move] of moves.entries()) {
    // The camera comes a little nearer meanwhile, which moves the ball by some hundredths of a pixel.
    expect(Math.abs(move - (expected[index] ?? 0)), `frame ${from + index}`).toBeLessThan(0.45);
  }
  const atRest = moves.slice(-40);
  expect(Math.max(...atRest.map(Math.abs)), 'held, but never quite still').toBeLessThan(0.3);
  expect((balls.at(-1) ?? 0) / SMALL.width).toBeCloseTo(ballAt(1) + 0.02, 1);
});

test('the clip’s own colours, shape and none of its sound reach the film', async () => {
  const format = { width: 180, height: 320, fps: 25 };
  const quiet = onlyFirst({ videoPath: video, narrationPath: null }, { aspectRatio: '9:16', music: null });
  const film = await render(quiet, format);
  const { streams } = await probeMedia(film.filmPath);
  expect(streams[0]).toMatchObject({ width: 180, height: 320, color_space: 'bt709' });
  const { ffmpegPath } = await getFfmpegBinaries();
  const log = await runFfmpeg({
    ffmpegPath,
    inputs: [{ source: film.filmPath }],
    outputs: [{ target: '-', options: ['-map', '0:a', '-af', 'volumedetect', '-f', 'null'] }],
    logLevel: 'info',
  });
  expect(Number(/max_volume: (-?[\d.]+) dB/u.exec(log)?.[1])).toBeLessThan(-80);
  const target = path.join(directory, 'colour.raw');
  await runFfmpeg({
    ffmpegPath,
    inputs: [{ source: film.filmPath, options: ['-ss', '1'] }],
    outputs: [
      {
        target,
        options: [
          '-frames:v',
          '1',
          '-vf',
          'scale=in_color_matrix=bt709,crop=8:8:4:4',
          '-f',
          'rawvideo',
          '-pix_fmt',
          'rgb24',
        ],
      },
    ],
  });
  const [red = 0, green = 0, blue = 0] = await readFile(target);
  for (const [index, value] of [red, green, blue].entries()) {
    expect(Math.abs(value - (GROUND[index] ?? 0))).toBeLessThanOrEqual(4);
  }
});

test('moving scenes change into still ones and into each other, frame by frame at the joints', async () => {
  const scenes = sample.scenes.map((scene, index) => (index < 2 ? { ...scene, videoPath: video } : scene));
  for (const transition of ['crossfade', 'page-turn', 'cut'] as const) {
    const input = { ...sample, scenes, transition };
    const frames = await readFrames((await render(input)).filmPath);
    const timeline = buildFilmTimeline(input, SMALL);
    expect(frames).toHaveLength(timeline.totalFrames);
    const [first] = timeline.clips;
    // Where a body ends and its transition begins the same clip runs on: the ball moves on by one ordinary step.
    if (transition === 'cut' || !first) continue;
    const at = first.endFrame;
    const step = findBall(frames[at - 1] ?? Buffer.alloc(0)) - findBall(frames[at - 2] ?? Buffer.alloc(0));
    expect(step).toBeGreaterThan(0.5);
    expect(step).toBeLessThan(2.5);
  }
});

test('another video makes the clip and its crossfades anew, the same one does not', async () => {
  const kept = new Map<string, Buffer>();
  let made = 0;
  const store: ClipStore = {
    get: async (hash) => {
      const bytes = kept.get(hash);
      if (!bytes) return null;
      const file = path.join(directory, `${hash}.mp4`);
      await writeFile(file, bytes);
      return file;
    },
    put: async (hash, file) => {
      made += 1;
      kept.set(hash, await readFile(file));
    },
  };
  const withVideo = (file: string | undefined) => ({
    ...sample,
    scenes: sample.scenes.map((scene, index) => (index === 1 ? { ...scene, videoPath: file } : scene)),
  });
  await render(withVideo(video), SMALL, store);
  expect(made).toBe(5);
  await render(withVideo(video), SMALL, store);
  expect(made).toBe(5);
  const other = path.join(directory, 'other.mp4');
  await createSampleVideo(other, { seconds: 4, width: 640, height: 360, ground: [90, 40, 60] });
  await render(withVideo(other), SMALL, store);
  expect(made).toBe(8);
  await render(withVideo(undefined), SMALL, store);
  expect(made).toBe(11);
});

test('a clip that says it is longer than it is, is held; one that cannot be read fails the film', async () => {
  const short = path.join(directory, 'short.mp4');
  await writeFile(short, await readFile(video));
  const facts = await readVideoFacts(short, { decode: true });
  expect(facts).toMatchObject({ frames: 96, fps: 24, width: 640, height: 360, matrix: 'bt709' });
  await truncate(short, 30_000);
  const failure = await readVideoFacts(short, { decode: true }).catch((error: unknown) => error);
  expect(isAppError(failure) && failure.code).toBe('render_failed');
  const nothing = path.join(directory, 'nothing.mp4');
  await writeFile(nothing, '<html>gone</html>');
  const film = await render(onlyFirst({ videoPath: nothing })).catch((error: unknown) => error);
  expect(isAppError(film) && film.code).toBe('render_failed');
});
