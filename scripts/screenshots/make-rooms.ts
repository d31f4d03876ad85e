import type { APIRequestContext, Browser, BrowserContext } from '@playwright/test';
import { hasJobEnded } from '../../lib/story/nouns.ts';
import type { GenerateStoryRequest, JobAcceptedView, JobView } from '../../lib/story/views.ts';
import type { RunningApp } from '../../tests/support/start-app.ts';

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;
/**
 * Who looks: nobody yet; a guest with nothing; a family with a shelf of books; a household whose stories wait for a
 * grown-up, locked.
 */
export type Visitor = 'stranger' | 'newcomer' | 'family' | 'careful';
export type Rooms = {
  url: string;
  /** Null where it is not our own. */
  app: RunningApp | null;
  visitors: Record<Visitor, StorageState>;
  /** The family's: one that is read, and how it was made. */
  storyId: string;
  jobId: string;
  failedJobId: string;
  cancelledJobId: string;
  sessionId: string;
  shareId: string;
  /** Of the careful household. */
  waitingStoryId: string;
  waitingJobId: string;
  /** Starts a long story of the family's and waits until its first picture is there; answers its job. */
  startLongStory: () => Promise<string>;
};

/** Of a service where nobody answers (screenshots.ts). */
export const ABSENT_MODEL = 'openai/gpt-5-mini';
const PASSWORD = 'a lantern in the forest';
const MAKING_TIMEOUT_MS = 600_000;
/** While developing, the first request of a route waits until it is compiled. */
const ANSWERS_WITHIN_MS = 240_000;
const LOOK_EVERY_MS = 400;

const READ: GenerateStoryRequest = {
  prompt: 'Nova the fox wants to mail a letter to the moon',
  age_group: '3-5',
  num_illustrations: 4,
  style: 'storybook',
};
/** The other books on the shelf: another age, style and shape each. */
const SHELF = (
  [
    { prompt: 'A lighthouse keeper’s cat who is afraid of the sea', age_group: '6-8', style: 'watercolour' },
    { prompt: 'Two robots plant a garden on a roof', age_group: '9-12', style: 'paper' },
    { prompt: 'A very small dragon who cannot sleep', age_group: '3-5', style: 'night' },
    { prompt: 'The bear who baked bread for the whole forest', age_group: '6-8', style: 'crayon' },
    { prompt: 'Mila and the snail that went round the world', age_group: '3-5', style: 'pastel' },
  ] satisfies GenerateStoryRequest[]
).map((wish): GenerateStoryRequest => ({ ...wish, num_illustrations: 2, target_length: 60 }));

