import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { auditLedger, readCalls } from '../providers/audit-ledger.ts';
import { createBillPrices } from '../providers/bill-prices.ts';
import { readAskedSchema } from '../providers/compose-answer.ts';
import { type StoryStudio, startStoryStudio } from '../providers/story-studio.ts';
import { type Client, createGuest, SMALL_STORY } from '../support/client.ts';
import { type RunningApp, startApp } from '../support/start-app.ts';

/**
 * Whole stories by models that bill and fail: the real SDKs over real HTTP against a service that keeps its own list of what
 * it did. The small sister of `npm run bench:pipeline`.
 */
const SCENES = 3;
const AT_ONCE = { textMs: 5, pictureMs: 20, speechMs: 10 };
const STORY = { ...SMALL_STORY, num_illustrations: SCENES, generate_film: false };
const MINUTES = 60_000;

let first: StoryStudio;
let second: StoryStudio;
let app: RunningApp;
/** Who asked for the latest story. */
let client: Client;
const price = createBillPrices();

beforeAll(async () => {
  [first, second] = await Promise.all([startStoryStudio(SCENES, AT_ONCE), startStoryStudio(SCENES, AT_ONCE)]);
  app = await startApp({
    OPENAI_API_KEY: 'sk-test-not-a-secret-4711',
    OPENAI_BASE_URL: first.baseUrl,
    COMPATIBLE_BASE_URL: second.baseUrl,
    STORY_MODEL: 'openai/gpt-5-mini, compatible/writer',
    IMAGE_MODEL: 'openai/gpt-image-1, compatible/painter',
    SPEECH_MODEL: 'openai/gpt-4o-mini-tts',
    MODEL_TIMEOUTS: 'text=5, picture=5, speech=5',
    INNGEST_RETRY_BASE_MS: '20',
    SPEND_CAP_STORY_USD: 'none',
    SPEND_CAP_USER_DAY_USD: 'none',
    SPEND_CAP_INSTALLATION_DAY_USD: 'none',
  });
}, 3 * MINUTES);
afterAll(async () => {
  await app?.stop();
  await Promise.all([first?.close(), second?.close()]);
});
beforeEach(() => {
  for (const studio of [first, second]) {
    studio.planFaults(undefined);
    studio.setHarmful(0);
    studio.requests.length = 0;
    studio.billed.length = 0;
  }
});

/** By a new guest each time: an owner's earlier work would be used again for nothing. */
async function makeStory(seed: number) {
  client = await createGuest(app.url);
  const owner = client;
  const { job_id } = await owner.generate({ ...STORY, seed });
  const job = await owner.waitForJob(job_id, 2 * MINUTES);
  return { job, calls: await readCalls(owner, job_id) };
}

