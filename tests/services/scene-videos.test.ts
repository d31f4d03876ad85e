import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@supabase/supabase-js';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { probeMedia, runFfmpeg } from '../../lib/film/ffmpeg.ts';
import { getFfmpegBinaries } from '../../lib/film/ffmpeg-binaries.ts';
import { createSampleVideo } from '../../lib/film/fixtures/sample-video.ts';
import type { Database } from '../../lib/supabase/database.types.ts';
import { type FilmStudio, startFilmStudio } from '../providers/film-studio.ts';
import { type Client, createGuest, SMALL_STORY } from '../support/client.ts';
import { type RunningApp, startApp } from '../support/start-app.ts';

/** A whole Storyloom whose pages are filmed by a video model: over real HTTP, with the real queue, killed for real. */
const GROUND: [number, number, number] = [40, 120, 60];
const ONE_PAGE = {
  ...SMALL_STORY,
  num_illustrations: 1,
  target_length: 30,
  generate_videos: true,
  generate_film: false,
};
const SECOND_MICROS = 100_000;
/** Filming is waited for in earnest: 5 seconds at least, and half a minute until a dead process's place lapses. */
const TIMEOUT_MS = 300_000;
const JOB_TIMEOUT_MS = 240_000;

let studio: FilmStudio;
let app: RunningApp;
let client: Client;
let directory = '';
let seed = 500;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'scene-videos-test-'));
  const file = path.join(directory, 'studio.mp4');
  await createSampleVideo(file, { seconds: 4, ground: GROUND });
  studio = await startFilmStudio(await readFile(file));
  app = await startApp({
    OPENAI_API_KEY: 'sk-test-not-a-secret',
    OPENAI_BASE_URL: studio.baseUrl,
    VIDEO_MODEL: 'openai/sora-2, openai/sora-2-pro',
    INNGEST_RETRY_BASE_MS: '20',
    SPEND_CAP_STORY_USD: 'none',
    SPEND_CAP_USER_DAY_USD: 'none',
    SPEND_CAP_INSTALLATION_DAY_USD: 'none',
  });
});
beforeEach(async () => {
  client = await createGuest(app.url);
  studio.films.length = 0;
  studio.requests.length = 0;
});
afterAll(async () => {
  await app?.stop();
  await studio?.close();
  await rm(directory, { recursive: true, force: true });
});

const order = (changes = {}) => {
  seed += 1;
  return client.generate({ ...ONE_PAGE, seed, ...changes });
};

/** The ledger's rows of a job's films, in order. */
async function readCalls(jobId: string) {
  const secrets = JSON.parse(await readFile(path.join(app.dataDir, 'secrets.json'), 'utf8')) as {
    secretKey: string;
  };
  const admin = createClient<Database>(app.supabaseUrl, secrets.secretKey);
  const { data, error } = await admin
    .from('model_calls')
    .select('step, model, status, provider_id, cost_micros, counted_micros, units, asset_id, attempt')
    .eq('job_id', jobId)
    .eq('modality', 'video')
    .order('created_at');
  if (error) throw error;
  return data;
}

async function saveMedia(url: string, name: string): Promise<string> {
  const response = await client.request(url);
  expect(response.status).toBe(200);
  const file = path.join(directory, name);
  await writeFile(file, new Uint8Array(await response.arrayBuffer()));
  return file;
}

/** Red, green and blue of a corner, where nothing but the studio's ground or the picture is. */
async function readCorner(film: string, atSeconds: number): Promise<number[]> {
  const { ffmpegPath } = await getFfmpegBinaries();
  const target = path.join(directory, 'corner.png');
  await runFfmpeg({
    ffmpegPath,
    inputs: [{ source: film, options: ['-ss', String(atSeconds)] }],
    outputs: [{ target, options: ['-frames:v', '1', '-vf', 'scale=in_color_matrix=bt709'] }],
  });
  const png = sharp(target).removeAlpha().extract({ left: 30, top: 30, width: 1, height: 1 });
  return [...(await png.raw().toBuffer())];
}

function expectGround(colour: number[]): void {
  for (const [index, value] of colour.entries()) {
    expect(Math.abs(value - (GROUND[index] ?? 0)), `${colour}`).toBeLessThan(10);
  }
}

