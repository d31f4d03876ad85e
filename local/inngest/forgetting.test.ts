import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Inngest } from 'inngest';
import { afterEach, expect, it } from 'vitest';
import { startTestRig, type TestRig, until } from './runner-test-kit.ts';

const ANNA = 'aaaaaaaa-0000-4000-8000-000000000001';
const BEN = 'bbbbbbbb-0000-4000-8000-000000000002';
const JOB = 'cccccccc-0000-4000-8000-000000000003';

let rig: TestRig;
afterEach(() => rig.close());

/** A story whose words are a step's result, and one that goes on for as long as nobody ends it. */
function build(client: Inngest) {
  const idOf = (event: { data: unknown }) => (event.data as { ownerId: string }).ownerId;
  return [
    client.createFunction(
      { id: 'tell', triggers: [{ event: 'tell' }], retries: 0 },
      async ({ event, step }) =>
        step.run('draft', () => `Once upon a time ${idOf(event) === ANNA ? 'zanzibarella' : 'benjamino'}`),
    ),
    client.createFunction({ id: 'wait', triggers: [{ event: 'wait' }], retries: 0 }, async ({ step }) => {
      await step.run('draft', () => 'zanzibarella waits');
      await step.sleep('long', '1h');
    }),
    client.createFunction({ id: 'stop', triggers: [{ event: 'stop' }], retries: 0 }, async () => 'stopped'),
  ];
}

it('forgets events, runs and words of an erased household, also of one that is under way, and nobody else’s', async () => {
  rig = await startTestRig(build);
  const statusOf = async (runId: string) => (await rig.request(`/v1/runs/${runId}`)).status;
  const [told] = await rig.send({ name: 'tell', data: { ownerId: ANNA }, id: `tell-${ANNA}` });
  const [bens] = await rig.send({ name: 'tell', data: { ownerId: BEN } });
  const [stopped] = await rig.send({ name: 'stop', data: { jobId: JOB } });
  const { ids } = await rig.client.send({ name: 'wait', data: { ownerId: ANNA } });
  const waiting = await until(async () => (await rig.listRuns(ids[0] as string))[0]);
  if (!told || !bens || !stopped) throw new Error('three runs were expected');

  await rig.client.send({ name: 'household/erased', data: { ids: [ANNA, JOB] } });
  const gone = [told.run_id, stopped.run_id, waiting.run_id];
  expect(await Promise.all([...gone, bens.run_id].map(statusOf))).toEqual([404, 404, 404, 200]);
  expect(await rig.listRuns(ids[0] as string)).toEqual([]);

  // Not even in pages that are free again, nor in the journal beside the file.
  const folder = path.join(rig.settings.dataDir, 'inngest');
  const file = readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'latin1'))
    .join('');
  for (const trace of [ANNA, JOB, 'zanzibarella']) expect(file.includes(trace), trace).toBe(false);
  for (const trace of [BEN, 'benjamino']) expect(file.includes(trace), trace).toBe(true);
});

it('refuses ids that could match more than they mean', async () => {
  rig = await startTestRig(build);
  const [told] = await rig.send({ name: 'tell', data: { ownerId: ANNA } });
  const answer = await rig.request('/e/test', {
    method: 'POST',
    body: JSON.stringify({ name: 'household/erased', data: { ids: ['%'] } }),
  });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect((await rig.request(`/v1/runs/${told?.run_id}`)).status).toBe(200);
});
