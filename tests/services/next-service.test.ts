import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { makeEachScene } from '@/inngest/make-each-scene';
import type { StepTools } from '@/inngest/run-step';
import { tellBuiltIn } from '@/lib/ai/writer/tell-built-in';
import { drawScene } from '@/lib/making/draw-scene';
import { narrateScene } from '@/lib/making/narrate-scene';
import { createWriter, saveDraft } from '@/lib/making/write-story';
import { storyBriefSchema } from '@/lib/story/schema';
import { paintPicture, speakTone } from '../providers/compose-media.ts';
import { type ProviderServer, startProviderServer } from '../providers/provider-server.ts';
import { expectData, startTestSupabase, type TestSupabase } from '../support/local-supabase.ts';

/** Two pages whose first service says no for good: a job says who made them instead, and why. */
const NO = { status: 400, body: '{"error":{"message":"no","code":"moderation_blocked"}}' };
const step = {
  run: async (_: string, work: () => Promise<unknown>) => JSON.parse(JSON.stringify(await work())),
} as unknown as StepTools;

let supabase: TestSupabase;
let first: ProviderServer;
let second: ProviderServer;
let key: { jobId: string; storyId: string; ownerId: string };

beforeAll(async () => {
  [supabase, first, second] = await Promise.all([
    startTestSupabase(),
    startProviderServer(),
    startProviderServer(),
  ]);
  first.answerOthers(() => NO);
});
afterAll(async () => {
  await Promise.all([supabase.remove(), first.close(), second.close()]);
});
afterEach(() => vi.unstubAllEnvs());
beforeEach(async () => {
  for (const [name, value] of Object.entries({
    SUPABASE_URL: supabase.url,
    SUPABASE_PUBLISHABLE_KEY: supabase.secrets.publishableKey,
    SUPABASE_SECRET_KEY: supabase.secrets.secretKey,
    STORYLOOM_DATA_DIR: supabase.dataDir,
    OPENAI_API_KEY: 'sk-test-not-a-secret-4711',
    OPENAI_BASE_URL: `${first.origin}/v1`,
    COMPATIBLE_BASE_URL: `${second.origin}/v1`,
    IMAGE_MODEL: 'openai/gpt-image-1, compatible/painter',
    SPEECH_MODEL: 'openai/gpt-4o-mini-tts, compatible/speaker',
    MODEL_CACHE: 'none',
  })) {
    vi.stubEnv(name, value);
  }
  second.route('POST /v1/images/generations', async ({ body }) => {
    const picture = Buffer.from(await paintPicture(String(body.size ?? '1024x1024')));
    return { body: JSON.stringify({ created: 1, data: [{ b64_json: picture.toString('base64') }] }) };
  });
  second.route('POST /v1/audio/speech', ({ body }) => ({
    headers: { 'content-type': 'audio/wav' },
    body: speakTone(String(body.input)),
  }));
  const { client, id: ownerId } = await supabase.createGuest();
  key = { jobId: randomUUID(), storyId: randomUUID(), ownerId };
  const brief = storyBriefSchema.parse({ prompt: 'A fox called Nova and the moon', sceneCount: 2 });
  expectData(
    await client.rpc('create_story_job', {
      p_job_id: key.jobId,
      p_story_id: key.storyId,
      p_brief: { ...brief, seed: 1 },
    }),
  );
  const draft = await tellBuiltIn(await createWriter(supabase.admin, key, 'builtin/storyteller'));
  await saveDraft(supabase.admin, key, { draft, model: 'builtin/storyteller', gaveUp: [] });
});

async function readWarnings() {
  const { warnings } = expectData(
    await supabase.admin.from('jobs').select('warnings').eq('id', key.jobId).single(),
  );
  return (warnings as { code: string; message: string; scene?: number }[]).toSorted(
    (one, other) => (one.scene ?? -1) - (other.scene ?? -1),
  );
}

test.each([
  ['picture', drawScene, /^The picture was drawn by painter at .*, because OpenAI gpt-image-1 failed: /],
  ['narration', narrateScene, /^The page is read by speaker at .*, because OpenAI gpt-4o-mini-tts failed: /],
] as const)(
  'a %s by the next service is told once for each page, with the reason',
  async (part, make, words) => {
    expect(await makeEachScene(step, key, part, make)).toEqual({ made: 2, standIns: 0 });
    const told = [0, 1].map((scene) => ({
      scene,
      part,
      code: 'provider_refused',
      message: expect.stringMatching(words),
    }));
    expect(await readWarnings()).toEqual(told);
    // As the queue does after a crash.
    await makeEachScene(step, key, part, make);
    expect(await readWarnings()).toEqual(told);
  },
);

test('a picture whose words break a rule is asked of no service: the page gets ours, and keeps the reason', async () => {
  const scenes = await supabase.admin
    .from('scenes')
    .update({ summary: 'The children drink vodka and snort cocaine.' })
    .eq('story_id', key.storyId)
    .eq('position', 0)
    .select('id');
  for (const service of [first, second]) service.requests.length = 0;
  expect(await makeEachScene(step, key, 'picture', drawScene)).toEqual({ made: 2, standIns: 1 });
  const sent = [...first.requests, ...second.requests].map(({ body }) => JSON.stringify(body)).join();
  expect(sent).not.toMatch(/vodka|cocaine/);
  const failure = {
    code: 'guardrail_violation',
    message: expect.stringMatching(
      /^The picture was drawn by the built-in illustrator, because nothing was sent to OpenAI gpt-image-1: /,
    ),
  };
  expect((await readWarnings())[0]).toEqual({ scene: 0, part: 'picture', ...failure });
  const [page] = expectData(scenes);
  const kept = await supabase.admin
    .from('scenes')
    .select('failures, picture_asset_id')
    .eq('id', page?.id ?? '')
    .single();
  expect(kept.data).toEqual({ failures: { picture: failure }, picture_asset_id: expect.any(String) });
  const noted = await supabase.admin
    .from('guard_decisions')
    .select('owner_id, action, rule, place, door, story_id, job_id')
    .eq('job_id', key.jobId)
    .eq('place', 'picture');
  expect(noted.data).toEqual([
    {
      owner_id: key.ownerId,
      action: 'refused',
      rule: 'drugs',
      place: 'picture',
      door: 'step picture',
      story_id: key.storyId,
      job_id: key.jobId,
    },
  ]);
});

test('the stand-in says why each of the others did not', async () => {
  second.route('POST /v1/images/generations', () => ({ status: 401, body: '{"error":{"message":"key"}}' }));
  expect(await makeEachScene(step, key, 'picture', drawScene)).toEqual({ made: 2, standIns: 2 });
  const [one] = await readWarnings();
  expect(one).toMatchObject({ scene: 0, code: 'provider_refused' });
  expect(one?.message).toMatch(
    /^The picture was drawn by the built-in illustrator, because OpenAI gpt-image-1 failed: .*\. painter at .* failed too: .*key\.$/,
  );
  expect(one?.message).not.toContain('4711');
});
