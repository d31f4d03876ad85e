import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, test, vi } from 'vitest';
import {
  storyMimiDetailSchema,
  storyMimiStatusSchema,
  storyMimiSummarySchema,
} from '../../../lib/dialects/story-mimi.ts';
import { type Account, createAccount } from '../../support/accounts.ts';

/** StoryMimi's stories as the Flutter document's client calls them: `baseUrl` is the root, paths as written. */
const { url } = inject('app');

/** `StoryStatus.values` of the Dart client. */
const DART_STATUSES = ['pending', 'processing', 'completed', 'failed'];

/** A machine that does other things besides. */
const PATIENCE_MS = 170_000;
vi.setConfig({ testTimeout: PATIENCE_MS + 10_000 });

let account: Account;
beforeAll(async () => {
  account = await createAccount(url);
});

/** ApiClient: the token on every request. */
const api = {
  get: (path: string, headers: Record<string, string> = {}) =>
    fetch(`${url}${path}`, {
      headers: { accept: 'application/json', authorization: `Bearer ${account.client.token}`, ...headers },
    }),
  post: (path: string, data: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${account.client.token}`,
        ...headers,
      },
      body: JSON.stringify(data),
    }),
};

/** watchStoryProgress: `StoryStatus.values.byName(data['status'])` until completed or failed. */
async function watchStoryProgress(storyId: string): Promise<string[]> {
  const seen: string[] = [];
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; ) {
    const response = await api.get(`/stories/${storyId}/status`);
    const data = storyMimiStatusSchema.parse(await response.json());
    if (!DART_STATUSES.includes(data.status)) throw new Error(`byName("${data.status}") throws`);
    if (seen.at(-1) !== data.status) seen.push(data.status);
    if (data.status === 'completed' || data.status === 'failed') return seen;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`it did not end: ${seen}`);
}

describe('createStoryFromConversation and what follows', () => {
  const title = 'Luna and the Dragon';
  let storyId = '';

  test('POST /stories/ with the trailing slash answers 202 with the story’s id', async () => {
    const response = await api.post('/stories/', {
      title,
      prompt: 'a wizard girl called Luna meets a small dragon who has lost its fire',
      style: 'fantasy',
      num_scenes: 3,
      user_id: account.client.userId,
    });
    expect(response.status).toBe(202);
    const data = storyMimiSummarySchema.parse(await response.json());
    expect(data).toMatchObject({ title, status: 'pending', user_id: account.client.userId });
    storyId = data.story_id;
  });

  test('GET /stories/{id} has the story while it is being made', async () => {
    const data = storyMimiDetailSchema.parse(await (await api.get(`/stories/${storyId}`)).json());
    expect(DART_STATUSES).toContain(data.status);
    expect(data).toMatchObject({ story_id: storyId, title });
  });

  test('GET /stories/{id}/status is watched to the end with names the client’s enum has', async () => {
    expect((await watchStoryProgress(storyId)).at(-1)).toBe('completed');
  });

  test('GET /stories/{id} has its scenes with stable addresses that a cache manager can fetch', async () => {
    const read = async () => storyMimiDetailSchema.parse(await (await api.get(`/stories/${storyId}`)).json());
    const story = await read();
    expect(story).toMatchObject({
      story_id: storyId,
      title,
      status: 'completed',
      user_id: account.client.userId,
    });
    expect(Number.isNaN(Date.parse(story.created_at))).toBe(false);
    expect(story.scenes.map((scene) => scene.sequence)).toEqual([1, 2, 3]);
    for (const scene of story.scenes) {
      expect(scene.text.length).toBeGreaterThan(20);
      // The cache manager sends no header.
      const [image, audio] = await Promise.all([fetch(scene.image_url ?? ''), fetch(scene.audio_url ?? '')]);
      expect(image.headers.get('content-type')).toBe('image/png');
      expect(audio.headers.get('content-type')).toBe('audio/wav');
      expect(image.headers.get('etag')).toBeTruthy();
      expect(image.headers.get('cache-control')).toContain('max-age=604800');
    }
    expect(await read()).toEqual(story);
    expect(story.scenes.map((scene) => scene.text).join(' ')).toContain('Luna');
  });

  test('reads are conditional: the same ETag answers 304', async () => {
    for (const path of [
      `/api/stories/${storyId}`,
      `/api/stories/${storyId}/status`,
      `/api/users/${account.client.userId}/stories`,
    ]) {
      const etag = (await api.get(path)).headers.get('etag') ?? '';
      expect(etag, path).not.toBe('');
      expect((await api.get(path, { 'if-none-match': etag })).status, path).toBe(304);
    }
  });

  test('GET /users/{id}/stories has one’s own, newest first, by page', async () => {
    const path = `/users/${account.client.userId}/stories`;
    const second = await api.post('/api/stories', {
      prompt: 'a robot in space',
      style: 'sci-fi',
      num_scenes: 1,
    });
    expect(second.status).toBe(202);
    const { story_id } = (await second.json()) as { story_id: string };
    const response = await api.get(path);
    const stories = storyMimiSummarySchema.array().parse(await response.json());
    expect(stories.map((story) => story.story_id)).toEqual([story_id, storyId]);
    expect(response.headers.get('x-total-count')).toBe('2');
    const page = await (await api.get(`${path}?limit=1&offset=1`)).json();
    expect(page).toHaveLength(1);
    // Or by the link to the page after.
    const first = await api.get(`${path}?limit=1`);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const after = await api.get(next);
    expect(await after.json()).toEqual(page);
    expect(after.headers.get('x-total-count')).toBe('2');
    expect(after.headers.get('link')).not.toContain('rel="next"');
    // Its style is its genre and its look.
    const view = await account.client.getStory(story_id);
    expect(view).toMatchObject({ style: 'night', theme: 'sci-fi' });
    // A story somebody stops is one that failed, for a client that knows four states.
    await account.client.request(`/api/v1/stories/jobs/${view.job_id}`, { method: 'DELETE' });
    expect(await watchStoryProgress(story_id)).toEqual(['failed']);
    expect(await (await api.get(`/stories/${story_id}/status`)).json()).toMatchObject({
      job_status: 'cancelled',
    });
  });

  test('the same Idempotency-Key is the same story', async () => {
    const key = randomUUID();
    const body = { prompt: 'a star that sings', num_scenes: 1 };
    const ids = await Promise.all(
      [0, 1].map(async () => {
        const response = await api.post('/api/stories/', body, { 'idempotency-key': key });
        expect(response.status).toBe(202);
        return ((await response.json()) as { story_id: string }).story_id;
      }),
    );
    expect(ids[0]).toBe(ids[1]);
    const other = await api.post('/api/stories/', { ...body, num_scenes: 2 }, { 'idempotency-key': key });
    expect(other.status).toBe(422);
  });

  test('what is somebody else’s is not there', async () => {
    const stranger = (await createAccount(url)).client;
    for (const path of [
      `/api/stories/${storyId}`,
      `/api/stories/${storyId}/status`,
      `/api/users/${account.client.userId}/stories`,
    ])
      expect((await stranger.request(path)).status, path).toBe(404);
    const foreign = await api.post('/api/stories/', { prompt: 'x', user_id: stranger.userId });
    expect(foreign.status).toBe(404);
  });

  test.each([
    ['no prompt', { title: 'x' }],
    ['a prompt that is a list', { prompt: ['x'] }],
    ['no scenes', { prompt: 'x', num_scenes: 0 }],
    ['too many scenes', { prompt: 'x', num_scenes: 99 }],
    ['a number as text', { prompt: 'x', num_scenes: '3' }],
    ['a title that is too long', { prompt: 'x', title: 'y'.repeat(121) }],
    ['a user that is no id', { prompt: 'x', user_id: '1; drop table' }],
  ])('%s is refused', async (_what, body) => {
    const response = await api.post('/api/stories/', body);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });
});
