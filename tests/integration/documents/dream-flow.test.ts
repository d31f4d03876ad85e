import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, inject, test, vi } from 'vitest';
import { type DreamFlowStory, dreamFlowStorySchema } from '../../../lib/dialects/dream-flow.ts';
import { probeMedia } from '../../../lib/film/ffmpeg.ts';
import { type Client, createGuest, SMALL_STORY } from '../../support/client.ts';

/** Dream Flow's document in its order: the one call it has, what its answer is used for, and its health check. */
const { url } = inject('app');

/** A request waits for SYNC_WAIT_SECONDS at most; a machine that does other things besides needs most of it. */
vi.setConfig({ testTimeout: 240_000 });

const DOCUMENTED = {
  prompt: 'A child astronaut exploring a candy galaxy.',
  theme: 'Galactic pastel',
  target_length: 400,
  voice: 'alloy',
  num_scenes: 4,
  profile: {
    mood: 'Sleepy and hopeful',
    routine: 'Warm bath then story time',
    preferences: ['space travel', 'friendship'],
    favorite_characters: ['Nova the fox'],
    calming_elements: ['starlight', 'lavender', 'soft clouds'],
  },
};
const SMALL = { prompt: 'A small cloud that cannot sleep', target_length: 40, num_scenes: 1 };

const ask = (client: Client, body: object, headers: Record<string, string> = {}, signal?: AbortSignal) =>
  client.request('/api/v1/story', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });

/** The story of an answer; where it took longer than a request waits, the 202 is followed as it says. */
async function receive(client: Client, response: Response): Promise<DreamFlowStory> {
  for (let answer = response; ; ) {
    if (answer.status === 200) return dreamFlowStorySchema.parse(await answer.json());
    if (answer.status !== 202) throw new Error(`${answer.status} ${await answer.text()}`);
    answer = await client.request(answer.headers.get('location') ?? '', { headers: { prefer: 'wait=60' } });
  }
}

/** As a video player would: the address and nothing else. */
async function open(address: string) {
  const response = await fetch(address);
  expect(response.status, address).toBe(200);
  const file = path.join(tmpdir(), `dream-flow-${randomUUID()}`);
  await writeFile(file, new Uint8Array(await response.arrayBuffer()));
  return { type: response.headers.get('content-type'), file };
}

