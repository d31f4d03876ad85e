import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { beginJob } from '@/lib/making/begin-job';
import { completeJob, failJob } from '@/lib/making/finish-job';
import { recordJobNews } from '@/lib/making/job-news';
import { getJobView } from '@/lib/story/data';
import { listJobViews } from '@/lib/story/list-jobs';
import { retryJob } from '@/lib/story/retry-job';
import { storyBriefSchema } from '@/lib/story/schema';
import { measureStages } from '@/lib/story/stage-paces';
import { summarizeJobs } from '@/lib/story/summarize-jobs';
import { type Client, expectData, startTestSupabase, type TestSupabase } from '../support/local-supabase.ts';

/** The workshop's rows in a real database: what is taken up again, how a list is searched, what stages take. */
let supabase: TestSupabase;
beforeAll(async () => {
  supabase = await startTestSupabase();
  const { publishableKey, secretKey } = supabase.secrets;
  vi.stubEnv('SUPABASE_URL', supabase.url);
  vi.stubEnv('SUPABASE_PUBLISHABLE_KEY', publishableKey);
  vi.stubEnv('SUPABASE_SECRET_KEY', secretKey);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await supabase.remove();
});

type Owner = { client: Client; id: string };
type Key = { jobId: string; storyId: string; ownerId: string };

async function startJob(owner: Owner, prompt = 'A mouse and the moon'): Promise<Key> {
  const key = { jobId: randomUUID(), storyId: randomUUID(), ownerId: owner.id };
  const p_brief = { ...storyBriefSchema.parse({ prompt }), seed: 1 };
  expectData(
    await owner.client.rpc('create_story_job', { p_job_id: key.jobId, p_story_id: key.storyId, p_brief }),
  );
  return key;
}

const PICTURE = {
  setting: { place: 'sea', timeOfDay: 'night', weather: 'clear', mood: 'calm' },
  characterIds: [],
  props: [],
};
const failure = { code: 'disk_full', message: 'ENOSPC' } as const;
const sent = () => vi.fn(async () => {});

async function writePages({ storyId, ownerId }: Key): Promise<void> {
  expectData(
    await supabase.admin
      .from('scenes')
      .insert({
        owner_id: ownerId,
        story_id: storyId,
        position: 0,
        text: 'Once.',
        summary: 'Once.',
        depiction: PICTURE,
      })
      .select(),
  );
}

describe('a job that failed', () => {
  test('is taken up by a new one for the same story, once, and the text that is there is not written again', async () => {
    const owner = await supabase.createGuest();
    const key = await startJob(owner);
    expect(await beginJob(supabase.admin, key)).toMatchObject({ isWritten: false });
    await writePages(key);
    await failJob(supabase.admin, key, failure);
    const send = sent();
    const [one, other] = await Promise.all([
      retryJob(owner.client, owner.id, key.jobId, send),
      retryJob(owner.client, owner.id, key.jobId, send),
    ]);
    expect(one).toEqual(other);
    expect(one).toMatchObject({ storyId: key.storyId });
    expect(one.jobId).not.toBe(key.jobId);
    expect(send).toHaveBeenCalledWith(expect.objectContaining({ jobId: one.jobId, ownerId: owner.id }));
    const story = await owner.client.from('stories').select('status').eq('id', key.storyId).single();
    expect(story.data).toEqual({ status: 'making' });

    const again = { ...key, jobId: one.jobId };
    expect(await beginJob(supabase.admin, again)).toMatchObject({ isWritten: true });
    expect(await getJobView(owner.client, one.jobId)).toMatchObject({
      status: 'processing',
      stage: 'illustrating',
      progress: 0.1,
      time_left_ms: expect.any(Number),
    });
    expect(await getJobView(owner.client, key.jobId)).toMatchObject({ status: 'failed', time_left_ms: null });
  });

  test('is nobody else’s to take up', async () => {
    const key = await startJob(await supabase.createGuest());
    await failJob(supabase.admin, key, failure);
    const { client, id } = await supabase.createGuest();
    await expect(retryJob(client, id, key.jobId, sent())).rejects.toMatchObject({ code: 'not_found' });
  });

  test('whose wish breaks a rule of today is not taken up', async () => {
    const owner = await supabase.createGuest();
    const key = await startJob(owner, 'Teach a child how to build a pipe bomb');
    await failJob(supabase.admin, key, failure);
    await expect(retryJob(owner.client, owner.id, key.jobId, sent())).rejects.toMatchObject({
      code: 'guardrail_violation',
    });
    expect(expectData(await owner.client.from('jobs').select('id'))).toHaveLength(1);
  });

  test('that was taken up and failed once more has a retry of its own', async () => {
    const owner = await supabase.createGuest();
    const key = await startJob(owner);
    await failJob(supabase.admin, key, failure);
    const first = await retryJob(owner.client, owner.id, key.jobId, sent());
    await failJob(supabase.admin, { ...key, jobId: first.jobId }, failure);
    const second = await retryJob(owner.client, owner.id, first.jobId, sent());
    expect(new Set([key.jobId, first.jobId, second.jobId]).size).toBe(3);
  });
});

