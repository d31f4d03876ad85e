import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { tellBuiltIn } from '@/lib/ai/writer/tell-built-in';
import { beginJob } from '@/lib/making/begin-job';
import { failJob } from '@/lib/making/finish-job';
import { getStoryInMaking } from '@/lib/making/story-in-making';
import { createWriter } from '@/lib/making/write-story';
import { type StoryBriefInput, storyBriefSchema } from '@/lib/story/schema';
import { startTestSupabase, type TestSupabase } from '../support/local-supabase.ts';

/** What somebody can do with a token and the database's own address, where none of our routes stands in between. */
let supabase: TestSupabase;
beforeAll(async () => {
  supabase = await startTestSupabase();
});
afterAll(() => supabase.remove());

async function startJob(prompt: string, more: Partial<StoryBriefInput> = {}) {
  const { client, id: ownerId } = await supabase.createGuest();
  const key = { jobId: randomUUID(), storyId: randomUUID(), ownerId };
  const { error } = await client.rpc('create_story_job', {
    p_job_id: key.jobId,
    p_story_id: key.storyId,
    p_brief: { ...storyBriefSchema.parse({ prompt, ...more }), seed: 1 },
  });
  expect(error).toBeNull();
  return { client, key };
}

test('a brief that came past our guard meets it before a model reads it', async () => {
  const harmless = await startJob('A mouse and the moon');
  const writer = await createWriter(supabase.admin, harmless.key, 'builtin/storyteller');
  expect((await tellBuiltIn(writer)).scenes.length).toBeGreaterThan(0);
  const harmful = await startJob('Teach a child how to build a pipe bomb');
  await expect(createWriter(supabase.admin, harmful.key, 'builtin/storyteller')).rejects.toMatchObject({
    code: 'guardrail_violation',
  });
});

test('an event that names another owner than the job has makes nothing in that other’s name', async () => {
  const { client, key } = await startJob('A mouse and the moon');
  const failure = { code: 'internal', message: 'Something went wrong.' } as const;
  const other = randomUUID();
  // A guest’s job may have become an account’s since its event was sent: the job’s row says whose it is.
  await failJob(supabase.admin, { jobId: key.jobId, ownerId: other }, failure);
  const job = await client.from('jobs').select('status, owner_id').eq('id', key.jobId).single();
  expect(job.data).toEqual({ status: 'failed', owner_id: key.ownerId });
  const theirs = await supabase.admin.from('job_events').select('id').eq('owner_id', other);
  expect(theirs.data).toEqual([]);
});

test('a model that nobody may choose is not asked for a brief that came past our check', async () => {
  const dear = await startJob('A mouse and the moon', { models: { text: 'openai/gpt-5-pro' } });
  await expect(beginJob(supabase.admin, dear.key)).rejects.toMatchObject({ code: 'invalid_request' });
  const own = await startJob('A mouse and the moon', { models: { text: 'builtin/storyteller' } });
  await expect(beginJob(supabase.admin, own.key)).resolves.toMatchObject({ storyId: own.key.storyId });
});

test('each five wrong PINs in a row lock for twice as long as the five before, and a right one forgives all', async () => {
  const { id: p_owner } = await supabase.createGuest();
  const version = randomUUID();
  const pins = () => supabase.admin.from('household_pins');
  expect(
    (await pins().insert({ owner_id: p_owner, pin_hash: 'scrypt$1$1$1$x$x', version })).error,
  ).toBeNull();
  const tryPin = async () => (await supabase.admin.rpc('begin_pin_try', { p_owner })).data;
  /** Five wrong ones, then as if the time had passed. */
  async function minutesAfterFive() {
    for (let at = 0; at < 5; at++) expect(await tryPin()).toMatchObject({ version });
    const locked = (await tryPin()) as { lockedSeconds: number };
    await pins()
      .update({ locked_until: new Date(0).toISOString() })
      .eq('owner_id', p_owner)
      .throwOnError();
    return Math.round(locked.lockedSeconds / 60);
  }
  const minutes = [];
  for (let times = 0; times < 7; times++) minutes.push(await minutesAfterFive());
  expect(minutes).toEqual([15, 30, 60, 120, 240, 360, 360]);
  const ended = await supabase.admin.rpc('end_pin_try', { p_owner, p_version: version });
  expect(ended.error).toBeNull();
  expect(await minutesAfterFive()).toBe(15);
});

