import { afterAll, beforeAll, expect, it } from 'vitest';
import { numberOf, startTestRig, type TestRig, until } from './runner-test-kit.ts';

let rig: TestRig;

beforeAll(async () => {
  rig = await startTestRig((client) => {
    const slow = client.createFunction(
      { id: 'slow', triggers: [{ event: 'test/slow' }], retries: 0 },
      async ({ step }) => {
        await step.sleep('long', '1h');
      },
    );
    return [
      slow,
      client.createFunction(
        { id: 'sleeper', triggers: [{ event: 'test/sleeper' }], retries: 0 },
        async ({ step }) => {
          const startedAt = await step.run('start', () => Date.now());
          await step.sleep('nap', '1s');
          return step.run('end', () => Date.now() - startedAt);
        },
      ),
      client.createFunction(
        { id: 'waiter', triggers: [{ event: 'test/waiter' }], retries: 0 },
        async ({ step }) => {
          const answer = await step.waitForEvent('answer', {
            event: 'test/answer',
            match: 'data.n',
            timeout: '1m',
          });
          return answer?.data.text;
        },
      ),
      client.createFunction(
        { id: 'impatient', triggers: [{ event: 'test/impatient' }], retries: 0 },
        async ({ step }) =>
          step.waitForEvent('never', { event: 'test/never', if: 'async.data.n == 1', timeout: '1s' }),
      ),
      client.createFunction(
        { id: 'sender', triggers: [{ event: 'test/sender' }], retries: 0 },
        async ({ event, step }) => {
          const [answer] = await Promise.all([
            step.waitForEvent('answer', { event: 'test/answer', match: 'data.n', timeout: '1m' }),
            step.run('prepare', () => 'ready'),
            step.sleep('a moment', '1s'),
          ]);
          const sent = await step.sendEvent('send', { name: 'test/sent', data: { n: numberOf(event) } });
          return { text: answer?.data.text, sent: sent.ids.length };
        },
      ),
      client.createFunction(
        { id: 'receiver', triggers: [{ event: 'test/sent', if: 'event.data.n > 10' }], retries: 0 },
        async ({ event }) => numberOf(event),
      ),
      client.createFunction(
        { id: 'hasty-invoker', triggers: [{ event: 'test/hasty-invoker' }], retries: 0 },
        async ({ step }) => step.invoke('call', { function: slow, data: {}, timeout: '1s' }),
      ),
    ];
  });
});
afterAll(() => rig.close());

const waitsFor = (count: number) =>
  until(async () => {
    const health = (await (await rig.request('/health')).json()) as { waits: number };
    return health.waits === count;
  });

it('sleeps for the time asked and then goes on', async () => {
  const [run] = await rig.send({ name: 'test/sleeper' });
  expect(run?.output).toBeGreaterThanOrEqual(1000);
  expect(run?.output).toBeLessThan(5000);
});

it('gives a waiting step the event that matches and no other', async () => {
  const ended = rig.send({ name: 'test/waiter', data: { n: 1 } });
  await waitsFor(1);
  await rig.client.send({ name: 'test/answer', data: { n: 2, text: 'for somebody else' } });
  await rig.client.send({ name: 'test/answer', data: { n: 1, text: 'for you' } });
  expect((await ended)[0]).toMatchObject({ status: 'Completed', output: 'for you' });
});

it('gives a waiting step null when nothing came in time, even if an event lacks the field', async () => {
  const ended = rig.send({ name: 'test/impatient' });
  await waitsFor(1);
  await rig.client.send({ name: 'test/never', data: {} });
  expect((await ended)[0]).toMatchObject({ status: 'Completed', output: null });
});

it('waits, sleeps and runs a step side by side, then sends an event that starts another function', async () => {
  const ended = rig.send({ name: 'test/sender', data: { n: 11 } });
  await waitsFor(1);
  await rig.client.send({ name: 'test/answer', data: { n: 11, text: 'here' } });
  expect((await ended)[0]).toMatchObject({ status: 'Completed', output: { text: 'here', sent: 1 } });
  await until(async () => /Completed[\s\S]{0,80}test-receiver/.test(await (await rig.request('/')).text()));
});

it('fails the invoking step when the invoked run takes too long', async () => {
  const [run] = await rig.send({ name: 'test/hasty-invoker' });
  expect(run).toMatchObject({ status: 'Failed', output: { message: expect.stringContaining('Timed out') } });
});
