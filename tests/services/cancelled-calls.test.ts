import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
  vi,
} from 'vitest';
import { tellBuiltIn } from '@/lib/ai/writer/tell-built-in';
import { writeOutline } from '@/lib/ai/writer/write-outline';
import { drawCharacter } from '@/lib/making/character-picture';
import { drawScene } from '@/lib/making/draw-scene';
import { narrateScene } from '@/lib/making/narrate-scene';
import { createWriter, saveDraft } from '@/lib/making/write-story';
import { storyBriefSchema } from '@/lib/story/schema';
import { type ProviderServer, startProviderServer } from '../providers/provider-server.ts';
import { expectData, startTestSupabase, type TestSupabase } from '../support/local-supabase.ts';

/** A service that takes a question and keeps quiet, and somebody who has changed their mind meanwhile. */
let supabase: TestSupabase;
let service: ProviderServer;
let client: TestSupabase['admin'];
let key: { jobId: string; storyId: string; ownerId: string };

beforeAll(async () => {
  [supabase, service] = await Promise.all([startTestSupabase(), startProviderServer()]);
  service.answerOthers(() => ({ neverAnswers: true, body: '' }));
});
afterAll(async () => {
  await Promise.all([supabase.remove(), service.close()]);
});
afterEach(() => vi.unstubAllEnvs());
beforeEach(async () => {
  for (const [name, value] of Object.entries({
    SUPABASE_URL: supabase.url,
    SUPABASE_PUBLISHABLE_KEY: supabase.secrets.publishableKey,
    SUPABASE_SECRET_KEY: supabase.secrets.secretKey,
    STORYLOOM_DATA_DIR: supabase.dataDir,
    OPENAI_API_KEY: 'sk-test',
    OPENAI_BASE_URL: `${service.origin}/v1`,
    SPEND_CAP_STORY_USD: 'none',
    SPEND_CAP_USER_DAY_USD: 'none',
    SPEND_CAP_INSTALLATION_DAY_USD: 'none',
  })) {
    vi.stubEnv(name, value);
  }
  service.requests.length = 0;
  const guest = await supabase.createGuest();
  client = guest.client;
  key = { jobId: randomUUID(), storyId: randomUUID(), ownerId: guest.id };
  expectData(
    await client.rpc('create_story_job', {
      p_job_id: key.jobId,
      p_story_id: key.storyId,
      p_brief: { ...storyBriefSchema.parse({ prompt: 'A fox called Nova and the moon' }), seed: 1 },
    }),
  );
  const draft = await tellBuiltIn(await createWriter(supabase.admin, key, 'builtin/storyteller'));
  await saveDraft(supabase.admin, key, { draft, model: 'builtin/storyteller', gaveUp: [] });
});

async function firstCharacter(): Promise<string> {
  const rows = expectData(await client.from('characters').select('slug').eq('story_id', key.storyId));
  return rows[0]?.slug ?? '';
}

const STEPS: [string, string, () => Promise<unknown>][] = [
  [
    'a text',
    'outline',
    async () => writeOutline(await createWriter(supabase.admin, key, 'openai/gpt-5-mini')),
  ],
  ['a picture', 'picture:1', () => drawScene(supabase.admin, key, 0, { modelId: 'openai/gpt-image-1' })],
  [
    'a voice',
    'narration:1',
    () => narrateScene(supabase.admin, key, 0, { modelId: 'openai/gpt-4o-mini-tts' }),
  ],
  [
    'a character’s picture',
    'character',
    async () => drawCharacter(supabase.admin, key, await firstCharacter(), { modelId: 'openai/gpt-image-1' }),
  ],
];

describe('a job that is cancelled while a service works on', () => {
  test.each(STEPS)(
    '%s lets go of it, and what it may have billed counts',
    async (_, name, run) => {
      const failure = run().then(
        () => undefined,
        (error: unknown) => error,
      );
      await expect.poll(() => service.requests.length, { timeout: 20_000 }).toBe(1);
      expect(expectData(await client.rpc('cancel_job', { p_job_id: key.jobId }))).toBe('cancelled');

      expect(await failure).toMatchObject({ code: 'job_cancelled' });
      await expect.poll(() => service.requests[0]?.endedMs, { timeout: 2_000 }).toBeDefined();
      const calls = expectData(
        await supabase.admin.from('model_calls').select().eq('job_id', key.jobId).eq('provider', 'openai'),
      );
      expect(calls).toHaveLength(1);
      expect(calls[0]).toMatchObject({ status: 'lost', error_code: 'job_cancelled' });
      expect(calls[0]?.step).toMatch(new RegExp(`^${name}`));
      expect(calls[0]?.reserved_micros).toBeGreaterThan(0);
      const job = expectData(await client.from('jobs').select('status').eq('id', key.jobId).single());
      expect(job.status).toBe('cancelled');
      const circuits = expectData(await supabase.admin.from('provider_circuits').select('*'));
      expect(circuits.filter(({ failures }) => failures > 0)).toEqual([]);
    },
    30_000,
  );

  test('a cancel and a call that is being reserved do not lock each other out', async () => {
    const sql = postgres(supabase.databaseUrl, { max: 2, onnotice: () => undefined });
    onTestFinished(() => sql.end());
    const reserving = await sql.reserve();
    // As reserve_model_call does it: the story first …
    await reserving`begin`;
    await reserving`select 1 from public.stories where id = ${key.storyId} for share`;
    const cancelled = client.rpc('cancel_job', { p_job_id: key.jobId }).then(expectData);
    await expect
      .poll(async () => {
        const [row] = await sql`
          select count(*)::int as waiting from pg_stat_activity
          where wait_event_type = 'Lock' and query like '%cancel_job%'`;
        return row?.waiting;
      })
      .toBe(1);
    // … then the job that its row refers to.
    await reserving`select 1 from public.jobs where id = ${key.jobId} for key share`;
    await reserving`commit`;
    reserving.release();
    expect(await cancelled).toBe('cancelled');
  }, 30_000);
});