/** Makes, over the API, everything that the pages show. Takes two minutes on two cores. */
export async function makeRooms(browser: Browser, url: string, app: RunningApp | null): Promise<Rooms> {
  const family = await enter(browser, url);
  const careful = await enter(browser, url);
  const newcomer = await browser.newContext({ baseURL: url });
  // A browser becomes a guest with the first thing it does.
  await post(newcomer.request, '/api/conversation/tickets', {}, url);

  await change(careful.request, 'PATCH', '/api/v1/household', { require_approval: true }, url);
  const [read, waiting] = [
    await order(family.request, READ, url),
    await order(careful.request, { ...READ, num_illustrations: 2 }, url),
  ];
  await post(
    family.request,
    '/api/v1/readers',
    {
      name: 'Mila',
      age_group: '3-5',
      preferences: ['snails', 'old trains'],
      calming_elements: ['soft rain'],
    },
    url,
  );
  await post(family.request, '/api/keys', { name: 'The library’s screen', scopes: ['read'] }, url);
  await post(family.request, '/api/webhooks', { url: 'https://webhooks.example/story-is-ready' }, url);
  const sessionId = crypto.randomUUID();
  await post(
    family.request,
    '/api/chat',
    { session_id: sessionId, text: 'A story about Nova, a small fox who lives in an old lighthouse' },
    url,
  );
  const failing = {
    ...READ,
    prompt: 'A whale who collects bells',
    models: { text: ABSENT_MODEL },
  } satisfies GenerateStoryRequest;
  const failed = await order(family.request, failing, url);
  const shelf = [];
  for (const wish of SHELF) shelf.push(await order(family.request, wish, url));
  for (const { job_id } of [read, ...shelf]) await waitFor(family.request, job_id, hasJobEnded);
  await waitFor(careful.request, waiting.job_id, hasJobEnded);

  // With a PIN and locked, as a child finds it.
  await change(careful.request, 'PUT', '/api/v1/household/pin', { pin: '2468' }, url);
  await post(careful.request, '/api/v1/household/lock', {}, url);
  await change(family.request, 'PUT', `/api/v1/stories/${shelf[2]?.story_id}/favourite`, undefined, url);
  const { share_id: shareId } = await change<{ share_id: string }>(
    family.request,
    'PUT',
    `/api/v1/stories/${read.story_id}/share`,
    {},
    url,
  );
  const cancelled = await order(family.request, { ...READ, prompt: 'A tree that wants to travel' }, url);
  await change(family.request, 'DELETE', `/api/v1/stories/jobs/${cancelled.job_id}`, undefined, url);
  await waitFor(family.request, failed.job_id, hasJobEnded);

  return {
    url,
    app,
    visitors: {
      stranger: { cookies: [], origins: [] },
      newcomer: await newcomer.storageState(),
      family: await family.storageState(),
      careful: await careful.storageState(),
    },
    storyId: read.story_id,
    jobId: read.job_id,
    failedJobId: failed.job_id,
    cancelledJobId: cancelled.job_id,
    sessionId,
    shareId,
    waitingStoryId: waiting.story_id,
    waitingJobId: waiting.job_id,
    async startLongStory() {
      const wish = { ...READ, prompt: 'A night train that collects dreams', num_illustrations: 12 };
      const { job_id } = await order(
        family.request,
        { ...wish, style: 'night' } as GenerateStoryRequest,
        url,
      );
      await waitFor(family.request, job_id, (job) => hasJobEnded(job) || job.progress > 0.3);
      return job_id;
    },
  };
}

async function enter(browser: Browser, url: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url });
  const email = `mira-${crypto.randomUUID().slice(0, 8)}@example.org`;
  await post(context.request, '/api/auth/sign-up', { email, password: PASSWORD }, url);
  return context;
}

const order = (request: APIRequestContext, wish: GenerateStoryRequest, url: string) =>
  post<JobAcceptedView>(request, '/api/v1/stories/generate', wish, url);

const post = <Answer>(request: APIRequestContext, path: string, body: unknown, url: string) =>
  change<Answer>(request, 'POST', path, body, url);

/** A request as a page of ours sends it: with its cookies, and the origin that a browser puts on. */
async function change<Answer>(
  request: APIRequestContext,
  method: string,
  path: string,
  body: unknown,
  url: string,
): Promise<Answer> {
  const answer = await request.fetch(path, {
    method,
    ...(body === undefined ? {} : { data: body }),
    headers: { origin: new URL(url).origin, accept: 'application/json' },
    timeout: ANSWERS_WITHIN_MS,
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return answer.status() === 204 ? (undefined as Answer) : ((await answer.json()) as Answer);
}

async function waitFor(
  request: APIRequestContext,
  jobId: string,
  isThere: (job: JobView) => boolean,
): Promise<void> {
  const deadline = Date.now() + MAKING_TIMEOUT_MS;
  for (;;) {
    const job = (await (
      await request.get(`/api/v1/stories/jobs/${jobId}`, { timeout: ANSWERS_WITHIN_MS })
    ).json()) as JobView;
    if (isThere(job)) return;
    if (Date.now() > deadline) throw new Error(`A story took too long: ${JSON.stringify(job)}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
