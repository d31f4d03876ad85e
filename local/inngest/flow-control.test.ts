import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { numberOf, startTestRig, type TestRig, until } from './runner-test-kit.ts';

let rig: TestRig;
let log: { name: string; n: number; at: number }[] = [];
const running = new Map<string, number>();
const peak = new Map<string, number>();

const pause = (durationMs: number) => new Promise((resolve) => setTimeout(resolve, durationMs));
/** Works for 40 ms and remembers how many did so at the same time under each of its names. */
async function work(names: string[]): Promise<void> {
  for (const name of names) {
    running.set(name, (running.get(name) ?? 0) + 1);
    peak.set(name, Math.max(peak.get(name) ?? 0, running.get(name) ?? 0));
  }
  await pause(40);
  for (const name of names) running.set(name, (running.get(name) ?? 0) - 1);
}

beforeEach(() => {
  log = [];
  peak.clear();
});
beforeAll(async () => {
  rig = await startTestRig((client) => {
    const record = (name: string, event: { data: unknown }) =>
      log.push({ name, n: numberOf(event), at: Date.now() });
    return [
      client.createFunction(
        {
          id: 'limited',
          triggers: [{ event: 'test/limited' }],
          retries: 0,
          concurrency: [{ limit: 3 }, { limit: 1, key: 'event.data.owner' }],
        },
        async ({ event, step }) => {
          await Promise.all(
            [1, 2].map((i) => step.run(`work-${i}`, () => work(['all', `owner ${event.data.owner}`]))),
          );
        },
      ),
      ...['left', 'right'].map((id) =>
        client.createFunction(
          {
            id,
            triggers: [{ event: 'test/shared' }],
            retries: 0,
            concurrency: { limit: 1, scope: 'env', key: '"provider"' },
          },
          async ({ step }) => step.run('work', () => work(['shared'])),
        ),
      ),
      client.createFunction(
        { id: 'once', triggers: [{ event: 'test/once' }], retries: 0, idempotency: 'event.data.n' },
        async ({ event }) => {
          record('once', event);
        },
      ),
      client.createFunction(
        {
          id: 'prioritised',
          triggers: [{ event: 'test/prioritised' }],
          retries: 0,
          concurrency: 1,
          priority: { run: 'event.data.n' },
        },
        async ({ event }) => {
          record('prioritised', event);
          await pause(60);
        },
      ),
      client.createFunction(
        {
          id: 'rated',
          triggers: [{ event: 'test/rated' }],
          retries: 0,
          rateLimit: { limit: 2, period: '1m' },
        },
        async ({ event }) => {
          record('rated', event);
        },
      ),
      client.createFunction(
        {
          id: 'throttled',
          triggers: [{ event: 'test/throttled' }],
          retries: 0,
          throttle: { limit: 4, period: '1s' },
        },
        async ({ event }) => {
          record('throttled', event);
        },
      ),
      client.createFunction(
        {
          id: 'single',
          triggers: [{ event: 'test/single' }],
          retries: 0,
          singleton: { mode: 'skip', key: 'event.data.n' },
        },
        async ({ event, step }) => {
          await step.run('note', () => record('single', event));
          await step.sleep('nap', '1s');
        },
      ),
      client.createFunction(
        {
          id: 'latest',
          triggers: [{ event: 'test/latest' }],
          retries: 0,
          singleton: { mode: 'cancel' },
        },
        async ({ step }) => step.sleep('nap', '1s'),
      ),
      client.createFunction(
        { id: 'counted', triggers: [{ event: 'test/counted' }], retries: 0 },
        async ({ event }) => {
          record('counted', event);
        },
      ),
    ];
  });
});
afterAll(() => rig.close());

const sendAll = (name: string, list: Record<string, unknown>[]) =>
  rig.client.send(list.map((data) => ({ name, data })));
const idle = () =>
  until(async () => {
    const health = (await (await rig.request('/health')).json()) as { runs: { running?: number } };
    return (health.runs.running ?? 0) === 0;
  });

it('keeps to two concurrency limits at once and still uses what they allow', async () => {
  await sendAll(
    'test/limited',
    ['a', 'b', 'c', 'd', 'e'].flatMap((owner) => [{ owner }, { owner }]),
  );
  await idle();
  expect(peak.get('all')).toBe(3);
  for (const owner of ['a', 'b', 'c', 'd', 'e']) expect(peak.get(`owner ${owner}`)).toBe(1);
});

it('shares one limit between functions when its scope is the environment', async () => {
  await sendAll('test/shared', [{ n: 1 }, { n: 2 }]);
  await idle();
  expect(peak.get('shared')).toBe(1);
});

it('starts a function once per idempotency key', async () => {
  await sendAll('test/once', [{ n: 1 }, { n: 1 }, { n: 2 }]);
  await idle();
  expect(log.map((entry) => entry.n).sort()).toEqual([1, 2]);
});

it('drops an event whose id was seen, whatever request it comes in', async () => {
  const [first, second] = [
    await rig.client.send({ id: 'same', name: 'test/counted', data: { n: 1 } }),
    await rig.client.send({ id: 'same', name: 'test/counted', data: { n: 2 } }),
  ];
  expect(second).toEqual(first);
  await rig.client.send({ id: 'other', name: 'test/counted', data: { n: 3 } });
  await idle();
  expect(log.map((entry) => entry.n).sort()).toEqual([1, 3]);
});

it('runs waiting runs in the order of their priority', async () => {
  await sendAll('test/prioritised', [{ n: 0 }, { n: -5 }, { n: 300 }, { n: 50 }]);
  await idle();
  expect(log.map((entry) => entry.n)).toEqual([300, 50, 0, -5]);
});

it('skips runs over the rate limit', async () => {
  await sendAll('test/rated', [{ n: 1 }, { n: 2 }, { n: 3 }]);
  await idle();
  expect(log).toHaveLength(2);
});

it('spaces throttled runs evenly over the period', async () => {
  await sendAll('test/throttled', [{ n: 1 }, { n: 2 }, { n: 3 }]);
  await idle();
  const gaps = log.slice(1).map((entry, i) => entry.at - (log[i]?.at ?? 0));
  expect(gaps).toHaveLength(2);
  // The times are taken where a call arrives: on a busy machine one that comes late shortens the gap after it.
  for (const gap of gaps) expect(gap).toBeGreaterThan(120);
  expect((log[2]?.at ?? 0) - (log[0]?.at ?? 0)).toBeGreaterThan(380);
});

it('keeps one run per singleton key: skips the newer or cancels the older', async () => {
  await sendAll('test/single', [{ n: 1 }, { n: 1 }, { n: 2 }]);
  const first = await rig.client.send({ name: 'test/latest', data: {} });
  const second = await rig.client.send({ name: 'test/latest', data: {} });
  await idle();
  expect(log.map((entry) => entry.n).sort()).toEqual([1, 2]);
  expect((await rig.listRuns(first.ids[0] as string))[0]?.status).toBe('Cancelled');
  expect((await rig.listRuns(second.ids[0] as string))[0]?.status).toBe('Completed');
});
