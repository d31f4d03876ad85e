import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { MAX_SAMPLE_TRIES } from '../../lib/sample/plan-sample.ts';
import { prepareSample } from '../../lib/sample/prepare-sample.ts';
import { SAMPLE_USER } from '../../lib/sample/sample-brief.ts';
import { readSampleStory } from '../../lib/sample/sample-story.ts';
import { expectData, startTestSupabase, type TestSupabase } from '../support/local-supabase.ts';

/** The sample story over a real Postgres; the queue only notes what it is handed, and the story is made by hand. */
let supabase: TestSupabase;
const queue = { sendRequested: vi.fn(async () => undefined), sendCancelled: vi.fn(async () => undefined) };
const prepare = () => prepareSample(supabase.admin, queue);
const listJobs = async () =>
  expectData(await supabase.admin.from('jobs').select('id, story_id, status').eq('owner_id', SAMPLE_USER.id));

beforeAll(async () => {
  supabase = await startTestSupabase();
  vi.stubEnv('SUPABASE_URL', supabase.url);
  vi.stubEnv('SUPABASE_PUBLISHABLE_KEY', supabase.secrets.publishableKey);
  vi.stubEnv('SUPABASE_SECRET_KEY', supabase.secrets.secretKey);
  vi.stubEnv('STORYLOOM_DATA_DIR', supabase.dataDir);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await supabase.remove();
});
beforeEach(async () => {
  vi.clearAllMocks();
  vi.stubEnv('SAMPLE_STORY', 'on');
  await supabase.admin.from('sample_story').delete().eq('is_only', true);
  await supabase.admin.from('projects').delete().eq('owner_id', SAMPLE_USER.id);
  await supabase.admin.from('stories').delete().eq('owner_id', SAMPLE_USER.id);
});

async function endJobs(status: 'completed' | 'failed'): Promise<void> {
  const { admin } = supabase;
  expect((await admin.from('jobs').update({ status }).eq('owner_id', SAMPLE_USER.id)).error).toBeNull();
  const story = { status: status === 'completed' ? ('ready' as const) : ('failed' as const), title: 'Nova' };
  expect((await admin.from('stories').update(story).eq('owner_id', SAMPLE_USER.id)).error).toBeNull();
}

test('it is begun once, however often and from how many starts it is asked for, and shared when it is ready', async () => {
  expect(await prepare()).toBe('begin');
  expect(await readSampleStory()).toEqual({ state: 'making' });
  expect(await prepare()).toBe('wait');
  expect(await listJobs()).toHaveLength(1);
  expect(queue.sendRequested).toHaveBeenCalledTimes(1);
  await endJobs('completed');
  expect(await prepare()).toBe('share');
  expect(await prepare()).toBe('end');
  expect(await listJobs()).toHaveLength(1);
  expect(await readSampleStory()).toMatchObject({
    state: 'ready',
    title: 'Nova',
    shareId: expect.stringMatching(/^[\w-]{22}$/),
  });
});

test('a process that dies in the middle leaves nothing that the next one does not find', async () => {
  queue.sendRequested.mockRejectedValueOnce(new Error('killed'));
  await expect(prepare()).rejects.toThrow('killed');
  const [first] = await listJobs();
  expect(first).toBeDefined();
  expect(await prepare()).toBe('begin');
  expect(await listJobs()).toEqual([first]);
});

test('others’ stories come first', async () => {
  const { client } = await supabase.createGuest();
  const [p_job_id, p_story_id] = [crypto.randomUUID(), crypto.randomUUID()];
  const p_brief = { prompt: 'A snail who wants to see the sea', ageGroup: '6-8', seed: 7 };
  expectData(await client.rpc('create_story_job', { p_job_id, p_story_id, p_brief }));
  expect(await prepare()).toBe('wait');
  expect(await listJobs()).toEqual([]);
  await client.rpc('cancel_job', { p_job_id });
  expect(await prepare()).toBe('begin');
});

test('one that the operator deleted stays deleted', async () => {
  await prepare();
  await endJobs('completed');
  await prepare();
  await supabase.admin.from('stories').delete().eq('owner_id', SAMPLE_USER.id);
  expect(await prepare()).toBe('end');
  expect(await listJobs()).toEqual([]);
  expect(await readSampleStory()).toEqual({ state: 'none' });
});

test('one that fails is told anew, a few times', async () => {
  for (let tries = 1; tries <= MAX_SAMPLE_TRIES; tries += 1) {
    expect(await prepare()).toBe('begin');
    expect(await listJobs()).toHaveLength(1);
    await endJobs('failed');
  }
  expect(await prepare()).toBe('end');
  expect(await readSampleStory()).toEqual({ state: 'none' });
});

test('none is made or shown where none is wanted, or where a grown-up reads every story first', async () => {
  vi.stubEnv('SAMPLE_STORY', 'off');
  expect(await prepare()).toBe('off');
  expect(await readSampleStory()).toEqual({ state: 'none' });
  vi.stubEnv('SAMPLE_STORY', 'on');
  vi.stubEnv('REQUIRE_APPROVAL', 'true');
  expect(await prepare()).toBe('off');
  vi.stubEnv('REQUIRE_APPROVAL', 'false');
  expect(await listJobs()).toEqual([]);
});
