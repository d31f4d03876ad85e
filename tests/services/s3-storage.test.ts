import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoryView } from '../../lib/story/views.ts';
import { type S3Fixture, startS3Fixture } from '../fixtures/s3-server.ts';
import { createAccount } from '../support/accounts.ts';
import { type Client, createClientWith, createGuest, SMALL_STORY } from '../support/client.ts';
import { type RunningApp, startApp } from '../support/start-app.ts';
import { startWeb } from '../support/start-web.ts';

/** A whole Storyloom that keeps its files in a bucket: a story is made, read, moved to an account, and deleted. */
let s3: S3Fixture;
let app: RunningApp;
let guest: Client;
let story: StoryView;
let folder: string;

beforeAll(async () => {
  s3 = await startS3Fixture();
  app = await startApp(s3.environment);
  guest = await createGuest(app.url);
  const { job_id } = await guest.generate(SMALL_STORY);
  expect(await guest.waitForJob(job_id)).toMatchObject({ status: 'completed', warnings: [] });
  story = await guest.getStory(job_id);
  folder = `${guest.userId}/stories/${story.id}/`;
});
afterAll(async () => {
  await app?.stop();
  await s3?.stop();
});

const pathOf = (address: string) => new URL(address, app.url).pathname;
const picture = () => pathOf(story.images[0]?.image_url ?? '');
const film = () => pathOf(story.film?.video_url ?? '');

test('its files are in the bucket, and no file is in Supabase Storage', async () => {
  const paths = await s3.listPaths(folder);
  const types = new Set(paths.map((path) => path.slice(path.lastIndexOf('.') + 1)));
  expect([...types]).toEqual(expect.arrayContaining(['png', 'wav', 'mp4', 'vtt']));
  const supabase = await fetch(`${app.supabaseUrl}/storage/v1/object/authenticated/media/${paths[0]}`, {
    headers: { authorization: `Bearer ${guest.token}` },
  });
  expect(supabase.ok).toBe(false);
  expect((await guest.request('/api/health')).status).toBe(200);
});

test('they are read whole, in part and by tag, by their owner only', async () => {
  const whole = await guest.request(film());
  const bytes = Buffer.from(await whole.arrayBuffer());
  expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'video/mp4']);
  expect(bytes.length).toBe(Number(whole.headers.get('content-length')));
  const part = await guest.request(film(), { headers: { range: 'bytes=-100' } });
  expect(part.status).toBe(206);
  expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(-100))).toBe(true);
  const etag = whole.headers.get('etag') ?? '';
  const again = await guest.request(film(), { headers: { 'if-none-match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const outside = await guest.request(film(), { headers: { range: `bytes=${bytes.length}-` } });
  expect(outside.status).toBe(416);
  const stranger = await createGuest(app.url);
  expect((await stranger.request(film())).status).toBe(404);
});

test('all of them are one archive', async () => {
  const response = await guest.request(`/api/v1/stories/${story.id}/download`);
  const zip = Buffer.from(await response.arrayBuffer());
  expect(response.status).toBe(200);
  expect(zip.length).toBe(Number(response.headers.get('content-length')));
});

test('with a CDN, rows still decide who may read, and the bytes are fetched there', async () => {
  const web = await startWeb(app, { ...s3.environment, CLOUDFRONT_DOMAIN: 'd1.cloudfront.net' });
  try {
    const reader = createClientWith(web.url, guest.token, guest.userId);
    const stranger = await createGuest(web.url);
    for (const method of ['GET', 'HEAD']) {
      const sent = await reader.request(picture(), { method, redirect: 'manual' });
      expect(sent.status).toBe(302);
      const location = new URL(sent.headers.get('location') ?? '');
      expect(location.origin).toBe('https://d1.cloudfront.net');
      expect(await s3.listPaths(folder)).toContain(location.pathname.slice(1));
      expect(sent.headers.get('cache-control')).toMatch(/^private/);
      expect((await stranger.request(picture(), { method, redirect: 'manual' })).status).toBe(404);
    }
    // What is saved keeps its name, and captions come from the page's own site.
    const saved = await reader.request(`${picture()}?download=1`, { redirect: 'manual' });
    expect(saved.status).toBe(200);
    expect(saved.headers.get('content-disposition')).toContain('.png');
    const captions = pathOf(story.film?.captions_url ?? '');
    expect((await reader.request(captions, { redirect: 'manual' })).status).toBe(200);
    const page = await fetch(new URL('/', web.url));
    expect(page.headers.get('content-security-policy')).toContain(
      "img-src 'self' data: blob: https://d1.cloudfront.net;",
    );
  } finally {
    await web.stop();
  }
});

test('a process that lacks a setting says which one and does not start', async () => {
  const { S3_BUCKET_NAME: _, ...incomplete } = s3.environment;
  await expect(startWeb(app, incomplete)).rejects.toThrow(
    'STORAGE_TYPE is s3, but S3_BUCKET_NAME is not set.',
  );
});

test('a guest’s files stay where they are when an account takes them over, and go with the story', async () => {
  const account = await createAccount(app.url);
  const before = await s3.listPaths(folder);
  const moved = await account.client.post('/api/sessions/migrate', {
    temp_user_id: guest.userId,
    permanent_user_id: account.client.userId,
    temp_access_token: guest.token,
  });
  expect(moved.status).toBe(200);
  expect(await s3.listPaths(folder)).toEqual(before);
  expect((await account.client.request(picture())).status).toBe(200);
  const deleted = await account.client.request(`/api/v1/stories/${story.id}`, { method: 'DELETE' });
  expect(deleted.status).toBe(204);
  expect(await s3.listPaths(folder)).toEqual([]);
});