describe('a story by models that bill', () => {
  test(
    'is completed although a fifth of all calls fail once, and the ledger is the bill to the micro-dollar',
    async () => {
      first.planFaults({
        share: 0.2,
        seed: 3,
        kinds: ['rate_limited', 'server_error', 'never_answers'],
        retryAfterSeconds: 1,
      });
      const jobs = await Promise.all([makeStory(11), makeStory(12)]);
      const { problems, ledger, service, failed, lost } = auditLedger(jobs, first.billed, price);
      expect(problems).toEqual([]);
      expect(ledger).toEqual(service);
      expect(ledger.micros).toBeGreaterThan(0);
      // The plan has really hit somebody.
      expect(failed + lost).toBeGreaterThan(0);
      expect(first.requests.length).toBe(ledger.calls + failed + lost);
      for (const { job } of jobs) expect(job.warnings).toEqual([]);
    },
    3 * MINUTES,
  );

  test(
    'whose harmful page is written again twice: a web process killed in between repeats nothing that was paid',
    async () => {
      // The draft and both repairs: what is left is softened by our own engine.
      first.setHarmful(3);
      first.setPace({ ...AT_ONCE, textMs: 400 });
      client = await createGuest(app.url);
      const { job_id } = await client.generate({ ...STORY, seed: 17 });
      // A busy machine may answer late or not at all.
      const isMendedOnce = async () => {
        const made = await readCalls(client, job_id).catch(() => undefined);
        return made?.calls.some(({ step, status }) => step === 'revision' && status === 'settled') ?? false;
      };
      await vi.waitUntil(isMendedOnce, { timeout: MINUTES, interval: 50 });
      process.kill(await app.pidOf('web'), 'SIGKILL');
      const job = await client.waitForJob(job_id, 2 * MINUTES);
      first.setPace(AT_ONCE);
      const calls = await readCalls(client, job_id);
      expect(job).toMatchObject({ status: 'completed', warnings: [] });
      const told = calls.calls.filter(({ modality, status }) => modality === 'text' && status === 'settled');
      expect(told.map(({ step }) => step)).toEqual([
        'outline',
        'draft',
        'critique',
        'revision',
        'revision:2',
      ]);
      const asked = first.requests.flatMap(({ body }) => readAskedSchema(body)?.name ?? []);
      for (const name of ['outline', 'picture_book', 'critique']) {
        expect([name, asked.filter((one) => one === name).length]).toEqual([name, 1]);
      }
      const { problems } = auditLedger([{ job, calls }], first.billed, price);
      // A call the process died in may have been billed although nobody heard its answer.
      expect(problems.filter((problem) => /did "/.test(problem))).toEqual([]);
      const story = await client.getStory(job_id);
      expect(story.scenes).toHaveLength(SCENES);
      expect(JSON.stringify(story)).not.toContain('kill');
    },
    3 * MINUTES,
  );

  test(
    'goes on with the next service where one refuses for good, and with the built-in engine where there is none',
    async () => {
      const no = { status: 400, body: '{"error":{"message":"no","code":"invalid_value"}}' };
      // Every picture and every voice, however often it is asked for.
      for (const path of ['/v1/images/generations', '/v1/images/edits', '/v1/audio/speech']) {
        first.route(`POST ${path}`, () => no);
      }
      const made = await makeStory(13);
      expect(made.job.status).toBe('completed');
      const { calls } = made.calls;
      const told = (step: string) =>
        calls.filter((call) => call.step === step).map(({ provider, status }) => [provider, status]);
      for (let page = 1; page <= SCENES; page += 1) {
        expect(told(`picture:${page}`)).toEqual([
          ['openai', 'failed'],
          ['compatible', 'settled'],
        ]);
        expect(told(`narration:${page}`)).toEqual([
          ['openai', 'failed'],
          ['builtin', 'settled'],
        ]);
      }
      const refused = calls.filter((call) => call.status === 'failed');
      for (const call of refused)
        expect(call).toMatchObject({ cost_micros: 0, error_code: 'provider_rejected' });
      // A portrait is drawn only by a service that takes it along for the pages, and the second does not.
      expect(second.billed.filter(({ units }) => units.pictures)).toHaveLength(SCENES);
      expect(made.calls.total_micros).toBe(first.billed.reduce((sum, call) => sum + price(call), 0));
    },
    3 * MINUTES,
  );
});

test('what a story cost and what was spent today are read by their owner alone', async () => {
  const list = await (await client.request('/api/v1/stories/jobs')).json();
  const [job] = list.jobs;
  expect(job.cost_micros).toBe((await readCalls(client, job.job_id)).total_micros);
  const usage = await (await client.request('/api/v1/usage')).json();
  const total = list.jobs.reduce((sum: number, one: { cost_micros: number }) => sum + one.cost_micros, 0);
  expect(usage.spent_micros).toBeGreaterThanOrEqual(total);
  expect(usage.caps).toEqual({ story_micros: null, user_day_micros: null, left_micros: null });

  const stranger = await createGuest(app.url);
  const answer = await stranger.request(`/api/v1/stories/jobs/${job.job_id}/calls`);
  expect(answer.status).toBe(404);
  const nothing = await (await stranger.request('/api/v1/usage')).json();
  expect(nothing.spent_micros).toBe(0);
});
