import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { tellBuiltIn } from '@/lib/ai/writer/tell-built-in';
import { planCast } from '@/lib/making/character-picture';
import { createWriter, saveDraft } from '@/lib/making/write-story';
import { storyBriefSchema } from '@/lib/story/schema';
import { startTestSupabase, type TestSupabase } from '../support/local-supabase.ts';

/** Who gets a reference picture: nobody pays for one that no page is drawn from. */
let supabase: TestSupabase;
const key = { jobId: randomUUID(), storyId: randomUUID(), ownerId: '' };

beforeAll(async () => {
  supabase = await startTestSupabase();
  const { client, id } = await supabase.createGuest();
  key.ownerId = id;
  const { error } = await client.rpc('create_story_job', {
    p_job_id: key.jobId,
    p_story_id: key.storyId,
    p_brief: { ...storyBriefSchema.parse({ prompt: 'A fox called Nova and the moon' }), seed: 1 },
  });
  expect(error).toBeNull();
  const draft = await tellBuiltIn(await createWriter(supabase.admin, key, 'builtin/storyteller'));
  await saveDraft(supabase.admin, key, { draft, model: 'builtin/storyteller', gaveUp: [] });
});
afterAll(() => supabase.remove());
afterEach(() => vi.unstubAllEnvs());

async function planFor(list: string) {
  vi.stubEnv('OPENAI_API_KEY', 'sk-test');
  vi.stubEnv('HUGGINGFACE_API_TOKEN', 'hf_test');
  vi.stubEnv('IMAGE_MODEL', list);
  const { characters, candidates, isAwaited } = await planCast(supabase.admin, key);
  return { people: characters.length, candidates, isAwaited };
}

const WITHOUT = 'huggingface/black-forest-labs/FLUX.1-schnell';
const WITH = 'openai/gpt-image-1';

test('a first choice that takes no references buys none, whatever the next one takes', async () => {
  expect(await planFor(`${WITHOUT}, ${WITH}`)).toMatchObject({ people: 0, candidates: [] });
});

test('a first choice that takes them has everybody on a page drawn before, by those who take them', async () => {
  const plan = await planFor(`${WITH}, ${WITHOUT}`);
  expect(plan).toMatchObject({ candidates: [WITH], isAwaited: true });
  expect(plan.people).toBeGreaterThan(0);
});

test('the built-in illustrator draws everybody for the reader to see, and no page waits for it', async () => {
  const plan = await planFor('builtin/illustrator');
  expect(plan).toMatchObject({ candidates: ['builtin/illustrator'], isAwaited: false });
  expect(plan.people).toBeGreaterThan(0);
});
