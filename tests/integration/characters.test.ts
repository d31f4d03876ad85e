import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createClient as createSupabase } from '@supabase/supabase-js';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { type JobAcceptedView, type Problem, problemSchema, type StoryView } from '../../lib/story/views.ts';
import { type Client, createGuest } from '../support/client.ts';

/** Who is in a story, and the next story with the same people, as a client without a browser sees it. */
const { url, supabaseUrl, dataDir } = inject('app');
const FIRST = {
  prompt: 'A girl called Nova and her fox Bram look for the light of a lost lighthouse',
  age_group: '6-8',
  num_illustrations: 2,
  target_length: 60,
  seed: 7,
  style: 'watercolour',
  generate_narration: false,
  generate_film: false,
} as const;
const NEXT = { prompt: 'A storm blows the roof off a little house by the sea' };
let client: Client;
let stranger: Client;
let first: StoryView;
let next: StoryView;

const sequelOf = (from: Client, id: string, body: unknown) => from.post(`/api/v1/stories/${id}/sequel`, body);
const readProblem = async (response: Response): Promise<Problem> =>
  problemSchema.parse(await response.json());
const byId = (story: StoryView) => new Map(story.characters.map((one) => [one.id, one]));
async function readPicture(from: Client, address: string | null | undefined): Promise<Buffer> {
  const response = await from.request(address ?? '');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('image/png');
  return Buffer.from(await response.arrayBuffer());
}

beforeAll(async () => {
  client = await createGuest(url);
  stranger = await createGuest(url);
  const { job_id } = await client.generate(FIRST);
  await client.waitForJob(job_id);
  first = await client.getStory(job_id);
  const response = await sequelOf(client, first.id, NEXT);
  expect(response.status).toBe(202);
  const accepted = (await response.json()) as JobAcceptedView;
  expect(response.headers.get('location')).toBe(`/api/v1/stories/jobs/${accepted.job_id}`);
  const early = await sequelOf(client, accepted.story_id, NEXT);
  expect(early.status).toBe(409);
  expect(await readProblem(early)).toMatchObject({ code: 'conflict' });
  const job = await client.waitForJob(accepted.job_id);
  expect(job).toMatchObject({ status: 'completed', warnings: [] });
  next = await client.getStory(accepted.story_id);
}, 180_000);

describe('everybody on a page', () => {
  test('has a sheet with the colours they are drawn in, and a picture of their own', async () => {
    expect(first.characters.map(({ name }) => name)).toContain('Nova');
    expect(first.sequel_of).toBeNull();
    for (const { palette, picture_url } of first.characters) {
      expect(palette?.length).toBeGreaterThan(0);
      expect((await readPicture(client, picture_url)).length).toBeGreaterThan(2_000);
    }
  });

  test('keeps the picture from strangers', async () => {
    const path = new URL(first.characters[0]?.picture_url ?? '', url).pathname;
    expect((await client.request(path)).status).toBe(200);
    expect((await stranger.request(path)).status).toBe(404);
  });
});

