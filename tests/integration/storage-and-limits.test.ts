import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { consumeRateLimit } from '@/lib/http/rate-limit';
import { downloadAsset, findAsset, type NewAsset, removeStoryObjects, saveAsset } from '@/lib/storage/assets';
import { assetObjectPath } from '@/lib/storage/paths';
import { getAdminClient } from '@/lib/supabase/admin';
import { createBearerClient } from '@/lib/supabase/bearer';
import { createGuest } from '../support/client.ts';

/** A story's files and the shared counters, against the real local Supabase. */
const { url, supabaseUrl, dataDir } = inject('app');
let directory: string;
let story: { ownerId: string; storyId: string };
let token: string;

beforeAll(async () => {
  const secrets = JSON.parse(await readFile(path.join(dataDir, 'secrets.json'), 'utf8'));
  process.env.SUPABASE_URL = supabaseUrl;
  process.env.SUPABASE_PUBLISHABLE_KEY = secrets.publishableKey;
  process.env.SUPABASE_SECRET_KEY = secrets.secretKey;
  directory = await mkdtemp(path.join(tmpdir(), 'storyloom-assets-'));
  const guest = await createGuest(url);
  token = guest.token;
  story = { ownerId: guest.userId, storyId: randomUUID() };
  const { error } = await createBearerClient(token).rpc('create_story_job', {
    p_job_id: randomUUID(),
    p_story_id: story.storyId,
    p_brief: { prompt: 'A mouse', ageGroup: '6-8' },
  });
  expect(error).toBeNull();
});
afterAll(() => rm(directory, { recursive: true, force: true }));

function buildPicture(overrides: Partial<NewAsset> = {}): NewAsset {
  return {
    ...story,
    sceneId: null,
    kind: 'picture',
    contentHash: randomUUID(),
    mediaType: 'image/png',
    content: randomBytes(64),
    details: { model: 'test/painter' },
    ...overrides,
  };
}

async function listFiles(): Promise<string[]> {
  const { data, error } = await getAdminClient()
    .storage.from('media')
    .list(`${story.ownerId}/stories/${story.storyId}`);
  expect(error).toBeNull();
  return (data ?? []).map(({ name }) => name);
}

describe('an asset', () => {
  test('is found by what it was made from, and comes back byte for byte', async () => {
    const bytes = randomBytes(3_000_000);
    const file = path.join(directory, 'film.mp4');
    await writeFile(file, bytes);
    const film = buildPicture({
      kind: 'film',
      mediaType: 'video/mp4',
      content: { path: file },
      durationMs: 12.6,
    });
    const saved = await saveAsset(getAdminClient(), film);
    expect(saved).toMatchObject({ bytes: bytes.length, duration_ms: 13, owner_id: story.ownerId });
    expect(await findAsset(getAdminClient(), film)).toEqual(saved);
    expect(await findAsset(getAdminClient(), { ...film, contentHash: 'another' })).toBeNull();

    const copy = path.join(directory, 'copy.mp4');
    await downloadAsset(saved.path, copy);
    expect((await readFile(copy)).equals(bytes)).toBe(true);
  });

  test('that was uploaded by a step which then died is taken up, not doubled', async () => {
    const picture = buildPicture();
    const first = await saveAsset(getAdminClient(), picture);
    // As if the process had ended between the upload and the row.
    await getAdminClient().from('assets').delete().eq('id', first.id);
    const filesBefore = await listFiles();
    const second = await saveAsset(getAdminClient(), picture);
    expect(second.path).toBe(first.path);
    expect(await listFiles()).toEqual(filesBefore);
  });

  test('made twice at once has one winner, whose file is the only one left', async () => {
    const contentHash = randomUUID();
    const filesBefore = await listFiles();
    const saved = await Promise.all(
      [1, 2, 3].map(() => saveAsset(getAdminClient(), buildPicture({ contentHash }))),
    );
    expect(new Set(saved.map(({ id }) => id)).size).toBe(1);
    const added = (await listFiles()).filter((name) => !filesBefore.includes(name));
    expect(added).toEqual([path.basename(saved[0]?.path ?? '')]);
  });

  test('of a story that is gone is refused and leaves no file', async () => {
    const storyId = randomUUID();
    const orphan = buildPicture({ storyId });
    await expect(saveAsset(getAdminClient(), orphan)).rejects.toMatchObject({ code: 'not_found' });
    const { data } = await getAdminClient().storage.from('media').list(`${story.ownerId}/stories/${storyId}`);
    expect(data).toEqual([]);
  });

  test('cannot be written by a user’s own client, and a missing file leaves no half of one', async () => {
    await expect(saveAsset(createBearerClient(token), buildPicture())).rejects.toMatchObject({
      code: 'storage_failed',
    });
    const missing = assetObjectPath({
      folder: `${story.ownerId}/stories/${story.storyId}`,
      assetId: randomUUID(),
      extension: 'png',
    });
    const target = path.join(directory, 'missing.png');
    await expect(downloadAsset(missing, target)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect((await readdir(directory)).filter((name) => name.startsWith('missing'))).toEqual([]);
  });

  test('goes with its story', async () => {
    await saveAsset(getAdminClient(), buildPicture());
    expect(await listFiles()).not.toEqual([]);
    await removeStoryObjects(story.storyId);
    expect(await listFiles()).toEqual([]);
  });
});

describe('a limit', () => {
  test('lets exactly its number through when everybody comes at once, and again in the next window', async () => {
    const limit = { name: 'test-burst', points: 10, durationSeconds: 1 };
    const key = randomUUID();
    const states = await Promise.all(Array.from({ length: 25 }, () => consumeRateLimit(limit, key)));
    expect(states.filter(({ allowed }) => allowed)).toHaveLength(10);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await consumeRateLimit(limit, key)).toMatchObject({ allowed: true, remaining: 9 });
  });

  test('can be neither read nor spent by a user', async () => {
    const client = createBearerClient(token);
    const spent = await client.rpc('consume_rate_limit', { p_key: 'x', p_points: 1, p_duration_ms: 1_000 });
    const read = await client.from('rate_limits').select('*');
    expect([spent.error?.code, read.error?.code]).toEqual(['42501', '42501']);
  });
});
