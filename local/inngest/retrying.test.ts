import { NonRetriableError, RetryAfterError } from 'inngest';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTestRig, type TestRig } from './runner-test-kit.ts';

let rig: TestRig;
let tries: { step: string; attempt: number; at: number }[] = [];
const countOf = (step: string) => tries.filter((entry) => entry.step === step).length;

beforeEach(() => {
  tries = [];
});
beforeAll(async () => {
  rig = await startTestRig((client) => {
    const note = (step: string, attempt: number) => tries.push({ step, attempt, at: Date.now() });
    return [
      client.createFunction(
        { id: 'flaky', triggers: [{ event: 'test/flaky' }], retries: 2 },
        async ({ step, attempt }) => {
          for (const name of ['first', 'second']) {
            await step.run(name, () => {
              note(name, attempt);
              if (countOf(name) < 3) throw new Error(`${name} is flaky`);
            });
          }
          return 'done';
        },
      ),
      client.createFunction(
        { id: 'parallel-flaky', triggers: [{ event: 'test/parallel-flaky' }], retries: 2 },
        async ({ step, attempt }) =>
          Promise.all(
            ['a', 'b', 'c'].map((name) =>
              step.run(name, () => {
                note(name, attempt);
                if (name !== 'b' && countOf(name) < 3) throw new Error(`${name} is flaky`);
                return name;
              }),
            ),
          ),
      ),
      client.createFunction(
        { id: 'hopeless', triggers: [{ event: 'test/hopeless' }], retries: 2 },
        async ({ step, attempt }) => {
          await step.run('hopeless', () => {
            note('hopeless', attempt);
            throw new TypeError('never works');
          });
        },
      ),
      client.createFunction(
        { id: 'throws-outside', triggers: [{ event: 'test/throws-outside' }], retries: 2 },
        async ({ attempt }) => {
          note('outside', attempt);
          if (attempt < 2) throw new Error('not yet');
          return attempt;
        },
      ),
      client.createFunction(
        { id: 'patient', triggers: [{ event: 'test/patient' }], retries: 1 },
        async ({ step, attempt }) => {
          await step.run('patient', () => {
            note('patient', attempt);
            if (countOf('patient') < 2) throw new RetryAfterError('come back later', '1s');
          });
        },
      ),
      client.createFunction(
        { id: 'catches', triggers: [{ event: 'test/catches' }], retries: 3 },
        async ({ step, attempt }) => {
          const settled = await Promise.allSettled([
            step.run('fatal', () => {
              note('fatal', attempt);
              throw new NonRetriableError('not again');
            }),
            step.run('fine', () => 'fine'),
          ]);
          return settled.map((entry) => (entry.status === 'fulfilled' ? entry.value : entry.reason.message));
        },
      ),
    ];
  });
});
afterAll(() => rig.close());

it('tries each step up to its number of attempts, counting anew after a success', async () => {
  const [run] = await rig.send({ name: 'test/flaky' });
  expect(run).toMatchObject({ status: 'Completed', output: 'done' });
  expect(tries.map(({ step, attempt }) => `${step} ${attempt}`)).toEqual([
    'first 0',
    'first 1',
    'first 2',
    'second 0',
    'second 1',
    'second 2',
  ]);
});

it('counts the attempts of parallel steps apart and repeats only those that failed', async () => {
  const [run] = await rig.send({ name: 'test/parallel-flaky' });
  expect(run).toMatchObject({ status: 'Completed', output: ['a', 'b', 'c'] });
  expect([countOf('a'), countOf('b'), countOf('c')]).toEqual([3, 1, 3]);
});

it('fails the run with the error of the step when no attempt is left', async () => {
  const [run] = await rig.send({ name: 'test/hopeless' });
  expect(run).toMatchObject({ status: 'Failed', output: { message: 'never works' } });
  expect(countOf('hopeless')).toBe(3);
});

it('tries again when the function throws outside a step', async () => {
  const [run] = await rig.send({ name: 'test/throws-outside' });
  expect(run).toMatchObject({ status: 'Completed', output: 2 });
});

it('waits as long as a RetryAfterError asks, not as long as the back-off says', async () => {
  const [run] = await rig.send({ name: 'test/patient' });
  expect(run?.status).toBe('Completed');
  const [first, second] = tries;
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(900);
});

it('does not repeat a step that failed for good, and lets the function catch its error', async () => {
  const [run] = await rig.send({ name: 'test/catches' });
  expect(run).toMatchObject({ status: 'Completed', output: ['not again', 'fine'] });
  expect(countOf('fatal')).toBe(1);
});
