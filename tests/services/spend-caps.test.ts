import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { QuoteView } from '../../lib/ledger/quote-view.ts';
import type { JobAcceptedView, Problem } from '../../lib/story/views.ts';
import { readCalls } from '../providers/audit-ledger.ts';
import { composeFault } from '../providers/planned-faults.ts';
import { type StoryStudio, startStoryStudio } from '../providers/story-studio.ts';
import { type Client, createGuest, SMALL_STORY } from '../support/client.ts';
import { type RunningApp, startApp } from '../support/start-app.ts';

/** A whole Storyloom whose pictures are paid for, one at a time, by the piece. */
let studio: StoryStudio;
let app: RunningApp;
let client: Client;
const PICTURE_MICROS = 20_000;
const PAGES = 2;
/** Every page, and as many drawn once more at most. */
const QUOTE_MICROS = (PAGES + 2) * PICTURE_MICROS;
const STORY = {
  ...SMALL_STORY,
  num_illustrations: PAGES,
  generate_narration: false,
  generate_film: false,
};
const MINUTES = 60_000;

beforeAll(async () => {
  studio = await startStoryStudio(PAGES, { textMs: 5, pictureMs: 20, speechMs: 5 });
  app = await startApp({
    OPENAI_API_KEY: 'sk-test-not-a-secret-4711',
    OPENAI_BASE_URL: studio.baseUrl,
    IMAGE_MODEL: 'openai/dall-e-2',
    PROVIDER_LIMITS: 'openai=1/1000',
    INNGEST_RETRY_BASE_MS: '20',
    SPEND_CAP_STORY_USD: '0.09',
    SPEND_CAP_USER_DAY_USD: '0.25',
    SPEND_CAP_INSTALLATION_DAY_USD: 'none',
  });
}, 3 * MINUTES);
afterAll(async () => {
  await app?.stop();
  await studio?.close();
});
beforeEach(async () => {
  studio.planFaults(undefined);
  studio.requests.length = 0;
  studio.billed.length = 0;
  client = await createGuest(app.url);
});

const post = (path: string, body: unknown) => client.post(path, body);
const listJobs = async () =>
  ((await (await client.request('/api/v1/stories/jobs')).json()) as { jobs: [] }).jobs;

describe('a quote', () => {
  test('says what a story would cost and whether it may begin, and begins nothing', async () => {
    const quote = (await (await post('/api/v1/stories/quote', STORY)).json()) as QuoteView;
    expect(quote).toMatchObject({
      currency: 'USD',
      total_micros: QUOTE_MICROS,
      caps: { story_micros: 90_000, user_day_left_micros: 250_000, installation_day_left_micros: null },
      is_allowed: true,
    });
    expect(quote.items.map(({ modality, model, cost_micros }) => [modality, model, cost_micros])).toEqual([
      ['text', 'builtin/storyteller', 0],
      ['picture', 'openai/dall-e-2', QUOTE_MICROS],
    ]);
    expect(studio.requests).toEqual([]);
    expect(await listJobs()).toEqual([]);
  });

  test('tells a visitor of our pages the same, who does not become a guest for it', async () => {
    const answer = await fetch(`${app.url}/api/v1/stories/quote`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify(STORY),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(((await answer.json()) as QuoteView).total_micros).toBe(QUOTE_MICROS);
  });

  test('is not allowed above what the request itself allows', async () => {
    const quote = await post('/api/v1/stories/quote', { ...STORY, max_cost_usd: 0.03 });
    expect(await quote.json()).toMatchObject({ is_allowed: false, caps: { story_micros: 30_000 } });
  });
});

describe('a story that would pass a cap', () => {
  test.each([
    ['its own', { ...STORY, max_cost_usd: 0.03 }, '$0.03'],
    ['the installation’s', { ...STORY, num_illustrations: 6 }, '$0.09'],
  ])('%s is refused before anything is written or asked', async (_, request, cap) => {
    const answer = await post('/api/v1/stories/generate', request);
    expect(answer.status).toBe(402);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const problem = (await answer.json()) as Problem;
    expect(problem).toMatchObject({
      code: 'spend_cap_reached',
      type: 'urn:storyloom:problem:spend_cap_reached',
    });
    expect(problem.detail).toContain(cap);
    expect(await listJobs()).toEqual([]);
    expect(studio.requests).toEqual([]);
  });

  test('of the day is refused, and the next owner’s is not', async () => {
    // Three quotes of $0.08 fit into a day of $0.25; they are counted before they are spent.
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, seed) => post('/api/v1/stories/generate', { ...STORY, seed })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 202, 202, 402, 402]);
    const accepted = answers.filter(({ status }) => status === 202);
    const other = await createGuest(app.url);
    const { job_id } = await other.generate({ ...STORY, seed: 90 });
    // The next test has the painter for itself.
    for (const answer of accepted) {
      await client.waitForJob(((await answer.json()) as JobAcceptedView).job_id, MINUTES);
    }
    await other.waitForJob(job_id, MINUTES);
  });
});

test(
  'a process that is killed while a model works pays for nothing that is kept a second time',
  async () => {
    studio.setPace({ textMs: 5, pictureMs: 2_000, speechMs: 5 });
    const { job_id } = await client.generate({ ...STORY, seed: 42 });
    await client.readEvents(job_id, { until: (event) => event.type === 'picture' });
    // One picture at a time: the second is under way.
    await expect.poll(() => studio.requests.length).toBe(2);
    process.kill(await app.pidOf('web'), 'SIGKILL');
    const job = await client.waitForJob(job_id, 3 * MINUTES);
    expect(job).toMatchObject({ status: 'completed', warnings: [] });
    const { calls, total_micros, may_be_billed_micros } = await readCalls(client, job_id);
    const of = (status: string) =>
      calls.filter((call) => call.modality === 'picture' && call.status === status);
    expect(new Set(of('settled').map(({ step }) => step)).size).toBe(PAGES);
    expect(of('settled')).toHaveLength(PAGES);
    expect(of('lost')).toHaveLength(1);
    expect(studio.requests).toHaveLength(PAGES + 1);
    expect([total_micros, may_be_billed_micros]).toEqual([PAGES * PICTURE_MICROS, PICTURE_MICROS]);
  },
  4 * MINUTES,
);

test(
  'a running story that meets its cap stops at that step: no stand-in, and what is kept stays readable',
  async () => {
    // Every picture's connection breaks: perhaps billed, each time. Last in this file: the route stays.
    studio.route('POST /v1/images/generations', () => composeFault('broken_off'));
    const { job_id } = await client.generate({ ...STORY, seed: 41 });
    const job = await client.waitForJob(job_id, 2 * MINUTES);
    expect(job).toMatchObject({ status: 'failed', error_code: 'spend_cap_reached' });
    expect(job.error).toContain('$0.09');
    const { calls, may_be_billed_micros } = await readCalls(client, job_id);
    const pictures = calls.filter(({ modality }) => modality === 'picture');
    expect(pictures.every(({ provider, status }) => provider === 'openai' && status === 'lost')).toBe(true);
    // One more would have passed it.
    expect(may_be_billed_micros).toBe(4 * PICTURE_MICROS);
    const story = await client.getStory(job_id);
    expect(story.scenes.length).toBe(PAGES);
    expect(story.scenes.every(({ text }) => text.length > 0)).toBe(true);
    expect(story.images).toEqual([]);
  },
  3 * MINUTES,
);
