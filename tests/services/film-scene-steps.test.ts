import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { LONGEST_FILMING_MS } from '../../lib/ai/video-waits.ts';
import { AppError, isAppError } from '../../lib/errors.ts';
import { createSampleVideo } from '../../lib/film/fixtures/sample-video.ts';
import { begunCall, reserveCall } from '../../lib/ledger/calls.ts';
import { dropSceneVideo, fetchSceneVideo, pollSceneVideo } from '../../lib/making/film-scene-video.ts';
import { countHolders } from '../../lib/making/open-video-call.ts';
import { buildVideoIntent, planSceneVideo } from '../../lib/making/plan-scene-video.ts';
import { type BegunVideo, startSceneVideo } from '../../lib/making/start-scene-video.ts';
import { stopVideos } from '../../lib/making/stop-videos.ts';
import { getStoryInMaking } from '../../lib/making/story-in-making.ts';
import { saveAsset } from '../../lib/storage/assets.ts';
import { type FilmStudio, startFilmStudio } from '../providers/film-studio.ts';
import { type GeminiServer, startGeminiServer } from '../providers/gemini-server.ts';
import { createPaidStory, type PaidStory } from '../support/ledger-story.ts';
import { type Client, expectData, startTestSupabase, type TestSupabase } from '../support/local-supabase.ts';

/** The steps of one page's film, each begun again as the queue would, against a real ledger and a service over real HTTP. */
const SORA = { position: 0, candidateId: 'openai/sora-2' };
const VEO = { position: 0, candidateId: 'gemini/veo-3.0-generate-001' };
const GIVEN_UP = new AppError('provider_failed', 'The last try failed too.');
const DRAFT = {
  title: 'The Snail and the Sea',
  moral: 'Slow is a speed too.',
  musicMood: 'lullaby',
  characters: [
    {
      id: 'sal',
      name: 'Sal',
      kind: 'snail',
      role: 'hero',
      pronoun: 'she',
      description: 'a small snail with a spiral shell of gold',
      outfit: 'a red scarf',
      seed: 3,
    },
  ],
  scenes: [
    {
      text: 'Sal the snail set out for the sea.',
      summary: 'Sal sets out.',
      setting: { place: 'meadow', timeOfDay: 'day', weather: 'clear', mood: 'brave' },
      characterIds: ['sal'],
      props: [],
    },
  ],
};

let supabase: TestSupabase;
let admin: Client;
let studio: FilmStudio;
let veo: GeminiServer;
let directory = '';
const before = { ...process.env };
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'film-scene-steps-test-'));
  const file = path.join(directory, 'studio.mp4');
  await createSampleVideo(file, { seconds: 4, width: 640, height: 360 });
  studio = await startFilmStudio(await readFile(file));
  veo = await startGeminiServer('not-a-secret', { polls: 1, film: await readFile(file) });
  supabase = await startTestSupabase();
  admin = supabase.admin;
  Object.assign(process.env, {
    SUPABASE_URL: supabase.url,
    SUPABASE_PUBLISHABLE_KEY: supabase.secrets.publishableKey,
    SUPABASE_SECRET_KEY: supabase.secrets.secretKey,
    OPENAI_API_KEY: 'sk-test-not-a-secret',
    OPENAI_BASE_URL: studio.baseUrl,
    GEMINI_API_KEY: 'not-a-secret',
    GEMINI_BASE_URL: veo.baseUrl,
    SPEND_CAP_STORY_USD: 'none',
    SPEND_CAP_USER_DAY_USD: 'none',
    SPEND_CAP_INSTALLATION_DAY_USD: 'none',
    STORYLOOM_TMP_DIR: directory,
  });
});
afterAll(async () => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  await supabase?.remove();
  await studio?.close();
  await veo?.close();
  await rm(directory, { recursive: true, force: true });
});

let story: PaidStory;
let key: { jobId: string; storyId: string; ownerId: string };
beforeEach(async () => {
  studio.films.length = 0;
  studio.requests.length = 0;
  veo.requests.length = 0;
  story = await createPaidStory(supabase);
  key = { jobId: story.jobId, storyId: story.storyId, ownerId: story.ownerId };
  const draft = {
    p_story_id: key.storyId,
    p_draft: DRAFT,
    p_reading: {},
    p_text_model: 'builtin/storyteller',
  };
  const saved = await admin.rpc('save_story_draft', draft);
  if (saved.error) throw saved.error;
  const scenes = expectData(await admin.from('scenes').select('id').eq('story_id', key.storyId));
  const picture = await saveAsset(admin, {
    ownerId: key.ownerId,
    storyId: key.storyId,
    sceneId: scenes[0]?.id ?? null,
    kind: 'picture',
    contentHash: 'a picture',
    mediaType: 'image/png',
    content: await sharp({ create: { width: 64, height: 36, channels: 3, background: '#357' } })
      .png()
      .toBuffer(),
    details: { model: 'builtin/illustrator', prompt: 'Sal sets out.' },
  });
  const attached = await admin
    .from('scenes')
    .update({ picture_asset_id: picture.id })
    .eq('story_id', key.storyId);
  if (attached.error) throw attached.error;
});

