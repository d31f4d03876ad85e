import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildSvg } from '../../lib/builtin/illustrator/build-svg.ts';
import { createDepiction, createSheet } from '../../lib/builtin/illustrator/sample-depiction.ts';
import { readCalls } from '../providers/audit-ledger.ts';
import {
  type ProviderServer,
  type RecordedRequest,
  startProviderServer,
} from '../providers/provider-server.ts';
import { createGuest } from '../support/client.ts';
import { type RunningApp, startApp } from '../support/start-app.ts';

/**
 * A whole Storyloom whose pictures come from a service that takes reference pictures. It really paints what the words say, with
 * our own illustrator's hands, and on demand it gets a page wrong.
 */
const STORY = {
  prompt: 'A girl called Nova and her fox Bram look for the light of a lost lighthouse',
  age_group: '6-8',
  num_illustrations: 4,
  target_length: 90,
  generate_narration: false,
  generate_film: false,
} as const;
let service: ProviderServer;
let app: RunningApp;
/** The page, by its summary, that the service gets wrong: the first time, or as often as it is asked. */
let wrong: { summary: string; isStubborn: boolean } | undefined;

const promptOf = (request: RecordedRequest) => String(request.body.prompt);
const isSheet = (request: RecordedRequest) => promptOf(request).startsWith('A character sheet');
const imagesOf = ({ body }: RecordedRequest) =>
  Object.entries(body).flatMap(([name, value]) =>
    /^image(\[\])?$/.test(name) ? (Array.isArray(value) ? value : [value]) : [],
  );

beforeAll(async () => {
  service = await startProviderServer();
  for (const route of ['POST /v1/images/generations', 'POST /v1/images/edits']) service.route(route, paint);
  service.route('GET /v1/models', () => ({ body: '{"object":"list","data":[]}' }));
  app = await startApp({
    OPENAI_API_KEY: 'sk-test-not-a-secret-4711',
    OPENAI_BASE_URL: `${service.origin}/v1`,
    IMAGE_MODEL: 'openai/gpt-image-1',
    INNGEST_RETRY_BASE_MS: '20',
  });
}, 180_000);
afterAll(async () => {
  await app?.stop();
  await service?.close();
});
beforeEach(() => {
  service.requests.length = 0;
  wrong = undefined;
});

async function paint(request: RecordedRequest) {
  const prompt = promptOf(request);
  const [width = 1024, height = 1024] = String(request.body.size).split('x').map(Number);
  const characters = [...prompt.matchAll(/^(.+) \((.+?)\): .*?(?: Always wears: (.+?)\.(?: |$).*)?$/gm)].map(
    ([, name = '', kind = '', outfit = '']) => createSheet(kind, { id: name, name, outfit, seed: 5 }),
  );
  const summary = prompt.split('\n', 1)[0] ?? '';
  const depiction = createDepiction({
    characters,
    // Another camera on each page, the same one each time.
    sceneIndex: summary.length % 6,
    aspectRatio: isSheet(request) ? '1:1' : '16:9',
    ...(isSheet(request) && { portrait: true }),
  });
  const drawn = new Resvg(buildSvg(depiction, { width, height }), { font: { loadSystemFonts: false } })
    .render()
    .asPng();
  const isAgain = prompt.includes('drawn again');
  const isWrong = wrong !== undefined && summary.includes(wrong.summary) && (!isAgain || wrong.isStubborn);
  const png =
    isWrong && !isSheet(request) ? await sharp(drawn).modulate({ hue: 150 }).png().toBuffer() : drawn;
  return {
    body: JSON.stringify({
      created: 1_713_833_628,
      data: [{ b64_json: Buffer.from(png).toString('base64') }],
      usage: { input_tokens: 100, output_tokens: 1_000, total_tokens: 1_100 },
    }),
  };
}

/** As somebody new each time: what one person has paid for is not painted for them again. */
async function make(seed: number, change: Record<string, unknown> = {}) {
  const client = await createGuest(app.url);
  const { job_id } = await client.generate({ ...STORY, seed, ...change });
  const job = await client.waitForJob(job_id, 120_000);
  return { job, story: await client.getStory(job_id), calls: await readCalls(client, job_id) };
}

