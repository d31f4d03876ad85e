import { afterAll, beforeAll, expect, it } from 'vitest';
import { numberOf, startTestRig, type TestRig, until } from './runner-test-kit.ts';

let rig: TestRig;
const ran: string[] = [];
const gates = new Map<number, () => void>();

beforeAll(async () => {
  rig = await startTestRig((client) => {
    const child = client.createFunction(
      { id: 'child', triggers: [{ event: 'test/child' }], retries: 0 },
      async ({ event, step }) => {
        await step.run('begin', () => ran.push(`child ${numberOf(event)}`));
        await step.sleep('long', '1h');
      },
    );
    return [
      child,
      client.createFunction(
        {
          id: 'parent',
          triggers: [{ event: 'test/parent' }],
          retries: 0,
          cancelOn: [{ event: 'test/stop', match: 'data.n' }],
        },
        async ({ event, step }) => {
          await Promise.all(
            [1, 2].map((i) => step.invoke(`child-${i}`, { function: child, data: { n: numberOf(event) } })),
          );
          await step.run('after', () => ran.push('after the cancellation'));
        },
      ),
      client.createFunction(
        {
          id: 'worker',
          triggers: [{ event: 'test/worker' }],
          retries: 0,
          cancelOn: [{ event: 'test/stop', if: 'event.data.n == async.data.n && async.data.really' }],
        },
        async ({ event, step }) => {
          await step.run('first', async () => {
            await new Promise<void>((resolve) => gates.set(numberOf(event), resolve));
            ran.push('first');
          });
          await step.run('second', () => ran.push('second'));
        },
      ),
      client.createFunction(
        { id: 'witness', triggers: [{ event: 'inngest/function.cancelled' }], retries: 0 },
        async ({ event }) => {
          ran.push(`witness of ${event.data.function_id}`);
        },
      ),
    ];
  });
});
afterAll(() => rig.close());

async function start(name: string, n: number): Promise<string> {
  const { ids } = await rig.client.send({ name, data: { n } });
  return ids[0] as string;
}
const statusOf = async (eventId: string) => (await rig.listRuns(eventId))[0]?.status;

it('cancels a run with the runs it invoked, and no other', async () => {
  const eventId = await start('test/parent', 1);
  const otherId = await start('test/parent', 2);
  await until(() => ran.filter((entry) => entry.startsWith('child')).length === 4);
  await rig.client.send({ name: 'test/stop', data: { n: 1 } });
  await until(async () => (await statusOf(eventId)) === 'Cancelled');
  const page = await (await rig.request('/')).text();
  const countOf = (status: string) =>
    page.match(new RegExp(`>${status}</span>\\s*<strong>test-child<`, 'g'))?.length;
  expect([countOf('Cancelled'), countOf('Running')]).toEqual([2, 2]);
  expect(await statusOf(otherId)).toBe('Running');
  expect(ran).not.toContain('after the cancellation');
  await until(() => ran.includes('witness of test-parent'));
});

it('stops a cancelled run at its next checkpoint, so that no further step begins', async () => {
  const eventId = await start('test/worker', 3);
  await until(() => gates.has(3));
  await rig.client.send({ name: 'test/stop', data: { n: 3 } });
  expect(await statusOf(eventId)).toBe('Running');
  await rig.client.send({ name: 'test/stop', data: { n: 3, really: true } });
  await until(async () => (await statusOf(eventId)) === 'Cancelled');
  gates.get(3)?.();
  await until(() => ran.includes('first'));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(ran).not.toContain('second');
});

it('cancels a run on request', async () => {
  const eventId = await start('test/child', 9);
  const [run] = await until(async () => {
    const runs = await rig.listRuns(eventId);
    return runs.length > 0 && runs;
  });
  await rig.request(`/v1/runs/${run?.run_id}`, { method: 'DELETE' });
  expect(await statusOf(eventId)).toBe('Cancelled');
});