describe('POST /api/v1/story', () => {
  test('answers the documented request with the story and its files, which open without a header', async () => {
    const client = await createGuest(url);
    const story = await receive(client, await ask(client, DOCUMENTED));
    expect(story.theme).toBe('Galactic pastel');
    const words = story.story_text.split(/\s+/).length;
    expect(words).toBeGreaterThan(400 * 0.75);
    expect(words).toBeLessThan(400 * 1.25);
    expect(story.story_text).toContain('Nova');
    expect(story.assets.frames).toHaveLength(4);

    const audio = await open(story.assets.audio ?? '');
    expect(audio.type).toBe('audio/mp4');
    const sound = await probeMedia(audio.file);
    expect(sound.streams.map(({ codec_name }) => codec_name)).toEqual(['aac']);
    const view = await client.getStory(story.story_id);
    const spokenMs = view.scenes.reduce((sum, scene) => sum + (scene.duration_ms ?? 0), 0);
    // All pages, and a pause between each two.
    expect(Number(sound.format.duration) * 1_000).toBeGreaterThan(spokenMs + 3 * 800);
    expect(Number(sound.format.duration) * 1_000).toBeLessThan(spokenMs + 3 * 1_000 + 1_500);

    const video = await open(story.assets.video ?? '');
    expect(video.type).toBe('video/mp4');
    const film = await probeMedia(video.file);
    expect(film.streams.map(({ codec_type }) => codec_type)).toEqual(
      expect.arrayContaining(['video', 'audio']),
    );
    expect(Number(film.format.duration) * 1_000).toBeGreaterThan(spokenMs);
    for (const frame of story.assets.frames) expect((await open(frame)).type).toBe('image/png');

    // The theme is the look of the pictures, the profile is in what was asked of them.
    expect(view.style).toBe('pastel');
    const prompts = view.images.map((image) => image.prompt_used).join('\n');
    expect(prompts).toContain('Galactic pastel');
    for (const thing of ['starlight', 'lavender', 'soft clouds']) expect(prompts).toContain(thing);
    expect(view.voice).toBe('rosie');
  });

  test('knows every documented voice and says which there are', async () => {
    const client = await createGuest(url);
    for (const voice of ['alloy', 'echo', 'fable', 'onyx', 'nova', 'shimmer', 'Rosie']) {
      const response = await ask(client, { ...SMALL, voice }, { prefer: 'respond-async' });
      expect(response.status, voice).toBe(202);
      const { job_id } = (await response.json()) as { job_id: string };
      await client.request(`/api/v1/stories/jobs/${job_id}`, { method: 'DELETE' });
    }
    const refused = await ask(client, { ...SMALL, voice: 'darth' });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      code: 'voice_unknown',
      detail: expect.stringMatching(/alloy.*shimmer/),
    });
  });

  test('reads slower to somebody sleepy', async () => {
    const client = await createGuest(url);
    const pace = async (body: object) => {
      const started = await ask(client, body, { prefer: 'respond-async' });
      const { job_id, story_id } = (await started.json()) as { job_id: string; story_id: string };
      for (;;) {
        const [scene] = (await client.getStory(story_id)).scenes;
        if (scene?.duration_ms) {
          // The film is not needed to hear it.
          await client.request(`/api/v1/stories/jobs/${job_id}`, { method: 'DELETE' });
          return scene.duration_ms / scene.text.length;
        }
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    };
    const [usual, sleepy] = [await pace(SMALL), await pace({ ...SMALL, profile: { mood: 'Sleepy' } })];
    expect(sleepy).toBeGreaterThan(usual * 1.04);
  });

  test('Prefer: respond-async answers at once where to ask, and the same address has the story later', async () => {
    const client = await createGuest(url);
    const response = await ask(client, SMALL, { prefer: 'respond-async' });
    expect(response.status).toBe(202);
    expect(response.headers.get('preference-applied')).toBe('respond-async');
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    const { job_id } = (await response.json()) as { job_id: string };
    const location = response.headers.get('location') ?? '';
    expect((await client.request(location)).status).toBe(202);
    expect((await client.waitForJob(job_id, 200_000)).status).toBe('completed');
    const found = await client.request(location);
    expect(found.status).toBe(200);
    expect(dreamFlowStorySchema.parse(await found.json()).assets.frames).toHaveLength(1);
  });

  test('Prefer: wait=1 waits no longer, and a client that goes away does not stop its story', async () => {
    const client = await createGuest(url);
    const short = await ask(client, { ...DOCUMENTED, num_scenes: 3 }, { prefer: 'wait=1' });
    expect(short.status).toBe(202);
    expect(short.headers.get('preference-applied')).toBe('wait=1');
    const { job_id } = (await short.json()) as { job_id: string };
    await client.request(`/api/v1/stories/jobs/${job_id}`, { method: 'DELETE' });
    expect((await client.request(`/api/v1/story/${job_id}`)).status).toBe(409);

    const key = randomUUID();
    const leaving = new AbortController();
    const left = ask(client, SMALL, { 'idempotency-key': key }, leaving.signal).catch(() => null);
    setTimeout(() => leaving.abort(), 700);
    expect(await left).toBeNull();
    // Asked again under its key, it is the same story, and it is there.
    const again = await ask(client, SMALL, { 'idempotency-key': key });
    expect(again.status).toBe(200);
    const jobs = (await (await client.request('/api/v1/stories/jobs')).json()) as { total: number };
    expect(jobs.total).toBe(2);
    expect((await ask(client, { ...SMALL, num_scenes: 2 }, { 'idempotency-key': key })).status).toBe(422);
  });

  test.each([
    ['no prompt', { theme: 'x' }, 400],
    ['an empty prompt', { prompt: ' ' }, 400],
    ['a prompt that is a number', { prompt: 3 }, 400],
    ['too long', { ...SMALL, target_length: 100_000 }, 400],
    ['no scenes', { ...SMALL, num_scenes: 0 }, 400],
    ['too many scenes', { ...SMALL, num_scenes: 13 }, 400],
    ['a profile that is a list', { ...SMALL, profile: [] }, 400],
    ['preferences that are words', { ...SMALL, profile: { preferences: 'cats' } }, 400],
    ['a NUL', { prompt: 'a\0b' }, 400],
    [
      'what is not for children',
      { prompt: 'a story about murder with a chainsaw and blood everywhere' },
      422,
    ],
    [
      'a profile that is not for children',
      { ...SMALL, profile: { mood: 'wants blood and gore and murder' } },
      422,
    ],
  ])('refuses %s', async (_what, body, status) => {
    const response = await ask(await createGuest(url), body);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  test('refuses other methods, other content types and strangers', async () => {
    const client = await createGuest(url);
    expect((await client.request('/api/v1/story')).status).toBe(405);
    const form = await client.request('/api/v1/story', {
      method: 'POST',
      body: new URLSearchParams({ prompt: 'x' }),
    });
    expect(form.status).toBe(415);
    const stranger = await fetch(new URL('/api/v1/story', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(SMALL),
    });
    expect(stranger.status).toBe(401);
    for (const id of [randomUUID(), 'x', '..%2f..'])
      expect((await client.request(`/api/v1/story/${id}`)).status).toBe(404);
  });
});

describe('a signed address', () => {
  /** One page with a voice: a moment's work, and files of two kinds. */
  async function makePage(client: Client) {
    const { job_id } = await client.generate({
      ...SMALL_STORY,
      num_illustrations: 1,
      generate_film: false,
    });
    expect((await client.waitForJob(job_id)).status).toBe('completed');
    return client.getStory(job_id);
  }

  test('opens one file for anybody: whole, in part, or only asked about; no other key does', async () => {
    const client = await createGuest(url);
    const stranger = await createGuest(url);
    const story = await makePage(client);
    const address = story.images[0]?.image_url ?? '';
    const head = await fetch(address, { method: 'HEAD' });
    expect(head.status).toBe(200);
    const etag = head.headers.get('etag') ?? '';
    expect(head.headers.get('cache-control')).toMatch(/max-age=\d{5,}/);
    expect((await fetch(address, { headers: { 'if-none-match': etag } })).status).toBe(304);
    const part = await fetch(address, { headers: { range: 'bytes=0-99' } });
    expect(part.status).toBe(206);
    expect((await part.arrayBuffer()).byteLength).toBe(100);
    expect(part.headers.get('content-range')).toBe(`bytes 0-99/${head.headers.get('content-length')}`);
    expect((await fetch(address, { headers: { range: 'bytes=999999999-' } })).status).toBe(416);
    // A token that has run out does not spoil it.
    const stale = { method: 'HEAD', headers: { authorization: 'Bearer old' } };
    expect((await fetch(address, stale)).status).toBe(200);

    const bare = address.split('?')[0] ?? '';
    const otherFile = story.audio?.audio_url.split('?')[0] ?? '';
    const key = new URL(address).searchParams.get('key') ?? '';
    const as = ({ token }: Client) => ({ headers: { authorization: `Bearer ${token}` } });
    for (const wrong of [bare, `${bare}?key=`, `${bare}?key=${'A'.repeat(22)}`, `${otherFile}?key=${key}`]) {
      expect((await fetch(wrong)).status, wrong).toBe(401);
      expect((await fetch(wrong, as(stranger))).status, wrong).toBe(404);
      expect((await fetch(wrong, as(client))).status, wrong).toBe(200);
    }
    // The same address each time, and none once the story is gone.
    expect((await client.getStory(story.id)).images).toEqual(story.images);
    await client.request(`/api/v1/stories/${story.id}`, { method: 'DELETE' });
    expect((await fetch(address)).status).toBe(404);
  });

  test('is not given for a path that somebody writes into a prompt', async () => {
    const [owner, thief] = [await createGuest(url), await createGuest(url)];
    const story = await makePage(owner);
    const stolen = new URL(story.images[0]?.image_url ?? '').pathname;
    const body = { ...SMALL, prompt: stolen, theme: stolen };
    const mine = await ask(thief, body, { prefer: 'respond-async' });
    expect(mine.status).toBe(202);
    const { story_id } = (await mine.json()) as { story_id: string };
    const view = await (await thief.request(`/api/v1/stories/${story_id}`)).text();
    expect(view).toContain(stolen);
    expect(view).not.toContain(`${stolen}?key=`);
  });
});

describe('GET /health', () => {
  test.each(['/health', '/api/health'])('%s tells the story model and how things are', async (address) => {
    const response = await fetch(new URL(address, url));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: 'ok', story_model: 'builtin/storyteller' });
  });
});
