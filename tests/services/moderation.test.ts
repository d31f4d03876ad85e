import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { modelCatalogSchema } from '../../lib/ai/model-catalog-view.ts';
import { writeWav } from '../../lib/audio/wav.ts';
import { decisionListViewSchema } from '../../lib/safety/decision-views.ts';
import { type JobAcceptedView, problemSchema } from '../../lib/story/views.ts';
import { auditLedger, readCalls } from '../providers/audit-ledger.ts';
import { createBillPrices } from '../providers/bill-prices.ts';
import { streamedChat } from '../providers/openai-chat.ts';
import { moderationDesk, type Scores } from '../providers/openai-moderation.ts';
import { composeFault } from '../providers/planned-faults.ts';
import { type StoryStudio, startStoryStudio } from '../providers/story-studio.ts';
import { createAccount } from '../support/accounts.ts';
import { listMessages, pageMessage, readToEnd, waitForAnswer, wordsOf } from '../support/chat-client.ts';
import { type Client, createGuest, SMALL_STORY } from '../support/client.ts';
import { type RunningApp, startApp } from '../support/start-app.ts';

/** A whole Storyloom with a moderation model behind its own rules, over real HTTP. */
const SCENES = 2;
const STORY = { ...SMALL_STORY, generate_narration: false, generate_film: false };
/** Words that no rule of ours knows: only the moderation model says what they are about. */
const WORSE = 'zorblax';
let studio: StoryStudio;
let app: RunningApp;
let client: Client;
let seed = 700;
let judge: (text: string) => Scores;

beforeAll(async () => {
  studio = await startStoryStudio(SCENES, { textMs: 1, pictureMs: 1, speechMs: 1 });
  studio.route(
    'POST /v1/moderations',
    moderationDesk((text) => judge(text)),
  );
  app = await startApp({
    OPENAI_API_KEY: 'sk-test-not-a-secret-4711',
    OPENAI_BASE_URL: studio.baseUrl,
    MODERATION_MODEL: 'openai/omni-moderation-latest',
    STORY_MODEL: 'openai/gpt-6-luna',
    IMAGE_MODEL: 'openai/dall-e-2',
    CHAT_MODEL: 'openai/gpt-6-luna',
    DOSSIER_MODEL: 'builtin/extractor',
    TRANSCRIPTION_MODEL: 'openai/whisper-1',
    INNGEST_RETRY_BASE_MS: '20',
  });
});
afterAll(async () => {
  await app?.stop();
  await studio?.close();
});
beforeEach(async () => {
  // The studio always writes the same book, and the same owner's same texts are judged once.
  client = await createGuest(app.url);
  seed += 1;
  judge = (text) => (text.includes(WORSE) ? { sexual: 0.9 } : {});
  studio.requests.length = 0;
  studio.billed.length = 0;
});

const generate = (more: object = {}) => client.post('/api/v1/stories/generate', { ...STORY, seed, ...more });
async function makeStory(more: object = {}) {
  const response = await generate(more);
  expect(response.status).toBe(202);
  const { job_id } = (await response.json()) as JobAcceptedView;
  return client.waitForJob(job_id);
}
const problemOf = async (response: Response) => problemSchema.parse(await response.json());
const countJobs = async () =>
  ((await (await client.request('/api/v1/stories/jobs?limit=100')).json()) as { jobs: object[] }).jobs.length;
const judged = () =>
  studio.requests
    .filter(({ path }) => path === '/v1/moderations')
    .flatMap(({ body }) => [body.input].flat().map(String));
const othersAsked = () =>
  studio.requests.map(({ path }) => path).filter((path) => path !== '/v1/moderations');

