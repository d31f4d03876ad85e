import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JobEventView } from '../../lib/story/views.ts';
import { type Client, createGuest } from '../support/client.ts';
import { type RunningApp, startApp } from '../support/start-app.ts';

/** Real processes, really killed, in the middle of a job. */
let app: RunningApp;
let client: Client;
beforeAll(async () => {
  app = await startApp();
  client = await createGuest(app.url);
});
afterAll(() => app.stop());

let seed = 100;
function startJob() {
  seed += 1;
  return client.generate({
    prompt: 'A fox who paints the stars finds a lost comet',
    age_group: '6-8',
    num_illustrations: 3,
    target_length: 36,
    seed,
  });
}

/** Steps that called a model, with how often, from the application's own log. */
async function countModelCalls(jobId: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const line of (await readFile(app.logFile, 'utf8')).split('\n')) {
    if (!line.startsWith('{') || !line.includes(jobId)) continue;
    const entry = JSON.parse(line) as { msg?: string; jobId?: string; step?: string };
    if (entry.msg === 'model called' && entry.jobId === jobId && entry.step) {
      counts.set(entry.step, (counts.get(entry.step) ?? 0) + 1);
    }
  }
  return counts;
}

function finishedSteps(events: JobEventView[]): string[] {
  return events.flatMap((event) => {
    if (event.type === 'story') return ['draft'];
    if ((event.type === 'picture' || event.type === 'narration') && event.scene !== undefined) {
      return [`${event.type}:${event.scene + 1}`];
    }
    return [];
  });
}

async function expectFinished(jobId: string, before: JobEventView[]): Promise<void> {
  const job = await client.waitForJob(jobId);
  expect(job).toMatchObject({ status: 'completed', error: null, warnings: [] });
  const story = await client.getStory(jobId);
  expect(story.scenes.every((scene) => scene.image_url && scene.audio_url)).toBe(true);
  expect(story.film?.duration_ms).toBeGreaterThan(5_000);
  const calls = await countModelCalls(jobId);
  for (const step of finishedSteps(before)) expect([step, calls.get(step)]).toEqual([step, 1]);
}

describe('a killed process', () => {
  test.each(['web', 'inngest', 'supabase', 'postgres'] as const)(
    'loses nothing when it is %s, while pictures are drawn',
    async (name) => {
      const { job_id } = await startJob();
      const before = await client.readEvents(job_id, { until: (event) => event.type === 'picture' });
      process.kill(await app.pidOf(name), 'SIGKILL');
      await expectFinished(job_id, before);
    },
  );

  test.each(['web', 'inngest'] as const)(
    'loses nothing when it is %s, while the film is rendered',
    async (name) => {
      const { job_id } = await startJob();
      const before = await client.readEvents(job_id, {
        until: (event) => event.stage === 'filming' && event.progress > 0.5,
      });
      process.kill(await app.pidOf(name), 'SIGKILL');
      await expectFinished(job_id, before);
    },
  );

  test('loses nothing of a page that is mended, when it is the web, while the new film is rendered', async () => {
    const { job_id } = await startJob();
    await client.waitForJob(job_id);
    const story = await client.getStory(job_id);
    const scene = story.scenes[1];
    const text = 'The fox sat down on a warm stone and looked up.';
    const response = await client.request(`/api/v1/stories/${story.id}/scenes/${scene?.id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, revision: scene?.revision }),
    });
    const { job_id: mendId } = (await response.json()) as { job_id: string };
    await client.readEvents(mendId, { until: (event) => event.stage === 'filming' });
    process.kill(await app.pidOf('web'), 'SIGKILL');
    expect(await client.waitForJob(mendId)).toMatchObject({
      kind: 'mend',
      status: 'completed',
      warnings: [],
    });
    const mended = await client.getStory(story.id);
    expect(mended.scenes[1]?.words.map((word) => word.text).join(' ')).toBe(text);
    expect([mended.version, mended.film?.version, mended.audio?.version]).toEqual([2, 2, 2]);
    expect([...(await countModelCalls(mendId))]).toEqual([['narration:2', 1]]);
  });

  test('loses nothing when everything is gone at once and started again', async () => {
    const { job_id } = await startJob();
    const before = await client.readEvents(job_id, { until: (event) => event.type === 'narration' });
    await app.end('SIGKILL');
    // The children notice that their launcher is gone and end by themselves.
    await sleep(1_500);
    await app.restart();
    await expectFinished(job_id, before);
  });
});
