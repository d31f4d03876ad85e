import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ModelCatalog, modelCatalogSchema } from '../../lib/ai/model-catalog-view.ts';
import { writeWav } from '../../lib/audio/wav.ts';
import { type JobView, problemSchema } from '../../lib/story/views.ts';
import type { Database } from '../../lib/supabase/database.types.ts';
import { paintPicture } from '../providers/compose-media.ts';
import { streamedChat } from '../providers/openai-chat.ts';
import type { Answer, RecordedRequest } from '../providers/provider-server.ts';
import { type StoryStudio, startStoryStudio } from '../providers/story-studio.ts';
import { createAccount } from '../support/accounts.ts';
import { pageMessage, readToEnd, waitForAnswer, wordsOf } from '../support/chat-client.ts';
import { type Client, createGuest, SMALL_STORY } from '../support/client.ts';
import { type RunningApp, startApp } from '../support/start-app.ts';

/** Two services in a row for each kind of work: who is asked when, over real HTTP, with the real SDKs. */
const SCENES = 2;
const PICTURES_ONLY = { ...SMALL_STORY, generate_narration: false, generate_film: false };
const TRANSCRIPT = JSON.stringify({ text: 'A fox named Rusty.', language: 'english', duration: 0.5 });
let first: StoryStudio;
let second: StoryStudio;
let app: RunningApp;
let client: Client;
let member: Client;
let seed = 100;
/** What the first service says to its nth picture of a test; undefined: it paints. */
let fault: (index: number) => Answer | undefined = () => undefined;

beforeAll(async () => {
  const pace = { textMs: 1, pictureMs: 1, speechMs: 1 };
  [first, second] = await Promise.all([startStoryStudio(SCENES, pace), startStoryStudio(SCENES, pace)]);
  for (const kind of ['generations', 'edits']) {
    first.route(`POST /v1/images/${kind}`, async (request) => fault(painted().length - 1) ?? paint(request));
  }
  app = await startApp({
    OPENAI_API_KEY: 'sk-test-not-a-secret-4711',
    OPENAI_BASE_URL: first.baseUrl,
    COMPATIBLE_BASE_URL: second.baseUrl,
    IMAGE_MODEL: 'openai/gpt-image-1, compatible/painter',
    SPEECH_MODEL: 'openai/gpt-4o-mini-tts, compatible/speaker',
    CHAT_MODEL: 'openai/gpt-test, compatible/talker',
    DOSSIER_MODEL: 'builtin/extractor',
    TRANSCRIPTION_MODEL: 'openai/whisper-1, compatible/ear',
    ALLOWED_MODELS: 'compatible/*',
    MODEL_CACHE: 'none',
    INNGEST_RETRY_BASE_MS: '20',
    METRICS_KEY: 'metrics-test',
  });
  client = await createGuest(app.url);
  member = (await createAccount(app.url)).client;
});
afterAll(async () => {
  await app?.stop();
  await Promise.all([first?.close(), second?.close()]);
});
beforeEach(() => {
  fault = () => undefined;
  for (const studio of [first, second]) {
    studio.requests.length = 0;
    studio.billed.length = 0;
  }
});

const painted = (studio: StoryStudio = first) =>
  studio.requests.filter(({ path }) => path.includes('/images/'));
const refusal = (status: number, code: string | null, headers: Record<string, string> = {}): Answer => ({
  status,
  headers,
  body: JSON.stringify({ error: { message: 'no', type: 'invalid_request_error', code } }),
});

async function paint({ body }: RecordedRequest): Promise<Answer> {
  const picture = Buffer.from(await paintPicture(String(body.size ?? '1024x1024')));
  return { body: JSON.stringify({ created: 1, data: [{ b64_json: picture.toString('base64') }] }) };
}

async function makeStory(body: object = {}) {
  seed += 1;
  const { job_id } = await client.generate({ ...PICTURES_ONLY, ...body, seed });
  const job = await client.waitForJob(job_id);
  return { job, story: await client.getStory(job_id) };
}

/** Besides them a job may have warnings of characters that have no reference picture: the second service takes none. */
const ofPages = ({ warnings }: JobView) => warnings.filter(({ scene }) => scene !== undefined);

async function readCatalog(who: Client): Promise<ModelCatalog> {
  return modelCatalogSchema.parse(await (await who.request('/api/v1/models')).json());
}
const stateOf = async (name: string, who = member) =>
  (await readCatalog(who)).providers.find((provider) => provider.name === name);

