import { setTimeout as sleep } from 'node:timers/promises';
import type { GenerateStoryRequest, JobAcceptedView, JobView } from '../../../lib/story/views.ts';
import { openBrowser } from '../../../tests/support/open-browser.ts';

/** What a browser knows after it has had stories made: its cookies, and a story that is finished. */
export type Owner = { cookie: string; storyId: string; shareUrl: string };

const PROMPTS = [
  'Nova the fox wants to mail a letter to the moon',
  'A shy robot called Button learns to dance at the village fair',
  'An owl who is afraid of the dark makes friends with a firefly',
  'A brave little mouse looks for a magical cheese',
  'A whale who collects lost umbrellas',
  'Two bears open a bakery on a cloud',
];
const MAKING_TIMEOUT_MS = 300_000;

/** Has some books made over our HTTP API by a new guest of a browser, and shares the first of them. */
export async function makeBooks(url: string): Promise<Owner> {
  const browser = openBrowser(url);
  const jobs: JobAcceptedView[] = [];
  for (const [index, prompt] of PROMPTS.entries()) {
    const request: GenerateStoryRequest = {
      prompt,
      age_group: '3-5',
      num_illustrations: index === 0 ? 4 : 2,
    };
    const answer = await browser.post('/api/v1/stories/generate', request);
    if (answer.status !== 202) throw new Error(`generate: ${answer.status} ${await answer.text()}`);
    jobs.push((await answer.json()) as JobAcceptedView);
  }
  for (const { job_id: jobId } of jobs) await waitForBook(browser, jobId);
  const storyId = jobs[0]?.story_id ?? '';
  const shared = await browser.send(`/api/v1/stories/${storyId}/share`, { method: 'PUT', body: {} });
  if (!shared.ok) throw new Error(`share: ${shared.status} ${await shared.text()}`);
  const { url: shareUrl } = (await shared.json()) as { url: string };
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return { cookie, storyId, shareUrl };
}

async function waitForBook({ send }: ReturnType<typeof openBrowser>, jobId: string): Promise<void> {
  const deadline = Date.now() + MAKING_TIMEOUT_MS;
  for (;;) {
    const job = (await (await send(`/api/v1/stories/jobs/${jobId}`)).json()) as JobView;
    if (job.status === 'completed') return;
    if (job.status !== 'pending' && job.status !== 'processing') throw new Error(JSON.stringify(job));
    if (Date.now() > deadline) throw new Error(`A book was not made in time: ${JSON.stringify(job)}`);
    await sleep(500);
  }
}
