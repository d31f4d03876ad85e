import { type FailureEventArgs, NonRetriableError } from 'inngest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FunctionList, numberOf, startTestRig, type TestRig, until } from './runner-test-kit.ts';

describe.each([{ signed: false }, { signed: true }])(
  'the runner with the real SDK, signed: $signed',
  ({ signed }) => {
    const calls: string[] = [];
    let rig: TestRig;

    beforeAll(async () => {
      rig = await startTestRig(
        (client): FunctionList => {
          const child = client.createFunction(
            { id: 'child', triggers: [], retries: 1 },
            async ({ event, step }) => step.run('double', () => numberOf(event) * 2),
          );
          return [
            child,
            client.createFunction(
              { id: 'sequence', triggers: [{ event: 'test/sequence' }], retries: 0 },
              async ({ event, step }) => {
                const a = await step.run('a', () => {
                  calls.push('a');
                  return numberOf(event) + 1;
                });
                return step.run('b', () => {
                  calls.push('b');
                  return a * 10;
                });
              },
            ),
            client.createFunction(
              { id: 'fan-out', triggers: [{ event: 'test/fan-out' }], retries: 1 },
              async ({ event, step }) => {
                const parts = await Promise.all(
                  Array.from({ length: numberOf(event) }, (_, i) => step.run(`part-${i}`, () => i * i)),
                );
                return step.run('sum', () => parts.reduce((sum, part) => sum + part, 0));
              },
            ),
            client.createFunction(
              { id: 'invoker', triggers: [{ event: 'test/invoker' }], retries: 0 },
              async ({ step }) =>
                Promise.all(
                  [1, 2, 3].map((n) => step.invoke(`child-${n}`, { function: child, data: { n } })),
                ),
            ),
            client.createFunction(
              {
                id: 'failing',
                triggers: [{ event: 'test/failing' }],
                retries: 0,
                onFailure: async ({ event, error }: FailureEventArgs) => {
                  calls.push(
                    `onFailure ${event.data.function_id} ${event.data.event.data.n} ${error.message}`,
                  );
                },
              },
              async ({ step }) => {
                await step.run('break', () => {
                  throw new NonRetriableError('broken for good');
                });
              },
            ),
          ];
        },
        { signed },
      );
    });
    afterAll(() => rig.close());

    it('runs steps one after the other and returns the value of the function', async () => {
      const [run] = await rig.send({ name: 'test/sequence', data: { n: 4 } });
      expect(run).toMatchObject({ status: 'Completed', output: 50 });
      expect(calls.filter((call) => call === 'a' || call === 'b')).toEqual(['a', 'b']);
    });

    it('runs parallel steps and then what follows them', async () => {
      const [run] = await rig.send({ name: 'test/fan-out', data: { n: 12 } });
      expect(run).toMatchObject({ status: 'Completed', output: 506 });
    });

    it('gives the invoking function the results of the functions it invoked in parallel', async () => {
      const [run] = await rig.send({ name: 'test/invoker' });
      expect(run).toMatchObject({ status: 'Completed', output: [2, 4, 6] });
    });

    it('starts onFailure with the failed event and the error', async () => {
      const [run] = await rig.send({ name: 'test/failing', data: { n: 7 } });
      expect(run?.status).toBe('Failed');
      const note = await until(() => calls.find((call) => call.startsWith('onFailure')));
      expect(note).toBe('onFailure test-failing 7 broken for good');
    });
  },
);
