import { NonRetriableError } from 'inngest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildProgram, createRandom, type Node, type Program, predictOutcome } from './random-programs.ts';
import { type RunView, startTestRig, type TestRig, until } from './runner-test-kit.ts';

/**
 * Seeded random functions made of every kind of step, compared with what a plain interpreter says they must return
 * and with how often each step must have run.
 */
const PROGRAMS = 80;
const executions = new Map<string, number>();
const programs = Array.from({ length: PROGRAMS }, (_, seed) => buildProgram(createRandom(seed + 1), seed));
let rig: TestRig;

type Tools = Parameters<Parameters<TestRig['client']['createFunction']>[1]>[0]['step'];

beforeAll(async () => {
  rig = await startTestRig((client) => {
    const child = client.createFunction(
      { id: 'child', triggers: [{ event: 'test/child' }], retries: 0 },
      async ({ event, step }) => {
        const data = event.data as { key: string; value: number; fails: boolean };
        return step.run('child', () => {
          executions.set(data.key, (executions.get(data.key) ?? 0) + 1);
          if (data.fails) throw new NonRetriableError('child failed');
          return data.value;
        });
      },
    );
    async function perform(step: Tools, program: Program, node: Node, run: string): Promise<unknown> {
      const key = `${run}/${node.id}`;
      const once = () => {
        const count = (executions.get(key) ?? 0) + 1;
        executions.set(key, count);
        return count;
      };
      switch (node.kind) {
        case 'run':
          return step.run(node.id, () => {
            once();
            return node.value;
          });
        case 'flaky':
          return step.run(node.id, () => {
            if (once() <= node.failures) throw new Error('flaky');
            return node.value;
          });
        case 'fatal':
          return step
            .run(node.id, () => {
              once();
              throw new NonRetriableError(`fatal ${node.id}`);
            })
            .catch((error: Error) => error.message);
        case 'sleep':
          return step.sleep(node.id, '1s').then(() => 'slept');
        case 'send':
          return step
            .sendEvent(node.id, { name: 'test/nobody', data: {} })
            .then((sent: { ids: string[] }) => sent.ids.length);
        case 'invoke':
          return step
            .invoke(node.id, { function: child, data: { key, value: node.value, fails: node.fails } })
            .catch((error: Error) => error.message);
        case 'wait':
          return step
            .waitForEvent(node.id, {
              event: 'test/answer',
              if: `async.data.key == "${key}"`,
              timeout: node.answered ? '1m' : '1s',
            })
            .then((event: { data: unknown } | null) =>
              event ? (event.data as { value: number }).value : null,
            );
        case 'sequence': {
          const results: unknown[] = [];
          for (const part of node.parts) results.push(await perform(step, program, part, run));
          return results;
        }
        case 'parallel':
          return Promise.all(node.parts.map((part) => perform(step, program, part, run)));
      }
    }
    const functions = programs.map((program) =>
      client.createFunction(
        { id: `program-${program.seed}`, triggers: [{ event: `test/program-${program.seed}` }], retries: 2 },
        async ({ step, runId }) => {
          const result = await perform(step, program, program.root, runId);
          if (program.throwsAtEnd) throw new NonRetriableError('thrown at the end');
          return result;
        },
      ),
    );
    return [child, ...functions];
  });
}, 60_000);
afterAll(() => rig.close());

type Started = { program: Program; eventId: string; run: RunView | undefined };

/** Looks at the runs that have not ended, and answers their waits: an event that comes before its wait is rightly lost. */
async function lookAgain(started: Started[]): Promise<boolean> {
  for (const entry of started) {
    if (entry.run && entry.run.status !== 'Running') continue;
    [entry.run] = await rig.listRuns(entry.eventId);
  }
  const open = started.filter((entry) => !entry.run || entry.run.status === 'Running');
  const answers = open.flatMap(({ program, run }) =>
    program.waits.map((wait) => ({
      name: 'test/answer',
      data: { key: `${run?.run_id}/${wait.id}`, value: wait.value },
    })),
  );
  if (answers.length > 0) await rig.client.send(answers);
  await new Promise((resolve) => setTimeout(resolve, 300));
  return open.length === 0;
}

it(`gives the predicted result for ${PROGRAMS} random programs and runs each step as often as predicted`, async () => {
  const { ids } = await rig.client.send(
    programs.map((program) => ({ name: `test/program-${program.seed}`, data: {} })),
  );
  const started: Started[] = programs.map((program, index) => ({
    program,
    eventId: ids[index] as string,
    run: undefined,
  }));
  await until(() => lookAgain(started), 150_000);
  for (const { program, run } of started) {
    const predicted = predictOutcome(program);
    expect([program.seed, run?.status]).toEqual([program.seed, predicted.status]);
    if (predicted.status === 'Completed') expect(run?.output).toEqual(predicted.output);
    else expect(run?.output).toMatchObject({ message: 'thrown at the end' });
    for (const [id, count] of predicted.executions) {
      const executed = executions.get(`${run?.run_id}/${id}`) ?? 0;
      expect([program.seed, id, executed]).toEqual([program.seed, id, count]);
    }
  }
}, 180_000);
