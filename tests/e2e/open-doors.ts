import type { APIRequestContext, Browser } from '@playwright/test';
import type { GenerateStoryRequest, JobAcceptedView, JobView } from '../../lib/story/views';
import type { Rooms } from '../../scripts/screenshots/make-rooms';
import { makeStory } from './made-story';

/** What is needed to look at (nearly) every page: less than for its picture, and made in a quarter of a minute. */
export type Doors = Omit<Rooms, 'app' | 'startLongStory' | 'failedJobId'>;

const WISH: GenerateStoryRequest = {
  prompt: 'A night train that collects dreams',
  age_group: '3-5',
  num_illustrations: 1,
  target_length: 30,
  generate_film: false,
};

export async function openDoors(browser: Browser, url: string): Promise<Doors> {
  const [family, careful, newcomer] = await Promise.all([
    browser.newContext({ baseURL: url }),
    browser.newContext({ baseURL: url }),
    browser.newContext({ baseURL: url }),
  ]);
  const ask = async <Answer>(request: APIRequestContext, method: string, path: string, data?: unknown) => {
    const answer = await request.fetch(path, {
      method,
      ...(data === undefined ? {} : { data }),
      // As a page of ours sends it.
      headers: { origin: new URL(url).origin, accept: 'application/json' },
    });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return (answer.status() === 204 ? undefined : await answer.json()) as Answer;
  };

  // A browser becomes a guest with the first thing it does.
  await ask(newcomer.request, 'POST', '/api/conversation/tickets', {});
  const email = `mira-${crypto.randomUUID()}@example.org`;
  await ask(careful.request, 'POST', '/api/auth/sign-up', { email, password: 'a lantern in the forest' });
  await ask(careful.request, 'PATCH', '/api/v1/household', { require_approval: true });
  const waiting = await ask<JobAcceptedView>(careful.request, 'POST', '/api/v1/stories/generate', WISH);

  const madeStory = await makeStory(family, url);
  await ask(family.request, 'POST', '/api/v1/readers', { name: 'Mila', age_group: '3-5' });
  const share = await ask<{ share_id: string }>(
    family.request,
    'PUT',
    `/api/v1/stories/${madeStory.storyId}/share`,
    {},
  );
  const sessionId = crypto.randomUUID();
  await ask(family.request, 'POST', '/api/v1/stories/generate', WISH).then((accepted) =>
    ask(family.request, 'DELETE', `/api/v1/stories/jobs/${(accepted as JobAcceptedView).job_id}`),
  );
  const jobs = await ask<{ jobs: JobView[] }>(family.request, 'GET', '/api/v1/stories/jobs');
  const talk = await family.request.post('/api/chat', {
    data: { session_id: sessionId, text: 'A story about Nova, a small fox who lives in an old lighthouse' },
    headers: { origin: new URL(url).origin },
  });
  await talk.text();

  const deadline = Date.now() + 90_000;
  for (;;) {
    const job = await ask<JobView>(careful.request, 'GET', `/api/v1/stories/jobs/${waiting.job_id}`);
    if (job.status === 'completed') break;
    if (job.status === 'failed' || Date.now() > deadline) throw new Error(JSON.stringify(job));
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  // With a PIN and locked, as a child finds it.
  await ask(careful.request, 'PUT', '/api/v1/household/pin', { pin: '2468' });
  await ask(careful.request, 'POST', '/api/v1/household/lock', {});

  const doors: Doors = {
    url,
    visitors: {
      stranger: { cookies: [], origins: [] },
      newcomer: await newcomer.storageState(),
      family: await family.storageState(),
      careful: await careful.storageState(),
    },
    storyId: madeStory.storyId,
    jobId: madeStory.jobId,
    cancelledJobId: jobs.jobs.find(({ status }) => status === 'cancelled')?.job_id ?? madeStory.jobId,
    sessionId,
    shareId: share.share_id,
    waitingStoryId: waiting.story_id,
    waitingJobId: waiting.job_id,
  };
  await Promise.all([family, careful, newcomer].map((context) => context.close()));
  return doors;
}