async function connectAsServer() {
  const { secretKey } = JSON.parse(await readFile(path.join(app.dataDir, 'secrets.json'), 'utf8'));
  return createClient<Database>(app.supabaseUrl, secretKey, { auth: { persistSession: false } });
}

test('what a safety system refuses is asked of it once, and drawn by the next service, which the job says', async () => {
  fault = () => refusal(400, 'moderation_blocked');
  const { job, story } = await makeStory();
  expect(job.status).toBe('completed');
  expect(
    ofPages(job)
      .map(({ code, scene }) => [code, scene])
      .toSorted(),
  ).toEqual([
    ['provider_refused', 0],
    ['provider_refused', 1],
  ]);
  for (const { message } of ofPages(job)) expect(message).toContain('was drawn by painter at ');
  expect(story.models.picture).toBe('compatible/painter');
  const prompts = painted().map(({ body }) => body.prompt);
  expect(new Set(prompts).size).toBe(prompts.length);
  expect(painted(second)).toHaveLength(SCENES);
});

test.each<[string, Answer, number]>([
  ['retry-after', refusal(429, null, { 'retry-after': '2' }), 2_000],
  ['retry-after-ms', refusal(429, null, { 'retry-after-ms': '1400' }), 1_400],
  [
    'x-ratelimit-reset-requests',
    refusal(429, null, { 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '1.5s' }),
    1_500,
  ],
  ['retry-after of a 503', refusal(503, null, { 'retry-after': '2' }), 2_000],
])('a service that says %s is asked again then, and not before', async (_, answer, waitMs) => {
  fault = (index) => (index === 0 ? answer : undefined);
  const { job, story } = await makeStory();
  expect(job.warnings).toEqual([]);
  expect(story.models.picture).toBe('openai/gpt-image-1');
  const [refused, ...others] = painted();
  const again = others.find(({ body }) => body.prompt === refused?.body.prompt);
  expect((again?.startedMs ?? 0) - (refused?.endedMs ?? 0)).toBeGreaterThan(waitMs - 50);
  expect(painted(second)).toHaveLength(0);
});

test('a request may choose among the models that are allowed, and only among those', async () => {
  const { story } = await makeStory({ models: { picture: 'compatible/another' } });
  expect(story.models.picture).toBe('compatible/another');
  expect(painted()).toHaveLength(0);
  expect(painted(second)[0]?.body.model).toBe('another');

  const refused = await client.post('/api/v1/stories/generate', {
    ...PICTURES_ONLY,
    models: { picture: 'openai/dall-e-3', text: 'openai/gpt-5-mini' },
  });
  expect(refused.status).toBe(400);
  const { code, errors } = problemSchema.parse(await refused.json());
  expect(code).toBe('invalid_request');
  expect(errors?.map(({ path }) => path)).toEqual(['models.text', 'models.picture']);
  const quote = await client.post('/api/v1/stories/quote', {
    ...PICTURES_ONLY,
    models: { picture: 'openai/dall-e-3' },
  });
  expect(quote.status).toBe(400);
});

test('an answer in a conversation comes from the next service when the first does not begin one', async () => {
  first.answer(refusal(500, null), 'POST /v1/chat/completions');
  second.answer(streamedChat('Gladly. Who is it about?'), 'POST /v1/chat/completions');
  const sessionId = randomUUID();
  const pieces = await readToEnd(
    await client.post('/api/chat', pageMessage(sessionId, randomUUID(), 'A fox called Mia')),
  );
  expect(wordsOf(pieces)).toBe('Gladly. Who is it about?');
  expect(pieces.filter(({ type }) => type === 'error')).toEqual([]);
  const answer = await waitForAnswer(client, sessionId);
  expect(answer).toMatchObject({ status: 'complete', error: null });
  expect(first.requests).toHaveLength(1);
});

