import { afterEach, expect, it } from 'vitest';
import { numberOf, silentLog, startTestRig, type TestRig, until } from './runner-test-kit.ts';

let rig: TestRig | undefined;
afterEach(() => rig?.close());

const healthOf = async (from: TestRig) =>
  (await (await from.request('/health')).json()) as {
    ready: boolean;
    problem: string | null;
    held_events: number;
  };

it('holds events that arrive before the app has registered, and loses none', async () => {
  const seen: number[] = [];
  rig = await startTestRig(() => [], { unsynced: true });
  await rig.app.down();
  for (const n of [1, 2, 3]) await rig.client.send({ name: 'test/early', data: { n } });
  expect(await healthOf(rig)).toMatchObject({ ready: false, held_events: 3 });
  rig.app.serve(rig.client, [
    rig.client.createFunction(
      { id: 'early', triggers: [{ event: 'test/early' }], retries: 0 },
      async ({ event }) => {
        seen.push(numberOf(event));
      },
    ),
  ]);
  await rig.app.up();
  await until(() => seen.length === 3);
  expect(seen.sort()).toEqual([1, 2, 3]);
});

it('notices a function the app has gained, even when its event comes first', async () => {
  rig = await startTestRig((client) => [
    client.createFunction({ id: 'old', triggers: [{ event: 'test/old' }], retries: 0 }, async () => 'old'),
  ]);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  rig.app.serve(rig.client, [
    rig.client.createFunction(
      { id: 'new', triggers: [{ event: 'test/new' }], retries: 0 },
      async () => 'new',
    ),
  ]);
  const [run] = await rig.send({ name: 'test/new' });
  expect(run).toMatchObject({ function_id: 'test-new', status: 'Completed', output: 'new' });
});

it('waits for an app that is down without costing an attempt, and goes on as soon as it is back', async () => {
  const ran: string[] = [];
  rig = await startTestRig((client) => [
    client.createFunction(
      { id: 'steady', triggers: [{ event: 'test/steady' }], retries: 0 },
      async ({ step }) => {
        await step.run('first', () => ran.push('first'));
        await step.sleep('nap', '1s');
        await step.run('second', () => ran.push('second'));
        return 'done';
      },
    ),
  ]);
  const ended = rig.send({ name: 'test/steady' });
  const { request } = rig;
  await until(async () => {
    const { jobs } = (await (await request('/health')).json()) as {
      jobs: { queued: number; active: number };
    };
    return ran.includes('first') && jobs.queued === 1 && jobs.active === 0;
  });
  await rig.app.down();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  await rig.app.up();
  const upAt = Date.now();
  await until(() => ran.includes('second'));
  expect(Date.now() - upAt).toBeLessThan(1000);
  expect((await ended)[0]).toMatchObject({ status: 'Completed', output: 'done' });
  expect(ran).toEqual(['first', 'second']);
});

it('runs the step that was cut off again, without costing its only attempt, and no finished one', async () => {
  const ran: string[] = [];
  const attempts = new Set<number>();
  rig = await startTestRig((client) => [
    client.createFunction(
      { id: 'cut', triggers: [{ event: 'test/cut' }], retries: 0 },
      async ({ step, attempt }) => {
        await step.run('before', () => ran.push('before'));
        await Promise.all(
          ['left', 'right'].map((name) =>
            step.run(name, async () => {
              ran.push(name);
              attempts.add(attempt);
              if (ran.filter((entry) => entry === name).length === 1) await new Promise(() => undefined);
            }),
          ),
        );
        return 'done';
      },
    ),
  ]);
  const ended = rig.send({ name: 'test/cut' });
  await until(() => ran.includes('left') && ran.includes('right'));
  await rig.app.down();
  await rig.app.up();
  expect((await ended)[0]).toMatchObject({ status: 'Completed', output: 'done' });
  expect(ran.toSorted()).toEqual(['before', 'left', 'left', 'right', 'right']);
  expect([...attempts]).toEqual([0]);
});

it.each([
  ['debounce', { debounce: { period: '10s' } }],
  ['batchEvents', { batchEvents: { maxSize: 5, timeout: '5s' } }],
  ['timeouts', { timeouts: { finish: '10s' } }],
  ['concurrency', { concurrency: [{ limit: 1, scope: 'account' }] }],
  ['idempotency', { idempotency: 'event.data.(' }],
  ['cron', { triggers: [{ cron: '99 * * * *' }] }],
])(
  'refuses an app that registers a function with an impossible %s, and says which',
  async (option, options) => {
    const problems: string[] = [];
    rig = await startTestRig(
      (client) => [
        client.createFunction(
          { id: 'impossible', triggers: [{ event: 'test/x' }], retries: 0, ...options } as never,
          async () => undefined,
        ),
      ],
      { unsynced: true, log: { ...silentLog, warn: (_fields, message) => problems.push(message) } },
    );
    const problem = await until(() => problems.find((message) => message.includes('sync failed')));
    expect(problem).toContain('test-impossible');
    expect(problem).toContain(option);
    expect(await healthOf(rig)).toMatchObject({ ready: false, problem: expect.stringContaining(option) });
  },
);
