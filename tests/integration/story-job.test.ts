import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { probeMedia } from '../../lib/film/ffmpeg.ts';
import { jobsSummaryViewSchema } from '../../lib/story/job-list-views.ts';
import {
  type JobView,
  type Problem,
  problemSchema,
  type StoryView,
  storyListViewSchema,
} from '../../lib/story/views.ts';
import { type Client, createGuest, SMALL_STORY } from '../support/client.ts';

/** The main job through the HTTP API of a running Storyloom, as a client without a browser sees it. */
const { url, supabaseUrl, dataDir } = inject('app');
let client: Client;
let stranger: Client;
let job: JobView;
let story: StoryView;

beforeAll(async () => {
  client = await createGuest(url);
  stranger = await createGuest(url);
  const { job_id } = await client.generate(SMALL_STORY);
  job = await client.waitForJob(job_id);
  story = await client.getStory(job_id);
});

const readProblem = async (response: Response): Promise<Problem> => {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  return problemSchema.parse(await response.json());
};

describe('a finished job', () => {
  test('is completed, with a whole story of the number of scenes that was asked for', () => {
    expect(job).toMatchObject({ status: 'completed', stage: 'done', progress: 1, error: null, warnings: [] });
    expect(story.status).toBe('ready');
    expect(story.scenes).toHaveLength(2);
    expect(story.images).toHaveLength(2);
    expect(story.title).not.toBe('');
    expect(story.content).toContain(story.scenes[1]?.text);
    expect(story.models).toEqual({
      text: 'builtin/storyteller',
      picture: 'builtin/illustrator',
      speech: 'builtin/narrator',
    });
  });

  test('has a time for every spoken word, inside the narration', () => {
    for (const scene of story.scenes) {
      expect(scene.words.length).toBeGreaterThan(5);
      expect(scene.words.at(-1)?.end_ms).toBeLessThanOrEqual(scene.duration_ms ?? 0);
    }
  });

  test('told everything once, in order, and a reader that comes back gets only the rest', async () => {
    const all = await client.readEvents(job.job_id);
    const ids = all.map((event) => event.id);
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    expect(all[0]).toMatchObject({ type: 'status', status: 'pending' });
    expect(all.at(-1)).toMatchObject({ type: 'status', status: 'completed', progress: 1 });
    expect(all.filter((event) => event.type === 'picture')).toHaveLength(2);
    const middle = all[3];
    const rest = await client.readEvents(job.job_id, { afterId: middle?.id ?? 0 });
    expect(rest).toEqual(all.slice(4));
    expect(await client.readEvents(job.job_id, { afterId: all.at(-1)?.id ?? 0 })).toEqual([]);
  });

  test('is found by story id and by job id, and in the list', async () => {
    expect(await client.getStory(story.id)).toEqual(story);
    const list = storyListViewSchema.parse(
      await (await client.request('/api/v1/stories?limit=5&offset=0')).json(),
    );
    expect(list.total).toBe(1);
    expect(list.stories[0]).toMatchObject({ id: story.id, title: story.title, num_images: 2 });
  });

  test('is not on a page after the last one, which is empty and knows the total', async () => {
    for (const [list, key] of [
      ['/api/v1/stories', 'stories'],
      ['/api/v1/stories/jobs', 'jobs'],
    ]) {
      const response = await client.request(`${list}?limit=5&offset=500`);
      expect([list, response.status]).toEqual([list, 200]);
      expect(await response.json()).toMatchObject({ [key ?? '']: [], total: 1, next_cursor: null });
    }
  });

  test('is found by its words, stands in the figures, and cannot be taken up again', async () => {
    const list = async (query: string) => {
      const response = await client.request(`/api/v1/stories/jobs?${query}`);
      return (await response.json()) as { total: number };
    };
    expect((await list('text=MAGICAL&status=completed&kind=story&sort=longest')).total).toBe(1);
    expect((await list('text=whale')).total).toBe(0);
    for (const query of ['sort=loudest', 'after=yesterday', 'kind=song', 'cursor=none']) {
      expect([query, (await client.request(`/api/v1/stories/jobs?${query}`)).status]).toEqual([query, 400]);
    }
    const summary = jobsSummaryViewSchema.parse(
      await (await client.request('/api/v1/stories/jobs/summary')).json(),
    );
    expect(summary).toMatchObject({ queue: { waiting: 0, running: 0 }, failed: 0, failures: [] });
    expect(summary.completed).toBeGreaterThan(0);
    for (const asker of [client, stranger]) {
      const response = await asker.request(`/api/v1/stories/jobs/${job.job_id}/retry`, { method: 'POST' });
      expect((await readProblem(response)).code).toBe(asker === client ? 'conflict' : 'not_found');
    }
    expect((await fetch(new URL('/api/v1/stories/jobs/summary', url))).status).toBe(401);
  });

  test('ends the stream of a reader who claims to know more than there is', async () => {
    const { job_id } = await client.generate({ ...SMALL_STORY, generate_film: false });
    expect(await client.readEvents(job_id, { afterId: Number.MAX_SAFE_INTEGER })).toEqual([]);
    const { story_id } = await client.getJob(job_id);
    await client.request(`/api/v1/stories/${story_id}`, { method: 'DELETE' });
  });

  test('can be deleted and made again under the same Idempotency-Key', async () => {
    const body = { ...SMALL_STORY, generate_film: false, generate_images: false, generate_narration: false };
    const ask = async () => {
      const response = await client.request('/api/v1/stories/generate', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'the-mouse' },
        body: JSON.stringify(body),
      });
      expect(response.status).toBe(202);
      const { job_id, story_id } = (await response.json()) as { job_id: string; story_id: string };
      expect((await client.waitForJob(job_id)).status).toBe('completed');
      expect((await client.request(`/api/v1/stories/${story_id}`, { method: 'DELETE' })).status).toBe(204);
      return job_id;
    };
    expect(await ask()).toBe(await ask());
  });

  test('is the same story again for the same seed', async () => {
    const again = await client.generate({
      ...SMALL_STORY,
      generate_film: false,
      generate_images: false,
      generate_narration: false,
    });
    await client.waitForJob(again.job_id);
    const twin = await client.getStory(again.job_id);
    expect(twin.content).toBe(story.content);
    expect(twin.images).toEqual([]);
    expect(twin.film).toBeNull();
    await client.request(`/api/v1/stories/${twin.id}`, { method: 'DELETE' });
  });
});