test('a story is judged when it is asked for, when it is told and when it is painted, and the ledger is the service’s bill', async () => {
  const prompt = `A mouse named Pip (write to pip.mouse@example.org) looks for cheese number ${seed}`;
  const job = await makeStory({ prompt });
  expect(job.status).toBe('completed');
  const [first] = studio.requests;
  expect(first?.path).toBe('/v1/moderations');
  const texts = judged();
  expect(texts[0]).toContain('Pip');
  // What tells who and where a child is has given way to words before anybody is asked.
  expect(texts.join('\n')).not.toContain('example.org');
  const story = await client.getStory(job.job_id);
  for (const { text } of story.scenes) expect(texts).toContain(text);
  expect(texts.filter((text) => text.startsWith('A page of a children')).length).toBeGreaterThanOrEqual(
    SCENES,
  );
  const calls = await readCalls(client, job.job_id);
  const ofJob = calls.calls.filter(({ modality, is_cached }) => modality === 'moderation' && !is_cached);
  expect(ofJob.length).toBeGreaterThan(0);
  // The brief was judged before there was a job: the job's own row of it cost no call.
  const billed = studio.billed.slice(1);
  const { problems, ledger, service } = auditLedger([{ job, calls }], billed, createBillPrices());
  expect(problems).toEqual([]);
  expect(ledger).toEqual(service);
  expect(ofJob.every(({ cost_micros }) => cost_micros === 0)).toBe(true);
});

test('what is refused reaches no writer, no painter and no row, and is on record', async () => {
  const before = await countJobs();
  const briefs: object[] = [
    { prompt: `A story about ${WORSE}` },
    { characters: [`Pip who loves ${WORSE}`] },
    { text: `${'The mouse walks on through the long grass. '.repeat(120)} Then comes ${WORSE}.` },
  ];
  for (const brief of briefs) {
    const response =
      'text' in brief
        ? await client.post('/api/story-illustrator/generate', { story_input: brief, settings: {} })
        : await generate(brief);
    expect(response.status).toBe(422);
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ code: 'guardrail_violation', rule: 'moderation' });
    expect(JSON.stringify(problem)).not.toContain(WORSE);
  }
  const batch = await client.post('/api/story-writer/batch', {
    stories: [{ plot_elements: 'A mouse and a moth' }, { plot_elements: `A tale of ${WORSE}` }],
  });
  expect(batch.status).toBe(422);
  expect(othersAsked()).toEqual([]);
  expect(await countJobs()).toBe(before);
  const { decisions } = decisionListViewSchema.parse(
    await (await client.request('/api/v1/safety/decisions?action=refused')).json(),
  );
  expect(decisions.length).toBeGreaterThanOrEqual(briefs.length);
  expect(new Set(decisions.map(({ rule }) => rule))).toEqual(new Set(['moderation']));
  expect(decisions.map(({ place }) => place)).toContain('document');
});

test('a dossier, a recording and a transcript that are refused are not kept', async () => {
  const projectId = randomUUID();
  const snapshot_json = { title: 'Pip', themes: [`all about ${WORSE}`] };
  const dossier = await client.post('/api/dossier', { project_id: projectId, snapshot_json });
  expect([dossier.status, (await problemOf(dossier)).errors?.[0]?.path]).toEqual([
    422,
    'snapshot_json.themes',
  ]);
  expect((await client.request(`/api/dossier/${projectId}`)).status).toBe(404);
  studio.answer(
    { body: JSON.stringify({ text: `Tell me ${WORSE}.`, language: 'english', duration: 0.5 }) },
    'POST /v1/audio/transcriptions',
  );
  const wav = writeWav({ sampleRate: 16_000, channels: [new Float32Array(8_000).fill(0.1)] });
  const spoken = await client.request('/api/transcribe', {
    method: 'POST',
    headers: { 'content-type': 'audio/wav' },
    body: wav,
  });
  expect([spoken.status, (await problemOf(spoken)).rule]).toEqual([422, 'moderation']);
  const kept = await client.post('/api/conversation/me/transcripts', { text: `I like ${WORSE}.` });
  expect([kept.status, (await problemOf(kept)).rule]).toEqual([422, 'moderation']);
});

