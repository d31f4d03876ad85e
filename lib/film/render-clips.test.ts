import { mkdir, mkdtemp, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeWorkerPool } from '../worker-pool.ts';
import { type ClipStore, createDirectoryClipStore } from './clip-store.ts';
import { probeMedia } from './ffmpeg.ts';
import type { FilmFormat } from './film-format.ts';
import { buildPicture, createSampleFilm } from './fixtures/sample-film.ts';
import { readMp4Facts } from './mp4-facts.ts';
import { type FilmInput, type FilmOutput, renderFilmInFormat } from './render-film.ts';
import { buildFilmTimeline } from './timeline.ts';

/** What is made anew when a film is made again. */
const SMALL: FilmFormat = { width: 320, height: 180, fps: 25 };

let directory = '';
let sample: FilmInput;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'render-clips-test-'));
  sample = await createSampleFilm(path.join(directory, 'source'), {
    texts: ['A mouse named Pip woke up.', 'She saw the “cheese”.', 'It was far away.', 'She went home.'],
    msPerWord: 260,
    musicMs: 15_000,
  });
});
afterAll(async () => {
  await closeWorkerPool();
  await rm(directory, { recursive: true, force: true });
});

let workDirs = 0;
async function renderSmall(input: FilmInput, clips: ClipStore): Promise<FilmOutput> {
  workDirs += 1;
  const workDir = path.join(directory, `work-${workDirs}`);
  await mkdir(workDir);
  return renderFilmInFormat(input, SMALL, { workDir, clips });
}

/** Remembers which clips were made anew. */
function watchStore(store: ClipStore): ClipStore & { made: string[] } {
  const made: string[] = [];
  return {
    made,
    get: (hash) => store.get(hash),
    put(hash, file) {
      made.push(hash);
      return store.put(hash, file);
    },
  };
}

test('a second film of the same story makes no clip anew', async () => {
  const store = createDirectoryClipStore(path.join(directory, 'store-same'));
  const first = watchStore(store);
  await renderSmall(sample, first);
  expect(first.made).toHaveLength(7);
  const second = watchStore(store);
  const film = await renderSmall({ ...sample, title: sample.title }, second);
  expect(second.made).toEqual([]);
  expect((await readMp4Facts(film.filmPath))?.videoFrames).toBe(buildFilmTimeline(sample, SMALL).totalFrames);
});

test('after one scene changed only its clip and its two crossfades are made anew', async () => {
  const store = createDirectoryClipStore(path.join(directory, 'store-changed'));
  await renderSmall(sample, store);
  const picturePath = path.join(directory, 'changed.png');
  await buildPicture(9, 640, 360).png().toFile(picturePath);
  const scenes = sample.scenes.map((scene, index) =>
    index === 1 ? { ...scene, picturePath, contentHash: 'changed' } : scene,
  );
  const changed = watchStore(store);
  const film = await renderSmall({ ...sample, scenes }, changed);
  expect(changed.made).toHaveLength(3);
  const { streams } = await probeMedia(film.filmPath);
  expect(Number(streams[0]?.nb_frames)).toBe(buildFilmTimeline(sample, SMALL).totalFrames);
});

test('a longer first scene moves the others but does not make their clips anew', async () => {
  const store = createDirectoryClipStore(path.join(directory, 'store-moved'));
  await renderSmall(sample, store);
  const scenes = sample.scenes.map((scene, index) =>
    index === 0 ? { ...scene, narrationDurationMs: scene.narrationDurationMs + 777 } : scene,
  );
  const moved = watchStore(store);
  await renderSmall({ ...sample, scenes }, moved);
  expect(moved.made, 'the first body and its crossfade').toHaveLength(2);
});

test('a kept clip that was cut short is made again instead of spoiling the film', async () => {
  const folder = path.join(directory, 'store-broken');
  const store = createDirectoryClipStore(folder);
  const watched = watchStore(store);
  await renderSmall(sample, watched);
  const [victim = ''] = watched.made;
  const file = path.join(folder, `${victim}.mp4`);
  await truncate(file, Math.floor((await stat(file)).size / 2));
  const again = watchStore(store);
  await renderSmall(sample, again);
  expect(again.made).toEqual([victim]);
});

test('all clips carry the same parameter sets, so they can be joined', async () => {
  const folder = path.join(directory, 'store-sets');
  const watched = watchStore(createDirectoryClipStore(folder));
  await renderSmall(sample, watched);
  const facts = await Promise.all(watched.made.map((hash) => readMp4Facts(path.join(folder, `${hash}.mp4`))));
  expect(new Set(facts.map((fact) => fact?.decoderConfig)).size).toBe(1);
});