describe('a job that did not fail', () => {
  test.each(['pending', 'processing', 'completed'])('is refused while it is %s', async (state) => {
    const owner = await supabase.createGuest();
    const key = await startJob(owner);
    if (state !== 'pending') await beginJob(supabase.admin, key);
    if (state === 'completed') await completeJob(supabase.admin, key);
    await expect(retryJob(owner.client, owner.id, key.jobId, sent())).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('but was stopped is taken up; not while another job is at work on its story', async () => {
    const owner = await supabase.createGuest();
    const key = await startJob(owner);
    expectData(await owner.client.rpc('cancel_job', { p_job_id: key.jobId }));
    const other = expectData(
      await supabase.admin
        .from('jobs')
        .insert({ owner_id: owner.id, story_id: key.storyId })
        .select('id')
        .single(),
    );
    await expect(retryJob(owner.client, owner.id, key.jobId, sent())).rejects.toMatchObject({
      code: 'conflict',
    });
    await supabase.admin.from('jobs').delete().eq('id', other.id).throwOnError();
    expect(await retryJob(owner.client, owner.id, key.jobId, sent())).toMatchObject({ storyId: key.storyId });
  });
});

describe('a list of jobs', () => {
  test('is searched, narrowed and sorted, and every order has pages that miss nothing', async () => {
    const owner = await supabase.createGuest();
    const stranger = await supabase.createGuest();
    await startJob(stranger, 'A whale in a bathtub');
    const keys: Key[] = [];
    for (const prompt of [
      'A whale in a bathtub',
      '100% of a fox',
      'A WHALE on the moon',
      'A snail',
      'An owl',
    ]) {
      keys.push(await startJob(owner, prompt));
    }
    const [first] = keys;
    if (first) {
      await beginJob(supabase.admin, first);
      await failJob(supabase.admin, first, failure);
      await supabase.admin
        .from('jobs')
        .update({ started_at: '2026-11-22T00:00:00Z', finished_at: '2026-11-22T00:00:09Z' })
        .eq('id', first.jobId)
        .throwOnError();
    }
    const list = (more: object) => listJobViews(owner.client, { limit: 20, offset: 0, ...more });
    const prompts = async (more: object) => (await list(more)).jobs.map(({ prompt }) => prompt);
    expect(await prompts({ text: 'whale' })).toEqual(['A WHALE on the moon', 'A whale in a bathtub']);
    // Signs that mean something to a pattern are letters like any other.
    expect(await prompts({ text: '0%' })).toEqual(['100% of a fox']);
    expect(await prompts({ text: '_' })).toEqual([]);
    expect(await prompts({ status: 'failed' })).toEqual(['A whale in a bathtub']);
    expect(await prompts({ kind: 'mend' })).toEqual([]);
    expect(await prompts({ before: '2020-01-01T00:00:00Z' })).toEqual([]);
    expect((await list({ after: '2020-01-01T00:00:00Z' })).total).toBe(5);
    expect((await prompts({ sort: 'longest' }))[0]).toBe('A whale in a bathtub');
    expect((await list({ offset: 500 })).total).toBe(5);

    for (const sort of ['newest', 'oldest', 'longest'] as const) {
      const whole = (await list({ sort })).jobs.map(({ job_id }) => job_id);
      const walked: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({ sort, limit: 2, cursor });
        walked.push(...page.jobs.map(({ job_id }) => job_id));
        expect(page.total).toBe(5);
        cursor = page.next_cursor ?? undefined;
      } while (cursor);
      expect(walked).toEqual(whole);
    }
  });
});

describe('the workshop at a glance', () => {
  test('counts what is the caller’s own, tells why jobs failed, and what stages took here', async () => {
    const owner = await supabase.createGuest();
    const failed = await startJob(owner);
    await failJob(supabase.admin, failed, failure);
    await startJob(owner);
    const done = await startJob(owner);
    await beginJob(supabase.admin, done);
    await recordJobNews(supabase.admin, done.jobId, { type: 'story', key: 'story', stage: 'illustrating' });
    await completeJob(supabase.admin, done);
    const times = expectData(
      await owner.client.from('jobs').select('stage_times').eq('id', done.jobId).single(),
    ).stage_times;
    expect(Object.keys(times as object).sort()).toEqual(['done', 'illustrating', 'writing']);

    // What an earlier test read is remembered for a while.
    await measureStages(Date.now() + 60_000);
    const summary = await summarizeJobs(owner.client, null);
    expect(summary).toMatchObject({
      queue: { waiting: 1, running: 0 },
      completed: 1,
      failed: 1,
      cancelled: 0,
      failures: [{ code: 'disk_full', times: 1, last_job_id: failed.jobId }],
      dashboard_url: null,
    });
    expect(summary.installation?.waiting).toBeGreaterThan(1);
    expect(summary.stages.map(({ kind, stage }) => `${kind} ${stage}`)).toContain('story illustrating');
    const stranger = await supabase.createGuest();
    expect(await summarizeJobs(stranger.client, null)).toMatchObject({
      queue: { waiting: 0, running: 0 },
      failures: [],
    });
    expect((await stranger.client.rpc('measure_queue')).error).not.toBeNull();
  });
});
