import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeFunction } from '@/inngest/functions/write-story';
import type { StepTools } from '@/inngest/run-step';
import { writeAlongChain } from '@/inngest/write-along-chain';
import { type Studio, startStudio } from '@/lib/ai/writer/fixtures/obedient-studio';
import { writeOutline } from '@/lib/ai/writer/write-outline';
import { createWriter, planWriting, saveDraft } from '@/lib/making/write-story';
import { type StoryBriefInput, storyBriefSchema } from '@/lib/story/schema';
import { composeWriting } from '../providers/obedient-writer.ts';
import { readFixture } from '../providers/openai-server.ts';
import { expectData, startTestSupabase, type TestSupabase } from '../support/local-supabase.ts';

/** The writing of a story with the real database and ledger, and a model over real HTTP. Steps run here, without the queue. */
let supabase: TestSupabase;
let studio: Studio;
beforeAll(async () => {
  [supabase, studio] = await Promise.all([startTestSupabase(), startStudio()]);
});
afterAll(async () => {
  await studio.server.close();
  await supabase.remove();
});
beforeEach(() => {
  vi.stubEnv('STORY_MODEL', 'openai/gpt-5-mini, openai/gpt-4.1-mini');
  vi.stubEnv('OPENAI_API_KEY', 'sk-test');
  vi.stubEnv('OPENAI_BASE_URL', `${studio.server.origin}/v1`);
  studio.obey();
  studio.server.requests.length = 0;
  studio.server.billed.length = 0;
});
afterEach(() => vi.unstubAllEnvs());

async function startJob(more: Partial<StoryBriefInput> = {}) {
  const { client, id: ownerId } = await supabase.createGuest();
  const key = { jobId: randomUUID(), storyId: randomUUID(), ownerId };
  const brief = storyBriefSchema.parse({
    prompt: 'A fox wakes a lantern',
    sceneCount: 3,
    targetLength: 120,
    ...more,
  });
  const { error } = await client.rpc('create_story_job', {
    p_job_id: key.jobId,
    p_story_id: key.storyId,
    p_brief: { ...brief, seed: 1 },
  });
  expect(error).toBeNull();
  return { client, key };
}
type Key = Awaited<ReturnType<typeof startJob>>['key'];

/**
 * Steps as the queue runs them: each once for good, its result kept as JSON. After `crashAfter` the process dies before the
 * queue hears of the result: whoever waits for it waits for ever, and the next run begins that step again.
 */
function createQueue(crashAfter?: string) {
  const kept = new Map<string, unknown>();
  const crash = Promise.withResolvers<undefined>();
  let isCrashDue = crashAfter !== undefined;
  const run = async (id: string, work: () => Promise<unknown>) => {
    if (kept.has(id)) return kept.get(id);
    const result = JSON.parse(JSON.stringify((await work()) ?? null));
    if (id === crashAfter && isCrashDue) {
      isCrashDue = false;
      crash.resolve(undefined);
      return new Promise(() => {});
    }
    kept.set(id, result);
    return result;
  };
  return { step: { run } as unknown as StepTools, crash: crash.promise };
}

async function write(key: Key, crashAfter?: string) {
  const { step, crash } = createQueue(crashAfter);
  const candidates = await planWriting(supabase.admin, key);
  const once = () => writeAlongChain(step, candidates, (id) => createWriter(supabase.admin, key, id));
  const written = (await Promise.race([once(), crash])) ?? (await once());
  await saveDraft(supabase.admin, key, written);
  return written;
}

/** The whole durable function, from the plan to the saved rows. */
function runFunction(key: Key): Promise<unknown> {
  const { step } = createQueue();
  const { fn } = writeFunction as unknown as { fn: (input: object) => Promise<unknown> };
  return fn({ event: { data: key }, step });
}

async function readCalls(key: Key) {
  const calls = expectData(
    await supabase.admin.from('model_calls').select('*').eq('job_id', key.jobId).order('created_at'),
  );
  return calls.map(({ step, status, model, units, cost_micros }) => ({
    step,
    status,
    model,
    units,
    cost_micros,
  }));
}

async function readStory({ client, key }: Awaited<ReturnType<typeof startJob>>) {
  const story = expectData(
    await client
      .from('stories')
      .select('title, text_model, reading, scenes(text)')
      .eq('id', key.storyId)
      .single(),
  );
  const job = expectData(await client.from('jobs').select('warnings').eq('id', key.jobId).single());
  return { story, warnings: job.warnings as { code: string; message: string }[] };
}