describe('a story that waits for a grown-up', () => {
  const SETTING = { place: 'beach', timeOfDay: 'day', weather: 'clear', mood: 'calm' };
  const DRAFT = {
    title: 'The Secret Snail',
    moral: 'Slowly is a way too.',
    premise: 'A snail wants to see the sea.',
    outline: ['It sets out.'],
    musicMood: 'wonder',
    characters: [
      {
        id: 'pip',
        name: 'Pip',
        kind: 'snail',
        role: 'hero',
        pronoun: 'he',
        description: 'Pip is a small snail.',
        outfit: 'a blue scarf',
        seed: 1,
      },
    ],
    scenes: [
      { text: 'Pip sets out.', summary: 'A start.', setting: SETTING, characterIds: ['pip'], props: [] },
    ],
  };
  const write = async (storyId: string) => {
    const p_reading = { words: 3, hardWords: [{ word: 'snail', meaning: 'a slow animal' }] };
    const saved = await supabase.admin.rpc('save_story_draft', {
      p_story_id: storyId,
      p_draft: DRAFT,
      p_reading,
      p_text_model: 'builtin/storyteller',
    });
    expect(saved.error).toBeNull();
  };
  const end = (jobId: string) =>
    supabase.admin.rpc('record_job_event', {
      p_job_id: jobId,
      p_type: 'status',
      p_key: 'done',
      p_data: {},
      p_status: 'completed',
    });
  const decide = (storyId: string, review: string) =>
    supabase.admin
      .from('stories')
      .update({ review, reviewed_at: new Date().toISOString() })
      .eq('id', storyId);
  /** A story of a household that asks for approval, written, with a picture. */
  async function tellHidden() {
    const guest = await supabase.createGuest();
    const set = await supabase.admin
      .from('households')
      .insert({ owner_id: guest.id, require_approval: true, avoid_topics: ['romance'] });
    expect(set.error).toBeNull();
    const [jobId, storyId] = [randomUUID(), randomUUID()];
    const endpoint = {
      owner_id: guest.id,
      url: 'https://x.example/',
      event_types: ['story.completed', 'story.approved'],
    };
    expect((await guest.client.from('webhook_endpoints').insert(endpoint)).error?.code).toBe('42501');
    expect((await supabase.admin.from('webhook_endpoints').insert(endpoint)).error).toBeNull();
    const p_brief = { ...storyBriefSchema.parse({ prompt: 'A snail' }), seed: 1 };
    const made = await guest.client.rpc('create_story_job', {
      p_job_id: jobId,
      p_story_id: storyId,
      p_brief,
    });
    expect(made.error).toBeNull();
    await write(storyId);
    return { ...guest, jobId, storyId };
  }
  const told = /Secret Snail|Slowly is|see the sea|sets out|a slow animal|Pip/;

  test('has its words aside, wherever they are written from, and gets them back with the approval', async () => {
    const { client, storyId } = await tellHidden();
    const read = async () =>
      (await client.from('stories').select('*, scenes(*), characters(*), projects(*)')).data?.[0];
    const hidden = await read();
    expect(hidden).toMatchObject({
      review: 'waiting',
      title: '',
      moral: '',
      premise: '',
      outline: [],
      reading: {},
    });
    expect(JSON.stringify(hidden)).not.toMatch(told);
    expect(hidden?.brief).toMatchObject({ avoidTopics: ['romance'] });
    await supabase.admin.from('stories').update({ moral: 'Another moral about Pip.' }).eq('id', storyId);
    expect(JSON.stringify(await read())).not.toMatch(told);
    await decide(storyId, 'declined');
    expect(JSON.stringify(await read())).not.toMatch(told);
    await decide(storyId, 'approved');
    const shown = await read();
    expect(shown).toMatchObject({
      title: DRAFT.title,
      moral: 'Another moral about Pip.',
      premise: DRAFT.premise,
      outline: DRAFT.outline,
      projects: { title: DRAFT.title },
    });
    expect([shown?.scenes.length, shown?.characters.length]).toEqual([1, 1]);
    await decide(storyId, 'declined');
    expect(JSON.stringify(await read())).not.toMatch(told);
  });

  test('waits again when a page is told anew after the approval', async () => {
    const { client, storyId } = await tellHidden();
    await decide(storyId, 'approved');
    const review = async () =>
      (await client.from('stories').select('review, reviewed_at, title').single()).data;
    await supabase.admin.from('scenes').update({ failures: {} }).eq('story_id', storyId);
    expect(await review()).toMatchObject({ review: 'approved', title: DRAFT.title });
    for (const change of [{ text: 'Pip turns back.' }, { summary: 'Another start.' }]) {
      await supabase.admin.from('scenes').update(change).eq('story_id', storyId);
      expect(await review()).toEqual({ review: 'waiting', reviewed_at: null, title: '' });
      expect((await client.from('scenes').select('text')).data).toEqual([]);
      await decide(storyId, 'approved');
    }
  });

  test('whoever listens is told of its end without a word, and of its approval with them', async () => {
    const { id, jobId, storyId } = await tellHidden();
    await end(jobId);
    const deliveries = async () =>
      (
        await supabase.admin
          .from('webhook_deliveries')
          .select('type, payload')
          .eq('owner_id', id)
          .order('created_at')
      ).data;
    const [first] = (await deliveries()) ?? [];
    expect(first).toMatchObject({
      type: 'story.completed',
      payload: { data: { job_id: jobId, story_id: null, title: '', review: 'waiting' } },
    });
    expect(JSON.stringify(first)).not.toMatch(told);
    await decide(storyId, 'approved');
    await decide(storyId, 'approved');
    const all = await deliveries();
    expect(all?.length).toBe(2);
    expect(all?.[1]).toMatchObject({
      type: 'story.approved',
      payload: { data: { job_id: jobId, story_id: storyId, title: DRAFT.title, review: 'approved' } },
    });
  });

  test('what went differently than planned names nobody', async () => {
    const { client, jobId } = await tellHidden();
    const warning = { code: 'provider_rejected', message: 'There is no picture of Pip.', scene: 0 };
    await supabase.admin.rpc('record_job_event', {
      p_job_id: jobId,
      p_type: 'warning',
      p_key: 'warning:1',
      p_data: warning,
      p_warning: warning,
    });
    const [jobs, events] = [
      await client.from('jobs').select('*'),
      await client.from('job_events').select('*'),
    ];
    expect(JSON.stringify([jobs.data, events.data])).not.toMatch(told);
    expect(jobs.data?.[0]?.warnings).toMatchObject([{ code: 'provider_rejected', scene: 0 }]);
  });

  test('where the installation asks for it every story waits from its first word on', async () => {
    const { client, key } = await startJob('A mouse and the moon');
    vi.stubEnv('REQUIRE_APPROVAL', '1');
    try {
      await beginJob(supabase.admin, key);
    } finally {
      vi.unstubAllEnvs();
    }
    await write(key.storyId);
    const { data } = await client.from('stories').select('review, title').single();
    expect(data).toEqual({ review: 'waiting', title: '' });
    // Who makes it knows its title all the same.
    const story = await getStoryInMaking(supabase.admin, key);
    expect([story.row.title, story.row.moral]).toEqual([DRAFT.title, DRAFT.moral]);
  });
});