test('read-aloud answers and recorded speech go to the next service', async () => {
  second.answer(streamedChat('Hello there.'), 'POST /v1/chat/completions');
  first.answer(refusal(500, null), 'POST /v1/chat/completions');
  const sessionId = randomUUID();
  await readToEnd(await client.post('/api/chat', pageMessage(sessionId, randomUUID(), 'Hello')));
  const { message_id } = await waitForAnswer(client, sessionId);
  first.answer(refusal(400, 'content_policy_violation'), 'POST /v1/audio/speech');
  const address = `/api/sessions/${sessionId}/messages/${message_id}/audio?voice=rosie`;
  const sound = await client.request(address);
  expect(sound.status).toBe(200);
  expect((await sound.arrayBuffer()).byteLength).toBeGreaterThan(1_000);
  expect(second.requests.at(-1)?.path).toBe('/v1/audio/speech');
  const again = await client.request(address, {
    headers: { 'if-none-match': sound.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);

  first.answer(refusal(503, null), 'POST /v1/audio/transcriptions');
  second.answer({ body: TRANSCRIPT }, 'POST /v1/audio/transcriptions');
  const tone = writeWav({ sampleRate: 16_000, channels: [new Float32Array(8_000)] });
  const written = await client.request('/api/transcribe', {
    method: 'POST',
    headers: { 'content-type': 'audio/wav' },
    body: tone,
  });
  expect(await written.json()).toMatchObject({ text: 'A fox named Rusty.' });
});

test('a service that keeps failing is left alone, shown as such, tried once after its pause, and used again', async () => {
  fault = () => refusal(500, null);
  const { job, story } = await makeStory({ num_illustrations: 4 });
  expect(job.status).toBe('completed');
  expect(
    ofPages(job)
      .map(({ scene }) => scene)
      .toSorted(),
  ).toEqual([0, 1, 2, 3]);
  for (const { code, message } of ofPages(job)) {
    expect(code).toMatch(/^provider_(failed|unavailable)$/);
    expect(message).toContain('was drawn by painter at ');
  }
  expect(story.models.picture).toBe('compatible/painter');
  const server = await connectAsServer();
  // The chats before have failed as well; in any case it is open now, and nobody asks it.
  const open = await stateOf('openai');
  expect(open).toMatchObject({ circuit: 'open', is_set_up: true });
  expect(new Date(open?.retry_at ?? 0).getTime()).toBeGreaterThan(Date.now());
  const metrics = await fetch(new URL('/api/metrics', app.url), {
    headers: { authorization: 'Bearer metrics-test' },
  });
  expect(await metrics.text()).toContain('storyloom_provider_circuit_open{provider="openai"} 1');

  const asked = painted().length;
  await server
    .from('provider_circuits')
    .update({ retry_at: new Date(Date.now() + 120_000).toISOString() })
    .eq('provider', 'openai');
  expect((await makeStory()).story.models.picture).toBe('compatible/painter');
  expect(painted().length).toBe(asked);

  // Its pause is over, and it is well again.
  fault = () => undefined;
  await server
    .from('provider_circuits')
    .update({ retry_at: new Date(Date.now() - 1_000).toISOString() })
    .eq('provider', 'openai');
  expect((await stateOf('openai'))?.circuit).toBe('half-open');
  await makeStory();
  expect(painted().length).toBeGreaterThan(asked);
  expect((await stateOf('openai'))?.circuit).toBe('closed');
  expect((await makeStory()).story.models.picture).toBe('openai/gpt-image-1');
});

test('who works here is told to everybody, whether the services answer only to members, and no key to anybody', async () => {
  const catalog = await readCatalog(member);
  expect(JSON.stringify(catalog)).not.toContain('sk-test');
  const pictures = catalog.models.filter(({ modality }) => modality === 'picture');
  expect(pictures.map(({ id, is_default, is_stand_in }) => [id, is_default, is_stand_in])).toEqual([
    ['openai/gpt-image-1', true, false],
    ['compatible/painter', false, false],
    ['builtin/illustrator', false, true],
  ]);
  expect(pictures[0]?.can).toMatchObject({ references: expect.any(Number), sizes: expect.any(Array) });
  expect(catalog.allowed).toEqual(['compatible/*']);
  const answers = (of: ModelCatalog) =>
    Object.fromEntries(of.providers.map(({ name, answers }) => [name, answers]));
  expect(answers(catalog)).toMatchObject({ builtin: true, openai: true, compatible: true, anthropic: null });
  expect(answers(await readCatalog(client))).toMatchObject({ builtin: true, openai: null, compatible: null });
  // A minute's answer is remembered: the many who look cost one call.
  const asked = first.requests.filter(({ path }) => path === '/v1/models').length;
  await Promise.all([readCatalog(member), readCatalog(member), readCatalog(member)]);
  expect(first.requests.filter(({ path }) => path === '/v1/models').length).toBe(asked);
  expect((await fetch(new URL('/api/v1/models', app.url))).status).toBe(401);
});