async function waitFor(isTrue: () => boolean, seconds = 60): Promise<void> {
  for (let waited = 0; !isTrue(); waited += 0.1) {
    if (waited > seconds) throw new Error('it did not happen in time');
    await sleep(100);
  }
}

describe('pages filmed by a video model', { timeout: TIMEOUT_MS }, () => {
  test('begin as the page’s picture, and are what the clips and the film show, under the page’s voice', async () => {
    studio.plan({ polls: 1 });
    const { job_id } = await order({ num_illustrations: 2, generate_film: true });
    const events = await client.readEvents(job_id, {
      until: (event) => event.type === 'status' && event.status === 'completed',
    });
    const job = await client.getJob(job_id);
    expect(job).toMatchObject({ status: 'completed', warnings: [] });
    const story = await client.getStory(job_id);

    expect(studio.films).toHaveLength(2);
    const hero = story.characters.find((character) => character.role === 'hero');
    for (const film of studio.films) {
      expect(film).toMatchObject({ model: 'sora-2', size: '1280x720' });
      expect(film.prompt).toContain(hero?.description);
    }
    const [begun] = studio.requests.filter(({ method }) => method === 'POST');
    const reference = begun?.body.input_reference as Blob;
    expect(await sharp(await reference.arrayBuffer()).metadata()).toMatchObject({ width: 1280, height: 720 });

    const told = events.filter((event) => event.type === 'video');
    for (const scene of [0, 1]) {
      const shares = told.filter((event) => event.scene === scene).map((event) => event.scene_progress);
      expect(shares.at(0)).toBe(0);
      expect(shares.at(-1)).toBe(1);
    }
    expect(told.some((event) => (event.scene_progress ?? 0) > 0 && (event.scene_progress ?? 0) < 1)).toBe(
      true,
    );
    expect(events.findLastIndex(({ type }) => type === 'video')).toBeLessThan(
      events.findIndex(({ type }) => type === 'film'),
    );

    expect(story.videos).toMatchObject([{ model: 'openai/sora-2' }, { model: 'openai/sora-2' }]);
    const clip = await saveMedia(story.videos[1]?.video_url ?? '', 'clip.mp4');
    expectGround(await readCorner(clip, 2));
    const film = await saveMedia(story.film?.video_url ?? '', 'film.mp4');
    for (const share of [0.25, 0.5, 0.75]) {
      expectGround(await readCorner(film, ((story.film?.duration_ms ?? 0) / 1_000) * share));
    }
    const { streams } = await probeMedia(film);
    expect(streams.map(({ codec_name }) => codec_name)).toEqual(['h264', 'aac', 'mov_text']);
    expect(story.film?.duration_ms).toBeGreaterThan(
      story.scenes.reduce((sum, scene) => sum + (scene.duration_ms ?? 0), 0),
    );

    const calls = await readCalls(job_id);
    expect(calls).toHaveLength(2);
    for (const call of calls) {
      const paid = studio.films.find(({ id }) => call.provider_id === JSON.stringify({ id }));
      expect(call).toMatchObject({ status: 'settled', attempt: 1 });
      expect(call.asset_id).not.toBeNull();
      expect(call.cost_micros).toBe(Number(paid?.seconds) * SECOND_MICROS);
    }
  });

  test('survive a provider that throttles, fails and breaks off while it is asked: begun and paid once', async () => {
    studio.answer(
      { status: 429, headers: { 'retry-after': '1' }, body: '{"error":{"message":"slow"}}' },
      'GET /v1/videos/{id}',
    );
    studio.answer({ status: 500, body: '{"error":{"message":"oops"}}' }, 'GET /v1/videos/{id}');
    const content = 'GET /v1/videos/{id}/content';
    studio.answer({ status: 404, body: '{"error":{"message":"not yet"}}' }, content);
    studio.answer({ body: new Uint8Array(90_000), breakOffAfter: 30_000 }, content);
    studio.answer({ headers: { 'content-type': 'video/mp4' }, body: new Uint8Array(90_000) }, content);
    const { job_id } = await order();
    const job = await client.waitForJob(job_id, JOB_TIMEOUT_MS);
    expect(job).toMatchObject({ status: 'completed', warnings: [] });
    expect((await client.getStory(job_id)).videos).toMatchObject([{ model: 'openai/sora-2' }]);
    expect(studio.films).toHaveLength(1);
    const calls = await readCalls(job_id);
    expect(calls).toMatchObject([{ status: 'settled', attempt: 1 }]);
  });

  test('of a model that fails are filmed by the next; what failed costs nothing', async () => {
    studio.plan({ ends: 'failed' });
    const { job_id } = await order();
    expect((await client.waitForJob(job_id, JOB_TIMEOUT_MS)).status).toBe('completed');
    expect((await client.getStory(job_id)).videos).toMatchObject([{ model: 'openai/sora-2-pro' }]);
    expect(studio.films.map(({ model }) => model)).toEqual(['sora-2', 'sora-2-pro']);
    const calls = await readCalls(job_id);
    expect(calls).toMatchObject([
      { model: 'sora-2', status: 'failed', cost_micros: 0 },
      { model: 'sora-2-pro', status: 'settled' },
    ]);
  });

  test('that are refused by every model are shown by our own camera, the job says so, and the story is whole', async () => {
    studio.plan({ ends: 'refused' });
    studio.plan({ ends: 'refused' });
    const { job_id } = await order();
    const job = await client.waitForJob(job_id, JOB_TIMEOUT_MS);
    expect(job.status).toBe('completed');
    expect(job.warnings).toMatchObject([{ code: 'provider_refused', scene: 0 }]);
    const story = await client.getStory(job_id);
    expect(story.videos).toMatchObject([{ model: 'builtin/film' }]);
    expect(studio.films).toHaveLength(2);
    expect((await readCalls(job_id)).map(({ counted_micros }) => counted_micros)).toEqual([0, 0]);
  });
});

