import { NonRetriableError, RetryAfterError } from 'inngest';
import { expect, test } from 'vitest';
import { AppError, type ErrorCode } from '@/lib/errors';
import type { StepTools } from './run-step';
import { tryEachModel } from './try-each-model';

/** Steps that run once and fail with what they threw; the queue's repeats are not its matter. */
function createSteps() {
  const ran: { id: string; error?: Error }[] = [];
  const run = async (id: string, work: () => Promise<unknown>) => {
    const entry: (typeof ran)[number] = { id };
    ran.push(entry);
    try {
      return await work();
    } catch (error) {
      entry.error = error as Error;
      throw error;
    }
  };
  return { step: { run } as unknown as StepTools, ran };
}

const failing =
  (failures: Record<string, ErrorCode>, waitSeconds = 30) =>
  async (model: string) => {
    const code = failures[model];
    if (code) throw new AppError(code, `${model} failed`, { retryAfterSeconds: waitSeconds });
    return { by: model };
  };

test('the first model that gets it done is the last that is asked', async () => {
  const { step, ran } = createSteps();
  const work = failing({ 'a/1': 'provider_rejected', 'b/1': 'provider_refused' });
  const done = await tryEachModel(step, 'picture-3', ['a/1', 'b/1', 'c/1', 'builtin/illustrator'], work);
  expect(done).toEqual({
    result: { by: 'c/1' },
    model: 'c/1',
    gaveUp: [
      { model: 'a/1', code: 'provider_rejected', message: 'a/1 failed' },
      { model: 'b/1', code: 'provider_refused', message: 'b/1 failed' },
    ],
  });
  expect(ran.map(({ id }) => id)).toEqual(['picture-3', 'picture-3-next-1', 'picture-3-next-2']);
});

test('each is told what those before it failed with', async () => {
  const { step } = createSteps();
  const told: unknown[] = [];
  await tryEachModel(step, 'draft', ['a/1', 'b/1'], async (model, gaveUp) => {
    told.push(gaveUp.map(({ code }) => code));
    return failing({ 'a/1': 'provider_failed' })(model);
  });
  expect(told).toEqual([[], ['provider_failed']]);
});

test('the last one’s failure is the work’s failure', async () => {
  const { step } = createSteps();
  const work = failing({ 'a/1': 'provider_rejected', 'b/1': 'provider_bad_output' });
  await expect(tryEachModel(step, 'draft', ['a/1', 'b/1'], work)).rejects.toMatchObject({
    name: 'provider_bad_output',
    message: 'b/1 failed',
  });
});

test.each<ErrorCode>(['job_cancelled', 'not_found', 'disk_full', 'spend_cap_reached', 'guardrail_violation'])(
  '%s is no model’s fault: no other is asked',
  async (code) => {
    const { step, ran } = createSteps();
    await expect(tryEachModel(step, 'draft', ['a/1', 'b/1'], failing({ 'a/1': code }))).rejects.toMatchObject(
      { name: code },
    );
    expect(ran).toHaveLength(1);
  },
);

test('words that must not be sent are sent to nobody: the built-in engine is next', async () => {
  const { step, ran } = createSteps();
  const chain = ['a/1', 'b/1', 'builtin/illustrator'];
  const done = await tryEachModel(step, 'picture-1', chain, failing({ 'a/1': 'guardrail_violation' }));
  expect(done.model).toBe('builtin/illustrator');
  expect(done.gaveUp.map(({ model }) => model)).toEqual(['a/1']);
  expect(ran).toHaveLength(2);
});

test('a provider that is given a pause is not waited for when another service is next', async () => {
  const { step, ran } = createSteps();
  const work = failing({ 'a/1': 'provider_unavailable' });
  expect((await tryEachModel(step, 'voice-1', ['a/1', 'b/1'], work)).model).toBe('b/1');
  expect(ran[0]?.error).toBeInstanceOf(NonRetriableError);
});

test('it is waited for when nobody is next, or only the stand-in', async () => {
  for (const chain of [['a/1'], ['a/1', 'builtin/narrator']]) {
    const { step, ran } = createSteps();
    const work = failing({ 'a/1': 'provider_unavailable' });
    await tryEachModel(step, 'voice-1', chain, work).catch(() => undefined);
    expect(ran[0]?.error).toBeInstanceOf(RetryAfterError);
    expect(ran[0]?.error).toMatchObject({ retryAfter: '30' });
  }
});

test('a pause that is long is not waited for before the stand-in, nor any where the story is whole without it', async () => {
  const long = createSteps();
  const chain = ['a/1', 'builtin/narrator'];
  const done = await tryEachModel(
    long.step,
    'voice-1',
    chain,
    failing({ 'a/1': 'provider_unavailable' }, 120),
  );
  expect(done.model).toBe('builtin/narrator');
  expect(long.ran[0]?.error).toBeInstanceOf(NonRetriableError);

  const optional = createSteps();
  const work = failing({ 'a/1': 'provider_unavailable' }, 5);
  await expect(
    tryEachModel(optional.step, 'character-fox', ['a/1'], work, { isOptional: true }),
  ).rejects.toBeInstanceOf(NonRetriableError);
});

test('an hour’s limit is waited for only where nobody is next', async () => {
  for (const [chain, kind] of [
    [['a/1', 'b/1'], NonRetriableError],
    [['a/1'], RetryAfterError],
  ] as const) {
    const { step, ran } = createSteps();
    const work = failing({ 'a/1': 'provider_rate_limited' }, 3_600);
    await tryEachModel(step, 'draft', chain, work).catch(() => undefined);
    expect(ran[0]?.error).toBeInstanceOf(kind);
  }
});
