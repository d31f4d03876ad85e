import { type BrowserContext, expect } from '@playwright/test';
import type { GenerateStoryRequest, JobAcceptedView, JobView } from '../../lib/story/views';

export type MadeStory = {
  jobId: string;
  storyId: string;
  storageState: Awaited<ReturnType<BrowserContext['storageState']>>;
};

const REQUEST: GenerateStoryRequest = {
  prompt: 'Nova the fox wants to mail a letter to the moon',
  age_group: '3-5',
  num_illustrations: 2,
};
const MAKING_TIMEOUT_MS = 80_000;

/** Has a story made over our HTTP API as a new guest of this browser, and waits until its film is there. */
export async function makeStory(
  context: BrowserContext,
  baseURL: string,
  changes: Partial<GenerateStoryRequest> = {},
): Promise<MadeStory> {
  // A browser says where a request comes from; only a page of ours makes its visitor a guest.
  const answer = await context.request.post('/api/v1/stories/generate', {
    data: { ...REQUEST, ...changes },
    headers: { origin: new URL(baseURL).origin },
  });
  expect(answer.status()).toBe(202);
  const { job_id: jobId, story_id: storyId } = (await answer.json()) as JobAcceptedView;
  await expect
    .poll(
      async () => {
        const job = (await (await context.request.get(`/api/v1/stories/jobs/${jobId}`)).json()) as JobView;
        if (job.status === 'failed') throw new Error(`The story failed: ${job.error_code} ${job.error}`);
        return job.status;
      },
      { timeout: MAKING_TIMEOUT_MS, intervals: [500] },
    )
    .toBe('completed');
  return { jobId, storyId, storageState: await context.storageState() };
}