const orders = () => studio.requests.filter(({ method }) => method === 'POST').length;
const readCalls = async () =>
  expectData(
    await admin
      .from('model_calls')
      .select('id, status, provider_id, cost_micros, counted_micros, reserved_micros, error_code')
      .eq('job_id', key.jobId)
      .order('created_at'),
  );
async function begin(): Promise<BegunVideo> {
  const started = await startSceneVideo(admin, key, SORA);
  if (!('operation' in started)) throw new Error('it was not begun');
  return JSON.parse(JSON.stringify(started)) as BegunVideo;
}
/** What a process leaves that dies between the intent and the provider's answer. */
async function leaveIntent(video = SORA) {
  const making = await getStoryInMaking(admin, key);
  const plan = planSceneVideo(making, 0, video.candidateId);
  return begunCall(await reserveCall(admin, buildVideoIntent(key, making, plan, plan.candidate.create())));
}
async function waitUntil(isTrue: () => boolean): Promise<void> {
  for (let waitedMs = 0; !isTrue(); waitedMs += 20) {
    if (waitedMs > 10_000) throw new Error('it did not happen in time');
    await sleep(20);
  }
}
async function failureOf(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (isAppError(error)) return error;
  throw error ?? new Error('it was expected to fail');
}

describe('a place at a provider', () => {
  test.each([
    ['right', 0],
    ['a year fast', 31_536_000_000],
    ['a year slow', -31_536_000_000],
  ])('is counted by the database while it is held, with a clock here that is %s', async (_, aheadMs) => {
    const holder = `${key.jobId} video:1`;
    const now = Date.now();
    const place = (call_id: string, fromNowMs: number) => ({
      provider: 'clock',
      call_id,
      taken_at: new Date(now - 60_000).toISOString(),
      expires_at: new Date(now + fromNowMs).toISOString(),
    });
    const places = [place(holder, 60_000), place(holder, -1_000), place(`${holder}0`, 60_000)];
    expect((await admin.from('provider_leases').insert(places)).error).toBeNull();
    vi.useFakeTimers({ toFake: ['Date'], now: now + aheadMs });
    try {
      expect(await countHolders(admin, holder)).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the beginning of a film', () => {
  test('that was made by a process that died is found by the next: one order, counted from the first', async () => {
    const first = await begin();
    const again = await begin();
    expect(again.operation).toEqual(first.operation);
    expect(again.call.id).toBe(first.call.id);
    expect(orders()).toBe(1);
    const open = expectData(await admin.from('model_calls').select('created_at').eq('id', first.call.id));
    expect(Date.parse(again.startedAt)).toBe(Date.parse(open[0]?.created_at ?? ''));
  });

  test('whose words break a rule is ordered from nobody', async () => {
    const change = await admin
      .from('scenes')
      .update({ summary: 'The children drink vodka and snort cocaine.' })
      .eq('story_id', key.storyId);
    if (change.error) throw change.error;
    for (const video of [SORA, VEO]) {
      await expect(startSceneVideo(admin, key, video)).rejects.toMatchObject({
        code: 'guardrail_violation',
        rule: 'drugs',
      });
    }
    expect([studio.requests, veo.requests, await readCalls()]).toEqual([[], [], []]);
  });

  test('of which only the intent is left is asked for: known to the provider, it is gone on with', async () => {
    const left = await leaveIntent();
    const making = await getStoryInMaking(admin, key);
    const { prompt } = planSceneVideo(making, 0, SORA.candidateId);
    studio.films.push({
      id: 'video_of_the_dead',
      model: 'sora-2',
      prompt: prompt.replaceAll('\n', '\r\n'),
      seconds: '4',
      size: '1280x720',
      createdAt: Math.floor(Date.now() / 1_000),
      asked: 0,
      plan: {},
      isCancelled: false,
    });
    const begun = await begin();
    expect(begun.operation).toEqual({ id: 'video_of_the_dead' });
    expect(begun.call.id).toBe(left.id);
    expect(orders()).toBe(0);
  });

  test('unknown to the provider, it is ordered, and the first intent costs nothing', async () => {
    await leaveIntent();
    await begin();
    expect(orders()).toBe(1);
    expect(await readCalls()).toMatchObject([
      { status: 'failed', counted_micros: 0 },
      { status: 'reserved', provider_id: '{"id":"video_1"}' },
    ]);
  });

  test('at a provider that cannot be asked is not ordered twice: the next model’s turn', async () => {
    await leaveIntent(VEO);
    const failure = await failureOf(startSceneVideo(admin, key, VEO));
    expect(failure.code).toBe('provider_rejected');
    expect(veo.requests).toHaveLength(0);
    const [call] = await readCalls();
    expect(call).toMatchObject({ status: 'lost' });
    expect(call?.counted_micros).toBe(call?.reserved_micros);
  });

  test('by two processes at once is ordered once, and the other looks again', async () => {
    studio.plan({ answersAfterMs: 1_500 });
    const works = [startSceneVideo(admin, key, SORA)];
    await waitUntil(() => orders() === 1);
    works.push(startSceneVideo(admin, key, SORA));
    const [first, second] = await Promise.all(works);
    expect(first).toMatchObject({ operation: { id: 'video_1' } });
    expect(second).toEqual({ isUnderWay: true });
    expect(await startSceneVideo(admin, key, SORA)).toMatchObject({ operation: { id: 'video_1' } });
    expect(orders()).toBe(1);
    expect(await readCalls()).toHaveLength(1);
  });

  test('by five processes at the very same moment is ordered at most once', async () => {
    studio.plan({ answersAfterMs: 500 });
    const all = await Promise.all(Array.from({ length: 5 }, () => startSceneVideo(admin, key, SORA)));
    expect(orders()).toBeLessThanOrEqual(1);
    expect(all.filter((started) => 'operation' in started)).toHaveLength(orders());
    expect(await startSceneVideo(admin, key, SORA)).toMatchObject({ operation: { id: 'video_1' } });
    expect(orders()).toBe(1);
  });

  test('that a dead process was at waits until its place has lapsed', async () => {
    const entered = await admin.rpc('enter_provider', {
      p_provider: 'openai',
      p_call_id: `${key.jobId} video:1`,
      p_concurrency: 8,
      p_per_minute: 500,
      p_lease_ms: 1_500,
    });
    if (entered.error) throw entered.error;
    expect(await startSceneVideo(admin, key, SORA)).toEqual({ isUnderWay: true });
    expect(studio.requests).toHaveLength(0);
    await sleep(1_600);
    expect(await startSceneVideo(admin, key, SORA)).toMatchObject({ operation: { id: 'video_1' } });
  });

  test.each([
    ['says no', { status: 400, body: '{"error":{"message":"bad size"}}' }, 'failed'],
    ['is overloaded', { status: 503, body: '{"error":{"message":"later"}}' }, 'failed'],
    ['throttles', { status: 429, body: '{"error":{"message":"slow"}}' }, 'failed'],
    [
      'breaks off in its answer',
      { body: '{"id":"video_9","status":"queued"}', breakOffAfter: 9 },
      'reserved',
    ],
    ['is hidden by a proxy that gave up', { status: 504, body: '{}' }, 'reserved'],
  ] as const)('by a provider that %s leaves what is known', async (_, answer, status) => {
    studio.answer(answer, 'POST /v1/videos');
    await failureOf(startSceneVideo(admin, key, SORA));
    expect(await readCalls()).toMatchObject([{ status, provider_id: null }]);
    // When the queue has tried for the last time what nobody knows about counts as perhaps billed.
    await dropSceneVideo(admin, key, SORA, GIVEN_UP);
    const [call] = await readCalls();
    expect(call?.status).toBe(status === 'reserved' ? 'lost' : 'failed');
  });
});

describe('a film that is being made', () => {
  test('is asked after gently: what may pass by itself is "not yet"', async () => {
    const begun = await begin();
    const route = 'GET /v1/videos/{id}';
    studio.answer(
      { status: 429, headers: { 'retry-after': '9' }, body: '{"error":{"message":"slow"}}' },
      route,
    );
    expect(await pollSceneVideo(admin, key, SORA, begun)).toEqual({ state: 'pending', retryAfterSeconds: 9 });
    studio.answer({ status: 502, body: '' }, route);
    expect(await pollSceneVideo(admin, key, SORA, begun)).toMatchObject({ state: 'pending' });
    studio.answer({ body: '{"id":', breakOffAfter: 3 }, route);
    expect(await pollSceneVideo(admin, key, SORA, begun)).toMatchObject({ state: 'pending' });
    expect(await pollSceneVideo(admin, key, SORA, begun)).toEqual({ state: 'completed' });
  });

  test('is given up after the whole time, stopped at the provider, and perhaps billed', async () => {
    studio.plan({ polls: 100 });
    const begun = await begin();
    const late = Date.parse(begun.startedAt) + LONGEST_FILMING_MS + 1;
    expect((await failureOf(pollSceneVideo(admin, key, SORA, begun, late))).code).toBe('provider_failed');
    expect(studio.films[0]?.isCancelled).toBe(true);
    expect(await readCalls()).toMatchObject([{ status: 'lost' }]);
  });

  test('that its provider does not know any more is perhaps billed, that failed is not', async () => {
    const begun = await begin();
    studio.answer({ status: 404, body: '{"error":{"message":"gone"}}' }, 'GET /v1/videos/{id}');
    expect((await failureOf(pollSceneVideo(admin, key, SORA, begun))).code).toBe('provider_rejected');
    expect(await readCalls()).toMatchObject([{ status: 'lost' }]);
    studio.plan({ ends: 'refused' });
    const second = await begin();
    expect((await failureOf(pollSceneVideo(admin, key, SORA, second))).code).toBe('provider_refused');
    expect((await readCalls())[1]).toMatchObject({ status: 'failed', counted_micros: 0 });
  });

  test('is stopped when its job is cancelled, also when its story is deleted', async () => {
    studio.plan({ polls: 100 });
    await begin();
    const deleted = await story.client.rpc('delete_story', { p_story_id: key.storyId });
    if (deleted.error) throw deleted.error;
    expect(await stopVideos(admin, key.jobId)).toEqual({ stopped: 1 });
    expect(studio.films[0]?.isCancelled).toBe(true);
    expect(await stopVideos(admin, key.jobId)).toEqual({ stopped: 0 });
  });
});

describe('a finished film', () => {
  test('is fetched and paid once, however often the step is begun again', async () => {
    const begun = await begin();
    const first = await fetchSceneVideo(admin, key, SORA, begun);
    const again = await fetchSceneVideo(admin, key, SORA, begun);
    expect(again).toEqual(first);
    expect(await startSceneVideo(admin, key, SORA)).toEqual(first);
    expect(orders()).toBe(1);
    expect(studio.requests.filter(({ path: at }) => at.endsWith('/content'))).toHaveLength(1);
    const seconds = Number(studio.films[0]?.seconds);
    expect(await readCalls()).toMatchObject([{ status: 'settled', cost_micros: seconds * 100_000 }]);
    const making = await getStoryInMaking(admin, key);
    expect(making.scenes[0]?.video).toMatchObject({
      id: first.assetId,
      width: 640,
      height: 360,
      duration_ms: 4_000,
    });
  });

  test('of another service is begun, asked after and fetched by the same steps', async () => {
    const started = await startSceneVideo(admin, key, VEO);
    if (!('operation' in started)) throw new Error('it was not begun');
    expect(await pollSceneVideo(admin, key, VEO, started)).toMatchObject({ state: 'pending' });
    expect(await pollSceneVideo(admin, key, VEO, started)).toEqual({ state: 'completed' });
    await fetchSceneVideo(admin, key, VEO, started);
    expect(veo.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
    const [begun] = veo.requests;
    expect(begun?.body).toMatchObject({
      instances: [{ image: { mimeType: 'image/png' } }],
      parameters: { aspectRatio: '16:9', resolution: '720p', durationSeconds: 4 },
    });
    expect(await readCalls()).toMatchObject([{ status: 'settled', cost_micros: 1_600_000 }]);
  });

  test('that is no film was billed all the same, and is not kept', async () => {
    const begun = await begin();
    for (const body of ['<html>moved</html>', new Uint8Array(20_000)]) {
      studio.answer({ headers: { 'content-type': 'video/mp4' }, body }, 'GET /v1/videos/{id}/content');
      const failure = await failureOf(fetchSceneVideo(admin, key, SORA, begun));
      expect(failure.code).toBe('provider_bad_output');
    }
    await dropSceneVideo(admin, key, SORA, GIVEN_UP);
    const [call] = await readCalls();
    expect(call).toMatchObject({ status: 'failed', error_code: 'provider_failed' });
    expect(call?.counted_micros).toBe(Number(studio.films[0]?.seconds) * 100_000);
    expect((await getStoryInMaking(admin, key)).scenes[0]?.video).toBeNull();
  });
});