describe('a web process that is killed', { timeout: TIMEOUT_MS }, () => {
  test('while a film is made asks after the same film when it is back', async () => {
    studio.plan({ polls: 1 });
    const { job_id } = await order();
    await waitFor(() => studio.films.length === 1);
    // The name is in the ledger as soon as the answer is read.
    await client.readEvents(job_id, { until: (event) => event.type === 'video' });
    process.kill(await app.pidOf('web'), 'SIGKILL');
    const job = await client.waitForJob(job_id, JOB_TIMEOUT_MS);
    expect(job).toMatchObject({ status: 'completed', warnings: [] });
    expect(studio.films).toHaveLength(1);
    expect(await readCalls(job_id)).toMatchObject([{ status: 'settled', attempt: 1 }]);
  });

  test('between the order and its answer asks the provider before it orders again', async () => {
    studio.plan({ answersAfterMs: 8_000 });
    const { job_id } = await order();
    await waitFor(() => studio.films.length === 1);
    process.kill(await app.pidOf('web'), 'SIGKILL');
    const job = await client.waitForJob(job_id, JOB_TIMEOUT_MS);
    expect(job).toMatchObject({ status: 'completed', warnings: [] });
    expect(studio.films).toHaveLength(1);
    expect(
      studio.requests.some(({ method, path: at }) => method === 'GET' && at.startsWith('/v1/videos?')),
    ).toBe(true);
    expect((await client.getStory(job_id)).videos).toMatchObject([{ model: 'openai/sora-2' }]);
    expect(await readCalls(job_id)).toMatchObject([{ status: 'settled', attempt: 1 }]);
  });
});

test('cancelling the job stops asking and has the provider drop the film; the ledger says it may have been billed', async () => {
  studio.plan({ polls: 100 });
  const { job_id } = await order();
  await client.readEvents(job_id, { until: (event) => event.type === 'video' });
  const response = await client.request(`/api/v1/stories/jobs/${job_id}`, { method: 'DELETE' });
  expect(response.ok).toBe(true);
  await waitFor(() => studio.films[0]?.isCancelled === true, 30);
  const asked = studio.films[0]?.asked;
  await sleep(9_000);
  expect(studio.films[0]?.asked).toBe(asked);
  expect(await readCalls(job_id)).toMatchObject([{ status: 'lost' }]);
});