/** The path alone, which opens for its owner only; with its key it would open for anybody. */
const withoutKey = (address = '') => new URL(address).pathname;

describe('its film', () => {
  test('is H.264 and AAC with soft subtitles, as long as the job says', async () => {
    const bytes = new Uint8Array(await (await client.request(story.film?.video_url ?? '')).arrayBuffer());
    expect(bytes.byteLength).toBe(story.film?.bytes);
    const folder = await mkdtemp(path.join(tmpdir(), 'storyloom-film-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = path.join(folder, 'film.mp4');
    await writeFile(file, bytes);
    const { streams, format } = await probeMedia(file);
    expect(streams.map((stream) => stream.codec_name)).toEqual(['h264', 'aac', 'mov_text']);
    expect(streams[0]).toMatchObject({ width: 1280, height: 720, pix_fmt: 'yuv420p' });
    expect(Math.abs(Number(format.duration) * 1000 - (story.film?.duration_ms ?? 0))).toBeLessThan(120);
  });

  test('can be read in parts, is not sent twice, and refuses an impossible part', async () => {
    const videoUrl = withoutKey(story.film?.video_url);
    const size = story.film?.bytes ?? 0;
    const head = await client.request(videoUrl, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.headers.get('content-length')).toBe(String(size));
    expect(head.headers.get('accept-ranges')).toBe('bytes');
    const part = await client.request(videoUrl, { headers: { range: 'bytes=100-199' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 100-199/${size}`);
    expect((await part.arrayBuffer()).byteLength).toBe(100);
    const same = await client.request(videoUrl, {
      headers: { 'if-none-match': head.headers.get('etag') ?? '' },
    });
    expect(same.status).toBe(304);
    const beyond = await client.request(videoUrl, { headers: { range: `bytes=${size}-` } });
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get('content-range')).toBe(`bytes */${size}`);
  });

  test('has captions that are WebVTT and say the story', async () => {
    const response = await client.request(story.film?.captions_url ?? '');
    expect(response.headers.get('content-type')).toContain('text/vtt');
    const captions = await response.text();
    expect(captions.startsWith('WEBVTT')).toBe(true);
    const word = story.scenes[0]?.words[1]?.text ?? '';
    expect(captions).toContain(word);
  });
});

describe('somebody else', () => {
  test('finds nothing: not the story, the job, its events or any file', async () => {
    const paths = [
      `/api/v1/stories/${story.id}`,
      `/api/v1/stories/jobs/${job.job_id}`,
      `/api/v1/stories/jobs/${job.job_id}/events`,
      withoutKey(story.images[0]?.image_url),
      withoutKey(story.film?.video_url),
      withoutKey(story.film?.captions_url),
      withoutKey(story.scenes[0]?.audio_url ?? ''),
    ];
    for (const each of paths) {
      const response = await stranger.request(each);
      expect([each, response.status]).toEqual([each, 404]);
      expect((await readProblem(response)).code).toBe('not_found');
    }
    for (const each of [`/api/v1/stories/${story.id}`, `/api/v1/stories/jobs/${job.job_id}`]) {
      expect((await stranger.request(each, { method: 'DELETE' })).status).toBe(404);
    }
    const list = await (await stranger.request('/api/v1/stories')).json();
    expect(list).toMatchObject({ stories: [], total: 0 });
  });

  test('without a token is told how to get one', async () => {
    for (const path of [
      '/api/v1/stories',
      `/api/v1/stories/${story.id}`,
      `/api/v1/stories/jobs/${job.job_id}`,
    ]) {
      const response = await fetch(new URL(path, url));
      expect(response.status).toBe(401);
      expect((await readProblem(response)).detail).toContain('/api/auth/guest');
    }
  });
});

describe('bad input', () => {
  const good = { prompt: 'A mouse', age_group: '6-8', num_illustrations: 2 };
  test.each([
    ['an empty prompt', { ...good, prompt: '' }, 400, 'prompt'],
    ['a prompt of spaces', { ...good, prompt: '   ' }, 400, 'prompt'],
    ['a 20,000-character prompt', { ...good, prompt: 'mouse '.repeat(3_400) }, 400, 'prompt'],
    ['no prompt', { age_group: '6-8' }, 400, 'prompt'],
    ['an unknown age group', { ...good, age_group: '13-15' }, 400, 'age_group'],
    ['0 scenes', { ...good, num_illustrations: 0 }, 400, 'num_illustrations'],
    ['99 scenes', { ...good, num_illustrations: 99 }, 400, 'num_illustrations'],
    ['half a scene', { ...good, num_illustrations: 1.5 }, 400, 'num_illustrations'],
    ['an unknown voice', { ...good, voice: 'darth' }, 400, 'voice'],
    ['a field nobody knows', { ...good, colour: 'red' }, 400, 'colour'],
    ['a webhook that is no text', { ...good, webhook_url: 7 }, 400, 'webhook_url'],
    ['a list instead of an object', [good], 400, ''],
  ])('%s is refused with the field that is wrong', async (_name, body, status, field) => {
    const response = await client.post('/api/v1/stories/generate', body);
    expect(response.status).toBe(status);
    const problem = await readProblem(response);
    expect(problem.code).toBe('invalid_request');
    if (field) expect(JSON.stringify(problem.errors)).toContain(field);
  });

  test.each([
    ['a body that is not JSON', '{"prompt": "A mou', 'application/json', 400],
    ['no body', '', 'application/json', 400],
    ['a form', 'prompt=mouse', 'application/x-www-form-urlencoded', 415],
    [
      'a body that is too large',
      JSON.stringify({ ...good, prompt: 'x'.repeat(11_000_000) }),
      'application/json',
      413,
    ],
  ])('%s is refused by its kind', async (_name, body, contentType, status) => {
    const response = await client.request('/api/v1/stories/generate', {
      method: 'POST',
      headers: { 'content-type': contentType },
      body,
    });
    expect(response.status).toBe(status);
    await readProblem(response);
  });

  test('a text that breaks a rule is refused with kind words that do not repeat it', async () => {
    const response = await client.post('/api/v1/stories/generate', {
      ...good,
      prompt: 'A story about how to build a bomb',
    });
    expect(response.status).toBe(422);
    const problem = await readProblem(response);
    expect(problem.code).toBe('guardrail_violation');
    expect(problem.detail).not.toContain('bomb');
  });

  test('a visitor whose prompt is refused does not become a guest, and one whose prompt is taken does', async () => {
    const visit = (prompt: string) =>
      fetch(new URL('/api/v1/stories/generate', url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', origin: url },
        body: JSON.stringify({ ...good, prompt, generate_film: false, generate_images: false }),
      });
    const refused = await visit('A story about how to build a bomb');
    expect(refused.status).toBe(422);
    expect(refused.headers.getSetCookie()).toEqual([]);
    const taken = await visit('A mouse who builds a boat');
    expect(taken.status).toBe(202);
    expect(taken.headers.getSetCookie().length).toBeGreaterThan(0);
  });

  test.each(['not-an-id', randomUUID(), '%2e%2e%2f', '00000000-0000-0000-0000-000000000000'])(
    'the id %s is nobody’s',
    async (id) => {
      for (const path of [
        `/api/v1/stories/${id}`,
        `/api/v1/stories/jobs/${id}`,
        `/api/v1/stories/jobs/${id}/events`,
      ]) {
        const response = await client.request(path);
        expect([path, response.status]).toEqual([path, 404]);
      }
    },
  );

  test('leaves nothing behind: the jobs are the ones that were accepted', async () => {
    const { total } = (await (await stranger.request('/api/v1/stories/jobs')).json()) as { total: number };
    expect(total).toBe(0);
  });
});

describe('a request that is sent again', () => {
  const body = { ...SMALL_STORY, seed: undefined, generate_film: false, generate_images: false };
  const send = (sender: Client, key: string, change: object = {}) =>
    sender.request('/api/v1/stories/generate', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ ...body, ...change }),
    });

  test('under the same key is the same job, also when both come at once', async () => {
    const responses = await Promise.all([
      send(client, 'key-one'),
      send(client, 'key-one'),
      send(client, 'key-one'),
    ]);
    const ids = await Promise.all(
      responses.map(async (response) => ((await response.json()) as { job_id: string }).job_id),
    );
    expect(responses.map((response) => response.status)).toEqual([202, 202, 202]);
    expect(new Set(ids).size).toBe(1);
    await client.waitForJob(ids[0] ?? '');
    expect((await client.readEvents(ids[0] ?? '')).filter((event) => event.type === 'story')).toHaveLength(1);
  });

  test('with other words under a used key is refused, and another caller’s key is their own', async () => {
    const changed = await send(client, 'key-one', { prompt: 'Another story altogether' });
    expect(changed.status).toBe(422);
    expect((await readProblem(changed)).code).toBe('idempotency_key_reused');
    const other = await createGuest(url);
    expect((await send(other, 'key-one')).status).toBe(202);
  });
});

describe('a job that is not wanted any more', () => {
  test('is cancelled in mid-work and stays cancelled', async () => {
    const { job_id } = await client.generate({ ...SMALL_STORY, num_illustrations: 6, seed: 11 });
    await client.readEvents(job_id, { until: (event) => event.type === 'picture' });
    const response = await client.request(`/api/v1/stories/jobs/${job_id}`, { method: 'DELETE' });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: 'cancelled', stage: 'done' });
    const events = await client.readEvents(job_id);
    expect(events.at(-1)).toMatchObject({ status: 'cancelled' });
    const again = await client.request(`/api/v1/stories/jobs/${job_id}`, { method: 'DELETE' });
    expect(await again.json()).toMatchObject({ status: 'cancelled' });
  });

  test('is taken up by a job of its own, which tells the time left and writes nothing anew', async () => {
    const { job_id } = await client.generate({ ...SMALL_STORY, generate_film: false, seed: 13 });
    await client.readEvents(job_id, { until: (event) => event.type === 'story' });
    const written = await client.getStory(job_id);
    await client.request(`/api/v1/stories/jobs/${job_id}`, { method: 'DELETE' });
    const stopped = await client.getJob(job_id);
    // It may have been finished before it could be stopped: then there is nothing to take up.
    expect(['cancelled', 'completed']).toContain(stopped.status);
    if (stopped.status === 'completed') return;
    const answers = await Promise.all(
      [1, 2].map(async () => {
        const response = await client.request(`/api/v1/stories/jobs/${job_id}/retry`, { method: 'POST' });
        expect(response.status).toBe(202);
        return (await response.json()) as { job_id: string; story_id: string };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    const again = await client.waitForJob(answers[0]?.job_id ?? '');
    expect(again).toMatchObject({ status: 'completed', time_left_ms: null, warnings: [] });
    expect(again.job_id).not.toBe(job_id);
    const made = await client.getStory(again.job_id);
    expect(made).toMatchObject({ id: written.id, content: written.content, status: 'ready' });
    expect(made.images).toHaveLength(2);
    expect((await client.getJob(job_id)).status).toBe('cancelled');
    await client.request(`/api/v1/stories/${made.id}`, { method: 'DELETE' });
  });

  test('ends the stream of whoever follows it when its rows are gone', async () => {
    const { job_id, story_id } = await client.generate(SMALL_STORY);
    const { promise: isReading, resolve: markReading } = Promise.withResolvers<void>();
    const following = client.readEvents(job_id, {
      until: () => {
        markReading();
        return false;
      },
    });
    await isReading;
    const { secretKey } = JSON.parse(await readFile(path.join(dataDir, 'secrets.json'), 'utf8'));
    const admin = createClient(supabaseUrl, secretKey);
    await admin.from('stories').delete().eq('id', story_id).throwOnError();
    const events = await following;
    expect(events.every((event) => event.job_id === job_id)).toBe(true);
  });

  test('is deleted with its story and every file', async () => {
    const { job_id } = await client.generate({ ...SMALL_STORY, generate_film: false, seed: 12 });
    await client.waitForJob(job_id);
    const doomed = await client.getStory(job_id);
    const image = doomed.images[0]?.image_url ?? '';
    expect((await client.request(image)).status).toBe(200);
    expect((await client.request(`/api/v1/stories/${doomed.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await client.request(`/api/v1/stories/${doomed.id}`)).status).toBe(404);
    expect((await client.request(`/api/v1/stories/jobs/${job_id}`)).status).toBe(404);
    expect((await client.request(image)).status).toBe(404);
  });
});

describe('the queue’s door', () => {
  test('is shut to calls that are not signed', async () => {
    const response = await fetch(new URL('/api/inngest?fnId=storyloom-make-story&stepId=step', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ event: { name: 'story/requested', data: {} }, events: [], steps: {}, ctx: {} }),
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).not.toBe(404);
  });
});