test('everybody is painted once before the pages, and each page is painted from their pictures, the hero’s first', async () => {
  const { job, story, calls } = await make(7);
  expect(job).toMatchObject({ status: 'completed', warnings: [] });
  const sheets = service.requests.filter(isSheet);
  const drawn = service.requests.filter((request) => !isSheet(request));
  const seen = story.characters.filter(({ picture_url }) => picture_url !== null);
  expect(sheets).toHaveLength(seen.length);
  expect(drawn).toHaveLength(4);
  const lastSheet = Math.max(...sheets.map(({ endedMs }) => endedMs ?? Number.POSITIVE_INFINITY));
  for (const request of drawn) {
    expect(request.path).toBe('/v1/images/edits');
    expect(request.startedMs).toBeGreaterThan(lastSheet);
    const shown = seen.filter(({ name, kind }) => promptOf(request).includes(`${name} (${kind}):`));
    expect(imagesOf(request)).toHaveLength(shown.length);
    expect(promptOf(request)).toContain('picture 1 is Nova');
    for (const { description, outfit, palette } of shown)
      for (const part of [description, outfit, ...(palette ?? [])]) expect(promptOf(request)).toContain(part);
  }
  const steps = calls.calls.map(({ step }) => step);
  for (const { id } of seen) expect(steps.filter((step) => step === `character:${id}`)).toHaveLength(1);
}, 180_000);

/** What the second page of the story with this seed is about: the same brief is the same story. */
async function readSecondPage(seed: number): Promise<string> {
  const { job, story } = await make(seed);
  expect(job.warnings).toEqual([]);
  service.requests.length = 0;
  return story.scenes[1]?.scene_description ?? '';
}

test('a page on which somebody looks different is painted once more, and the better picture stays', async () => {
  wrong = { summary: await readSecondPage(11), isStubborn: false };
  const { job, story, calls } = await make(11);
  expect(job.status).toBe('completed');
  expect(calls.calls.filter(({ step }) => step === 'picture:2:again')).toHaveLength(1);
  const again = service.requests.filter((request) => promptOf(request).includes('drawn again'));
  expect(again).toHaveLength(1);
  expect(job.warnings).toEqual([
    {
      code: 'provider_bad_output',
      scene: 1,
      part: 'picture',
      message: expect.stringMatching(/^Page 2 was drawn again, because .*Nova.* looked different there\.$/),
    },
  ]);
  expect(story.images.map(({ prompt_used }) => prompt_used.includes('drawn again'))).toEqual([
    false,
    true,
    false,
    false,
  ]);
}, 240_000);

test('a page that is no better the second time keeps its first picture, and is not painted a third time', async () => {
  wrong = { summary: await readSecondPage(11), isStubborn: true };
  const { job, story } = await make(11);
  expect(job.status).toBe('completed');
  expect(service.requests.filter((request) => promptOf(request).includes('drawn again'))).toHaveLength(1);
  expect(job.warnings[0]?.message).toMatch(/may look different on page 2\. It was drawn again/);
  for (const { prompt_used } of story.images) expect(prompt_used).not.toContain('drawn again');
}, 240_000);

test('without reference pictures the pages follow the words, and the job says so', async () => {
  for (let refused = 0; refused < 8; refused += 1)
    service.answer(
      {
        status: 400,
        body: JSON.stringify({ error: { message: 'no', type: 'invalid_request_error', code: 'bad' } }),
      },
      'POST /v1/images/generations',
    );
  const { job, story } = await make(13, { num_illustrations: 1 });
  expect(job.status).toBe('completed');
  const named = job.warnings
    .map(({ message }) => message)
    .filter((message) => /reference picture/.test(message));
  expect(named.length).toBeGreaterThan(0);
  expect(named[0]).toMatch(/^There is no reference picture of .+, so the pages follow the words alone/);
  expect(story.characters.every(({ picture_url }) => picture_url === null)).toBe(true);
}, 180_000);