test('every call of a story is in the ledger with exactly what the service billed', async () => {
  const job = await startJob();
  studio.obey({ finds: [{ criterion: 'sound', score: 2, pages: [2] }] });
  await write(job.key);
  const calls = await readCalls(job.key);
  expect(calls.map(({ step, status }) => [step, status])).toEqual(
    ['outline', 'draft', 'critique', 'revision'].map((step) => [step, 'settled']),
  );
  expect(calls.map(({ units }) => units)).toEqual(studio.server.billed.map(({ units }) => units));
  expect(calls.every(({ cost_micros }) => cost_micros > 0)).toBe(true);
  const { story, warnings } = await readStory(job);
  expect(story.text_model).toBe('openai/gpt-5-mini');
  expect(story.scenes).toHaveLength(3);
  expect(story.reading).toMatchObject({ words: 120 });
  expect(warnings).toEqual([]);
  expect(JSON.stringify(story)).not.toContain('SECRET-NOTE');
  const events = expectData(
    await supabase.admin.from('job_events').select('key').eq('job_id', job.key.jobId).order('id'),
  );
  expect(events.map(({ key }) => key).filter((key) => key.startsWith('writing:'))).toEqual([
    'writing:outline',
    'writing:draft',
    'writing:critique',
  ]);
});

describe('a crash after', () => {
  test.each(['outline', 'draft', 'critique', 'revision'])('the %s does not buy it again', async (stage) => {
    const job = await startJob();
    studio.obey({ finds: [{ criterion: 'sound', score: 2, pages: [2] }] });
    await write(job.key, stage);
    expect(studio.stagesAsked()).toEqual(['outline', 'picture_book', 'critique', 'revision']);
    expect(await readCalls(job.key)).toHaveLength(4);
  });

  test('a bad answer neither: the repeated step goes on with its repair', async () => {
    const { key } = await startJob();
    studio.obey({}, (_, nth) => (nth === 1 ? 'Once upon a time.' : undefined));
    const ask = async () => writeOutline(await createWriter(supabase.admin, key, 'openai/gpt-5-mini'));
    const first = await ask();
    expect(await ask()).toEqual(first);
    expect((await readCalls(key)).map(({ step }) => step)).toEqual(['outline', 'outline:repair']);
    expect(studio.server.requests).toHaveLength(2);
  });

  test('a page of a long story buys none of its pages again', async () => {
    const job = await startJob({ sceneCount: 4, targetLength: 1_400, ageGroup: '9-12' });
    await write(job.key, 'chapter-3');
    expect(studio.stagesAsked()).toEqual(['outline', 'chapter', 'chapter', 'chapter', 'chapter', 'critique']);
    const { story } = await readStory(job);
    expect((story.reading as { words: number }).words).toBeGreaterThan(1_190);
  });
});

describe('a page that no child may hear', () => {
  const HARMFUL = 'Then he wanted to kill himself.';
  /** So many tellings of page 2, of the draft and what is written again, hold it. */
  function harm(tellings: number, finds = {}) {
    let told = 0;
    studio.obey(finds, (asked) => {
      if (asked.stage !== 'picture_book' && asked.stage !== 'revision') return undefined;
      told++;
      const answer = composeWriting(asked) as { scenes?: { text: string }[]; pages?: { text: string }[] };
      const page = asked.stage === 'revision' ? answer.pages?.[0] : answer.scenes?.[1];
      if (page && told <= tellings) page.text += ` ${HARMFUL}`;
      return answer;
    });
  }
  const decisionsOf = async (key: Key) => {
    const rows = expectData(
      await supabase.admin
        .from('guard_decisions')
        .select('action, rule, place, door')
        .eq('story_id', key.storyId),
    );
    return rows.map(({ action, rule, place, door }) => `${action} ${rule} ${place} ${door}`).toSorted();
  };
  beforeEach(() => {
    vi.stubEnv('SUPABASE_URL', supabase.url);
    vi.stubEnv('SUPABASE_PUBLISHABLE_KEY', supabase.secrets.publishableKey);
    vi.stubEnv('SUPABASE_SECRET_KEY', supabase.secrets.secretKey);
  });

  test.each([
    ['once', 1, ['revision'], false],
    ['twice', 2, ['revision', 'revision:2'], false],
    ['always', 9, ['revision', 'revision:2'], true],
  ] as const)(
    'is written again, twice at most, and then softened by rule: %s',
    async (_, tellings, repairs, isSoftened) => {
      const job = await startJob();
      harm(tellings);
      await runFunction(job.key);
      const calls = await readCalls(job.key);
      expect(calls.map(({ step, status }) => `${step} ${status}`)).toEqual(
        ['outline', 'draft', 'critique', ...repairs].map((step) => `${step} settled`),
      );
      expect(calls.map(({ units }) => units)).toEqual(studio.server.billed.map(({ units }) => units));
      const { story, warnings } = await readStory(job);
      expect(story.scenes).toHaveLength(3);
      expect(JSON.stringify(story)).not.toContain('kill');
      expect(warnings).toEqual([]);
      expect(await decisionsOf(job.key)).toEqual([
        'repair_asked self_harm page step critique',
        ...repairs.slice(1).map(() => 'repair_asked self_harm page step revision'),
        ...(isSoftened ? ['softened self_harm page step save'] : []),
      ]);
    },
  );

  test.each(['critique', 'revision', 'revision-2'])(
    'is not bought again after a crash behind the %s',
    async (stage) => {
      const job = await startJob();
      harm(9);
      await write(job.key, stage);
      expect(studio.stagesAsked()).toEqual(['outline', 'picture_book', 'critique', 'revision', 'revision']);
      expect((await readCalls(job.key)).map(({ step }) => step)).toEqual([
        'outline',
        'draft',
        'critique',
        'revision',
        'revision:2',
      ]);
      expect(JSON.stringify((await readStory(job)).story)).not.toContain('kill');
    },
  );

  test('in a given text ends the job before anything of it is kept, in kind words and none of its own', async () => {
    const job = await startJob();
    const fear = 'They were terrified and screamed in horror at the creepy monsters. ';
    const sourceText = `${fear.repeat(8)}`;
    const brief = storyBriefSchema.parse({ prompt: 'A text', sourceText, sceneCount: 1, seed: 1 });
    expectData(await supabase.admin.from('stories').update({ brief }).eq('id', job.key.storyId).select('id'));
    const failure = await runFunction(job.key).catch((error: unknown) => error as Error);
    expect(failure).toMatchObject({ name: 'guardrail_violation' });
    expect(String((failure as Error).message)).not.toMatch(/terrified|screamed|monster/);
    const { story } = await readStory(job);
    expect(story.scenes).toEqual([]);
    expect(story.text_model).toBeNull();
    expect(await decisionsOf(job.key)).toEqual(['failed tone story step save']);
  });
});

