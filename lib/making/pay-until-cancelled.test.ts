import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CallTools } from '../ledger/pay-for.ts';
import type { DatabaseClient } from '../supabase/database-client.ts';
import { payUntilCancelled } from './pay-until-cancelled.ts';

const ID = '7a1c8f0e-6f0b-4d6c-9a55-0d2f3a3f8f11';

beforeEach(() => vi.stubEnv('OPENAI_API_KEY', 'sk-test'));
afterEach(() => vi.unstubAllEnvs());

/** A ledger, a gate and a job. What they do over real ones: tests/services/cancelled-calls.test.ts. */
function createStudio({ isFull = false } = {}) {
  const asked: { name: string; with: Record<string, unknown> }[] = [];
  const job = { status: 'processing', looks: 0 };
  const rpc = async (name: string, given: Record<string, unknown>) => {
    asked.push({ name, with: given });
    const answers: Record<string, unknown> = {
      reserve_model_call: { id: ID, attempt: 1 },
      enter_provider: isFull
        ? { state: 'full', waitMs: 60_000 }
        : { state: 'entered', lease: ID, isProbe: false },
      leave_provider: { change: null, pauseMs: 0, failures: 0 },
    };
    return { data: answers[name] ?? null, error: null };
  };
  const maybeSingle = async () => {
    job.looks += 1;
    return { data: { status: job.status }, error: null };
  };
  const from = () => ({ select: () => ({ eq: () => ({ maybeSingle }) }) });
  const findAsked = (name: string) => asked.find((one) => one.name === name)?.with;
  return { admin: { rpc, from } as unknown as DatabaseClient, job, findAsked };
}

const draw = (admin: DatabaseClient, provider: string, call: (tools: CallTools) => Promise<string>) =>
  payUntilCancelled(
    admin,
    {
      payer: { ownerId: ID, jobId: ID, storyId: ID },
      step: 'picture:1',
      modality: 'picture',
      model: { provider, modelId: provider === 'builtin' ? 'illustrator' : 'gpt-image-1' },
      request: { contentHash: 'one' },
      estimate: { pictures: 1 },
    },
    { call: async (tools) => ({ result: await call(tools), units: { pictures: 1 } }) },
  );

test('a call that a provider works on is let go when its job is cancelled; it may have been billed and says nothing about the provider', async () => {
  const { admin, job, findAsked } = createStudio();
  const drawn = draw(admin, 'openai.image', ({ signal }) => {
    job.status = 'cancelled';
    return new Promise((_, reject) => {
      // As some clients do: their own error, not the signal's reason.
      signal?.addEventListener('abort', () => reject(new TypeError('fetch failed')));
    });
  });
  await expect(drawn).rejects.toMatchObject({ code: 'job_cancelled' });
  expect(findAsked('fail_model_call')).toMatchObject({ p_status: 'lost', p_error_code: 'job_cancelled' });
  expect(findAsked('leave_provider')).toMatchObject({ p_outcome: 'neutral' });
});

test('a call that still waits for its turn is not made, and nothing is billed', async () => {
  const { admin, job, findAsked } = createStudio({ isFull: true });
  vi.stubEnv('PROVIDER_LIMITS', 'openai=1/100000');
  let calls = 0;
  const drawn = draw(admin, 'openai.image', async () => {
    calls += 1;
    return 'kept';
  });
  job.status = 'processing';
  setTimeout(() => {
    job.status = 'cancelled';
  }, 300);
  await expect(drawn).rejects.toMatchObject({ code: 'job_cancelled' });
  expect(calls).toBe(0);
  expect(findAsked('fail_model_call')).toMatchObject({ p_status: 'failed', p_error_code: 'job_cancelled' });
});

test('a picture that came before the end is kept and settled', async () => {
  const { admin, job, findAsked } = createStudio();
  const drawn = draw(admin, 'openai.image', async ({ signal }) => {
    job.status = 'cancelled';
    await new Promise((resolve) => signal?.addEventListener('abort', resolve));
    return 'kept';
  });
  await expect(drawn).resolves.toBe('kept');
  expect(findAsked('settle_model_call')).toBeDefined();
});

test('the built-in engines ask nobody whether their job goes on', async () => {
  const { admin, job } = createStudio();
  const drawn = draw(admin, 'builtin', async ({ signal }) => (signal ? 'watched' : 'kept'));
  await expect(drawn).resolves.toBe('kept');
  expect(job.looks).toBe(0);
});