describe('the next night', () => {
  test('has the same people: sheets word for word, colours, and the very same pictures', async () => {
    const hero = first.characters.find(({ role }) => role === 'hero');
    const known = byId(next);
    expect(known.get(hero?.id ?? '')).toMatchObject({ name: 'Nova', role: 'hero' });
    const kept = first.characters.filter(({ id }) => known.has(id));
    expect(kept.length).toBeGreaterThanOrEqual(2);
    for (const { picture_url, ...sheet } of kept) {
      const { picture_url: later, ...same } = known.get(sheet.id) ?? { picture_url: null };
      expect(same).toEqual(sheet);
      // Somebody who is on no page of the new story has no picture there.
      if (!later) continue;
      expect(later).not.toBe(picture_url);
      expect((await readPicture(client, later)).equals(await readPicture(client, picture_url))).toBe(true);
    }
    expect(known.get(hero?.id ?? '')?.picture_url).not.toBeNull();
  });

  test('is another story about them in the same look and project, and says where it comes from', () => {
    expect(next.content).toContain('Nova');
    expect(next.content).not.toBe(first.content);
    expect(next).toMatchObject({
      prompt: NEXT.prompt,
      style: 'watercolour',
      age_group: '6-8',
      project_id: first.project_id,
      sequel_of: { id: first.id, title: first.title },
    });
    expect(next.scenes).toHaveLength(2);
    expect(next.film).toBeNull();
  });

  test('was drawn by what the first one’s picture was drawn by, and nobody was drawn again', async () => {
    const calls = (await (await client.request(`/api/v1/stories/jobs/${next.job_id}/calls`)).json()) as {
      calls: { step: string }[];
    };
    const steps = calls.calls.map(({ step }) => step);
    expect(steps.filter((step) => step.startsWith('picture:'))).toHaveLength(2);
    for (const { id } of first.characters) expect(steps).not.toContain(`character:${id}`);
  });

  test('begins once for one Idempotency-Key', async () => {
    const ask = () =>
      client.request(`/api/v1/stories/${first.id}/sequel`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'one night' },
        body: JSON.stringify({ ...NEXT, num_illustrations: 1 }),
      });
    const [one, other] = await Promise.all([ask(), ask()]);
    const ids = await Promise.all(
      [one, other].map(async (answer) => ((await answer.json()) as JobAcceptedView).job_id),
    );
    expect(ids[0]).toBe(ids[1]);
    await client.waitForJob(ids[0] ?? '');
  });

  test('stays when the first story goes, and says nothing of it any more', async () => {
    const mine = await createGuest(url);
    const { job_id } = await mine.generate({ ...FIRST, num_illustrations: 1 });
    await mine.waitForJob(job_id);
    const earlier = await mine.getStory(job_id);
    const accepted = (await (await sequelOf(mine, earlier.id, NEXT)).json()) as JobAcceptedView;
    await mine.waitForJob(accepted.job_id);
    expect((await mine.request(`/api/v1/stories/${earlier.id}`, { method: 'DELETE' })).status).toBe(204);
    const alone = await mine.getStory(accepted.story_id);
    expect(alone.sequel_of).toBeNull();
    const hero = alone.characters.find(({ role }) => role === 'hero');
    expect((await readPicture(mine, hero?.picture_url)).length).toBeGreaterThan(2_000);
  });

  test.each([
    ['no wish', {}, 400],
    ['an unknown field', { ...NEXT, hero: 'Bram' }, 400],
    ['a rude wish', { prompt: 'Nova drinks whiskey and beer with the captain' }, 422],
  ])('with %s does not begin', async (_, body, status) => {
    expect((await sequelOf(client, first.id, body)).status).toBe(status);
  });

  test('of somebody else’s story, or of none, is a 404', async () => {
    expect((await sequelOf(stranger, first.id, NEXT)).status).toBe(404);
    expect((await sequelOf(client, crypto.randomUUID(), NEXT)).status).toBe(404);
  });

  test('cannot be had of somebody else’s story past our API either: it goes on from nothing', async () => {
    const { publishableKey } = JSON.parse(await readFile(path.join(dataDir, 'secrets.json'), 'utf8'));
    const direct = createSupabase(supabaseUrl, publishableKey, {
      global: { headers: { authorization: `Bearer ${stranger.token}` } },
    });
    const [jobId, storyId] = [crypto.randomUUID(), crypto.randomUUID()];
    await direct
      .rpc('create_story_job', {
        p_job_id: jobId,
        p_story_id: storyId,
        p_brief: { prompt: 'Nova again', ageGroup: '6-8', seed: 1, sequelOf: first.id },
      })
      .throwOnError();
    const { data } = await direct
      .from('stories')
      .select('sequel_of')
      .eq('id', storyId)
      .single()
      .throwOnError();
    expect(data).toEqual({ sequel_of: null });
    await stranger.request(`/api/v1/stories/${storyId}`, { method: 'DELETE' });
  });
});
