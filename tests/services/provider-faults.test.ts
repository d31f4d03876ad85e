import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenAIServer, readFixture, startOpenAIServer } from '../providers/openai-server.ts';
import { type Client, createGuest, SMALL_STORY } from '../support/client.ts';
import { type RunningApp, startApp } from '../support/start-app.ts';

/** A whole Storyloom whose pictures come from a provider that misbehaves: over real HTTP, with the real SDK. */
let provider: OpenAIServer;
let app: RunningApp;
let client: Client;
const KEY = 'sk-test-not-a-secret-4711';
const PICTURES_ONLY = { ...SMALL_STORY, generate_narration: false, generate_film: false };
const broken = () =>
  JSON.stringify({ created: 1, data: [{ b64_json: Buffer.from('not a picture').toString('base64') }] });

beforeAll(async () => {
  provider = await startOpenAIServer();
  app = await startApp({
    OPENAI_API_KEY: KEY,
    OPENAI_BASE_URL: provider.baseUrl,
    // Takes no reference pictures: what it is asked for is pages, and nothing else.
    IMAGE_MODEL: 'openai/dall-e-3',
    INNGEST_RETRY_BASE_MS: '20',
  });
  client = await createGuest(app.url);
});
afterAll(async () => {
  await app.stop();
  await provider.close();
});

describe('a provider', () => {
  test('that sends broken pictures is tried again, then the built-in illustrator stands in and the job says so', async () => {
    // Two pages, four attempts each.
    for (let attempt = 0; attempt < 8; attempt += 1) provider.answer({ body: broken() });
    const { job_id } = await client.generate(PICTURES_ONLY);
    const job = await client.waitForJob(job_id);
    expect(job.status).toBe('completed');
    expect(job.warnings.map(({ code, scene }) => [code, scene]).toSorted()).toEqual([
      ['picture_unreadable', 0],
      ['picture_unreadable', 1],
    ]);
    const story = await client.getStory(job_id);
    expect(story.models.picture).toBe('builtin/illustrator');
    for (const image of story.images) expect((await client.request(image.image_url)).status).toBe(200);
    expect(provider.requests).toHaveLength(8);
    expect(provider.requests[0]?.authorization).toBe(`Bearer ${KEY}`);
  });

  test('that refuses is not asked twice for the same page', async () => {
    provider.requests.length = 0;
    const refusal = { status: 400, body: readFixture('error-content-policy.json') };
    provider.answer(refusal);
    provider.answer(refusal);
    const { job_id } = await client.generate({ ...PICTURES_ONLY, seed: 8 });
    const job = await client.waitForJob(job_id);
    expect(job.status).toBe('completed');
    expect(job.warnings.map(({ code }) => code)).toEqual(['provider_refused', 'provider_refused']);
    expect(provider.requests).toHaveLength(2);
  });

  test('gets a prompt with the hero’s description word for word on every page', async () => {
    const story = (await (await client.request('/api/v1/stories?limit=1')).json()) as {
      stories: { id: string }[];
    };
    const { characters } = await client.getStory(story.stories[0]?.id ?? '');
    const hero = characters.find((character) => character.role === 'hero');
    for (const request of provider.requests) expect(String(request.body.prompt)).toContain(hero?.description);
  });
});
