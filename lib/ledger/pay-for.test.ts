import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppError } from '../errors.ts';
import type { DatabaseClient } from '../supabase/database-client.ts';
import { type CallTools, payFor } from './pay-for.ts';

const ID = '7a1c8f0e-6f0b-4d6c-9a55-0d2f3a3f8f11';
const BROKEN = { message: 'connection lost', code: '08006' };
const USED = { pictures: 1, inputTokens: 100, outputTokens: 1_000 };

beforeEach(() => vi.stubEnv('OPENAI_API_KEY', 'sk-test'));
afterEach(() => vi.unstubAllEnvs());

/** A ledger that writes nothing down, and fails where it is told to. What it does over a real one: tests/services/ledger.test.ts. */
function createLedger(broken: string[] = [], { waitMs = 0, jobStatus = 'processing' } = {}) {
  const asked: { name: string; with: Record<string, unknown> }[] = [];
  const answers: Record<string, unknown> = {
    reserve_model_call: { id: ID, attempt: 1 },
    enter_provider: { state: 'entered', lease: ID, isProbe: false },
    leave_provider: { change: null, pauseMs: 0, failures: 0 },
  };
  const rpc = async (name: string, given: Record<string, unknown>) => {
    asked.push({ name, with: given });
    const tries = asked.filter((one) => one.name === 'enter_provider').length;
    if (name === 'enter_provider' && waitMs > 0 && tries === 1)
      return { data: { state: 'full', waitMs }, error: null };
    return broken.includes(name)
      ? { data: null, error: BROKEN }
      : { data: answers[name] ?? null, error: null };
  };
  const maybeSingle = async () => ({ data: { status: jobStatus }, error: null });
  const from = () => ({ select: () => ({ eq: () => ({ maybeSingle }) }) });
  return {
    admin: { rpc, from } as unknown as DatabaseClient,
    asked,
    names: () => asked.map(({ name }) => name),
  };
}

const draw = (admin: DatabaseClient, call: (tools: CallTools) => Promise<string>) =>
  payFor(
    admin,
    {
      payer: { ownerId: ID, jobId: ID, storyId: ID },
      step: 'picture:1',
      modality: 'picture',
      model: { provider: 'openai.image', modelId: 'gpt-image-1' },
      request: { contentHash: 'one' },
      estimate: { pictures: 1 },
    },
    { call: async (tools) => ({ result: await call(tools), units: USED }) },
  );

test('a picture that was paid for is not thrown away because its bill could not be noted at once', async () => {
  const { admin, asked, names } = createLedger(['note_model_call']);
  const drawn = draw(admin, async ({ noteUnits }) => {
    await noteUnits(USED);
    return 'kept';
  });
  await expect(drawn).resolves.toBe('kept');
  expect(names()).toEqual([
    'reserve_model_call',
    'enter_provider',
    'note_model_call',
    'leave_provider',
    'settle_model_call',
  ]);
  expect(asked.at(-1)?.with).toMatchObject({ p_units: USED });
});

test('a result that cannot be kept is billed as noted, and perhaps billed where nothing could be noted', async () => {
  for (const [broken, status] of [
    [[], 'failed'],
    [['note_model_call'], 'lost'],
  ] as const) {
    const { admin, asked } = createLedger([...broken]);
    const drawn = draw(admin, async ({ noteUnits }) => {
      await noteUnits(USED);
      throw new AppError('storage_failed', 'The store is gone.');
    });
    await expect(drawn).rejects.toMatchObject({ code: 'storage_failed' });
    expect(asked.at(-1)).toMatchObject({ name: 'fail_model_call', with: { p_status: status } });
  }
});

test('a step whose job has ended while it waited for its turn asks nobody and pays nothing', async () => {
  const { admin, asked, names } = createLedger([], { waitMs: 800, jobStatus: 'cancelled' });
  let calls = 0;
  const drawn = draw(admin, async () => {
    calls += 1;
    return 'kept';
  });
  await expect(drawn).rejects.toMatchObject({ code: 'job_cancelled' });
  expect(calls).toBe(0);
  expect(names().slice(-2)).toEqual(['leave_provider', 'fail_model_call']);
  expect(asked.at(-1)?.with).toMatchObject({ p_status: 'failed' });
  expect(asked.at(-2)?.with).toMatchObject({ p_outcome: 'neutral' });
  const going = createLedger([], { waitMs: 800 });
  await expect(draw(going.admin, async () => 'kept')).resolves.toBe('kept');
});