test('a model that cannot do it is followed by the next, the job says so, and what it cost is counted', async () => {
  const job = await startJob();
  studio.obey({}, ({ stage }, nth) => (stage === 'picture_book' && nth <= 2 ? 'A story!' : undefined));
  await write(job.key);
  const { story, warnings } = await readStory(job);
  expect(story.text_model).toBe('openai/gpt-4.1-mini');
  expect(warnings).toEqual([
    {
      code: 'provider_bad_output',
      message: expect.stringMatching(
        /^The story was written by OpenAI gpt-4.1-mini, because OpenAI gpt-5-mini failed: /,
      ),
    },
  ]);
  expect((await readCalls(job.key)).map(({ step, model }) => [step, model])).toEqual([
    ['outline', 'gpt-5-mini'],
    ['draft', 'gpt-5-mini'],
    ['draft:repair', 'gpt-5-mini'],
    ['outline', 'gpt-4.1-mini'],
    ['draft', 'gpt-4.1-mini'],
    ['critique', 'gpt-4.1-mini'],
  ]);
});

test('a story whose editor is out of order is kept, and the job says that nobody read it over', async () => {
  const job = await startJob();
  studio.obey({}, ({ stage }) =>
    stage === 'critique' ? { status: 400, body: readFixture('error-content-policy.json') } : undefined,
  );
  await write(job.key);
  const { story, warnings } = await readStory(job);
  expect(story.scenes).toHaveLength(3);
  expect(warnings).toEqual([
    {
      code: expect.stringMatching(/^provider_(refused|rejected)$/),
      message: expect.stringContaining('not read over'),
    },
  ]);
});

test('what a brief may cost stops the writing before the call that would pass it', async () => {
  const { key } = await startJob({ maxCostMicros: 1 });
  await expect(write(key)).rejects.toMatchObject({ name: 'spend_cap_reached' });
  expect(studio.server.requests).toHaveLength(0);
});

test('a story whose editor would cost too much is saved, and its job stops there', async () => {
  vi.stubEnv('SUPABASE_URL', supabase.url);
  vi.stubEnv('SUPABASE_PUBLISHABLE_KEY', supabase.secrets.publishableKey);
  vi.stubEnv('SUPABASE_SECRET_KEY', supabase.secrets.secretKey);
  const before = await startJob();
  await write(before.key);
  const [outline, draft, critique] = expectData(
    await supabase.admin
      .from('model_calls')
      .select('reserved_micros, cost_micros')
      .eq('job_id', before.key.jobId)
      .order('created_at'),
  );
  if (!outline || !draft || !critique) throw new Error('three calls were expected');
  const spent = outline.cost_micros + draft.cost_micros;
  // Enough for the plan and the telling, not for the editor.
  const job = await startJob({ maxCostMicros: spent + critique.reserved_micros - 1 });
  await expect(runFunction(job.key)).rejects.toMatchObject({ name: 'spend_cap_reached' });
  const { story } = await readStory(job);
  expect(story.scenes).toHaveLength(3);
  expect((await readCalls(job.key)).map(({ step: name }) => name)).toEqual(['outline', 'draft']);
});

test('a brief may choose its writers', async () => {
  const job = await startJob({ models: { text: 'openai/gpt-4.1-nano' } });
  await write(job.key);
  expect((await readStory(job)).story.text_model).toBe('openai/gpt-4.1-nano');
  expect(new Set(studio.server.requests.map(({ body }) => body.model))).toEqual(new Set(['gpt-4.1-nano']));
});

test('the built-in storyteller’s call is in the ledger too, at no cost', async () => {
  vi.stubEnv('STORY_MODEL', '');
  const job = await startJob();
  await write(job.key, 'draft');
  expect(await readCalls(job.key)).toMatchObject([
    { step: 'draft', status: 'settled', model: 'storyteller', cost_micros: 0 },
  ]);
});