test('of a conversation the chat model hears nothing that was refused, and nobody a refused answer of its', async () => {
  const sessionId = randomUUID();
  const refused = await client.post(
    '/api/chat',
    pageMessage(sessionId, randomUUID(), `Let us talk ${WORSE}`),
  );
  expect([refused.status, (await problemOf(refused)).rule]).toEqual([422, 'moderation']);
  expect(othersAsked()).toEqual([]);
  expect((await client.request(`/api/sessions/${sessionId}`)).status).toBe(404);

  const chat = 'POST /v1/chat/completions';
  studio.answer(streamedChat(`Gladly. First this: ${WORSE}. Who is it about?`), chat);
  const pieces = await readToEnd(
    await client.post('/api/chat', pageMessage(sessionId, randomUUID(), 'A fox called Mia')),
  );
  expect(wordsOf(pieces)).toBe('');
  expect(JSON.stringify(pieces)).not.toContain(WORSE);
  expect(await waitForAnswer(client, sessionId)).toMatchObject({ status: 'failed', content: '' });
  studio.answer(streamedChat('Mia has a kind face. Where does she live?'), chat);
  await readToEnd(await client.post('/api/chat', { id: sessionId, trigger: 'regenerate-message' }));
  expect((await listMessages(client, sessionId)).at(-1)).toMatchObject({
    status: 'complete',
    content: 'Mia has a kind face. Where does she live?',
  });
});

test('told text that is refused is softened; what stays refused ends the job before anything is painted', async () => {
  judge = (text) => (text.includes('lantern under the roots') ? { 'violence/graphic': 0.9 } : {});
  const mended = await makeStory({ prompt: `A mouse and a lamp, part ${seed}` });
  expect(mended.status).toBe('completed');
  const { scenes } = await client.getStory(mended.job_id);
  expect(scenes.map(({ text }) => text).join(' ')).not.toContain('lantern under the roots');
  const wish = `A mouse and a bell, part ${seed}`;
  judge = (text) => (text.includes(wish) ? {} : { 'violence/graphic': 0.9 });
  studio.requests.length = 0;
  // Another owner: what was judged for the first is not asked again.
  client = await createGuest(app.url);
  const job = await makeStory({ prompt: wish });
  expect(job).toMatchObject({ status: 'failed', error_code: 'guardrail_violation' });
  expect(othersAsked().filter((path) => path.includes('images'))).toEqual([]);
});

test('a picture whose words are refused is painted by nobody but ourselves', async () => {
  judge = (text) => (text.startsWith('A page of a children') ? { sexual: 0.9 } : {});
  const job = await makeStory({ prompt: `A mouse and a kite, part ${seed}` });
  expect(job.status).toBe('completed');
  expect(job.warnings.length).toBeGreaterThanOrEqual(SCENES);
  expect(othersAsked().filter((path) => path.includes('images/generations'))).toEqual([]);
});

test('while the judge cannot judge, nothing passes and nothing is written down', async () => {
  const before = await countJobs();
  const faults = [
    [composeFault('rate_limited', 9), 503, 'provider_rate_limited'],
    [composeFault('server_error'), 502, 'provider_failed'],
    [{ body: '{"results":[{"flag' }, 503, 'provider_unavailable'],
  ] as const;
  for (const [fault, status, code] of faults) {
    studio.answer(fault, 'POST /v1/moderations');
    const response = await generate({ prompt: `A mouse and a boat ${randomUUID()}` });
    expect([response.status, (await problemOf(response)).code]).toEqual([status, code]);
    if (code === 'provider_rate_limited') expect(response.headers.get('retry-after')).toBe('9');
  }
  expect(await countJobs()).toBe(before);
  expect(othersAsked()).toEqual([]);
});

test('a step whose judge fails once asks again', async () => {
  const prompt = `A mouse and a bell ${randomUUID()}`;
  let failures = 2;
  studio.route('POST /v1/moderations', (request) => {
    const isTold = JSON.stringify(request.body.input).includes('Nova');
    if (isTold && failures > 0) {
      failures -= 1;
      return composeFault('server_error');
    }
    return moderationDesk((text) => judge(text))(request);
  });
  const job = await makeStory({ prompt });
  expect([job.status, failures]).toEqual(['completed', 0]);
});

test('who judges, and that it answers, is told to members', async () => {
  const member = (await createAccount(app.url)).client;
  const catalog = modelCatalogSchema.parse(await (await member.request('/api/v1/models')).json());
  expect(catalog.models.filter(({ modality }) => modality === 'moderation')).toMatchObject([
    { id: 'openai/omni-moderation-latest', provider: 'openai', is_default: true, answers: true },
  ]);
  expect(catalog.providers.find(({ name }) => name === 'openai')?.work).toContain('moderation');
  const health = (await (await fetch(new URL('/health', app.url))).json()) as { models: object };
  expect(health.models).toMatchObject({ moderation: 'openai/omni-moderation-latest' });
});
