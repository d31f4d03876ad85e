import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { enterProvider as EnterProvider } from '@/lib/ai/gate/enter-provider';
import type { GateSettings } from '@/lib/ai/gate/gate-settings';
import { expectData, startTestSupabase, type TestSupabase } from '../support/local-supabase.ts';

/** The gate with a real Postgres. A copy of its module stands for a process: it knows only of its own calls. */
let supabase: TestSupabase;
let sql: postgres.Sql;
let processes: { enterProvider: typeof EnterProvider; admin: TestSupabase['admin'] }[];
beforeAll(async () => {
  supabase = await startTestSupabase();
  sql = postgres(supabase.databaseUrl, { max: 2, onnotice: () => {} });
  processes = [];
  for (let index = 0; index < 3; index += 1) {
    vi.resetModules();
    const { enterProvider } = await import('@/lib/ai/gate/enter-provider');
    processes.push({ enterProvider, admin: supabase.admin });
  }
});
afterAll(async () => {
  await sql.end();
  await supabase.remove();
});

const SETTINGS: GateSettings = {
  concurrency: 4,
  requestsPerMinute: null,
  leaseMs: 30_000,
  longestWaitMs: 20_000,
  failuresToOpen: 3,
  pauseMs: 300,
  longestPauseMs: 1_000,
};

function enter(
  provider: string,
  options: { process?: number; settings?: Partial<GateSettings>; signal?: AbortSignal } = {},
) {
  const own = processes[options.process ?? 0];
  if (!own) throw new Error('there is no such process');
  return own.enterProvider(
    own.admin,
    { provider, callId: randomUUID(), signal: options.signal },
    { ...SETTINGS, ...options.settings },
  );
}

async function readGate(provider: string) {
  const gates = expectData(await supabase.admin.rpc('read_provider_gates'));
  return gates.find((gate) => gate.provider === provider);
}

async function fail(provider: string, times: number) {
  for (let index = 0; index < times; index += 1) {
    const pass = await enter(provider);
    await pass.leave('failed', 'provider_failed');
  }
}

test('three processes together never have more calls under way than allowed, and all get their turn', async () => {
  let [inside, most] = [0, 0];
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: 36 }, async (_, index) => {
      const pass = await enter('crowd', { process: index % 3 });
      inside += 1;
      most = Math.max(most, inside);
      await sleep(60);
      inside -= 1;
      await pass.leave('answered');
    }),
  );
  expect(most).toBe(4);
  // Nine rounds of 60 ms are the least; looking for places costs less than as much again per round as a look is apart.
  expect(performance.now() - startedAt).toBeLessThan(9 * 60 + 9 * 1_150);
  expect((await readGate('crowd'))?.calls_under_way).toBe(0);
});

test('within one process places are taken in the order in which they were asked for', async () => {
  const order: number[] = [];
  await Promise.all(
    Array.from({ length: 12 }, async (_, index) => {
      const pass = await enter('order', { settings: { concurrency: 1 } });
      order.push(index);
      await sleep(5);
      await pass.leave('answered');
    }),
  );
  expect(order).toEqual(Array.from({ length: 12 }, (_, index) => index));
});

test('who waits longer than allowed is told when to come again', async () => {
  const pass = await enter('narrow', { settings: { concurrency: 1 } });
  const waiting = enter('narrow', { process: 1, settings: { concurrency: 1, longestWaitMs: 400 } });
  await expect(waiting).rejects.toMatchObject({ code: 'provider_rate_limited', retryAfterSeconds: 1 });
  await pass.leave('neutral');
  await (await enter('narrow', { process: 1, settings: { concurrency: 1 } })).leave('neutral');
});

test('who is stopped while waiting leaves the queue, and the next moves up', async () => {
  const pass = await enter('stopped', { settings: { concurrency: 1 } });
  const stop = new AbortController();
  const first = enter('stopped', { settings: { concurrency: 1 }, signal: stop.signal });
  const second = enter('stopped', { settings: { concurrency: 1 } });
  await sleep(50);
  stop.abort(new Error('the job was cancelled'));
  await expect(first).rejects.toThrow('the job was cancelled');
  await pass.leave('neutral');
  await (await second).leave('neutral');
});

test('calls a minute are counted over all processes, and a full minute says when it has room', async () => {
  const settings = { requestsPerMinute: 3, longestWaitMs: 1_000 };
  for (const process of [0, 1, 2]) await (await enter('minute', { process, settings })).leave('answered');
  const refused = enter('minute', { settings });
  await expect(refused).rejects.toMatchObject({ code: 'provider_rate_limited' });
  const { retryAfterSeconds } = (await refused.catch((error) => error)) as { retryAfterSeconds: number };
  expect(retryAfterSeconds).toBeGreaterThan(50);
  expect(retryAfterSeconds).toBeLessThanOrEqual(60);
  await sql`update public.provider_leases set taken_at = taken_at - interval '59 seconds' where provider = 'minute'`;
  await (await enter('minute', { settings: { ...settings, longestWaitMs: 5_000 } })).leave('answered');
});

test('a process that dies with a place loses it when its lease ends', async () => {
  const holder = fork(path.join(import.meta.dirname, '../support/hold-provider-place.ts'), {
    env: {
      ...process.env,
      TEST_URL: supabase.url,
      TEST_KEY: supabase.secrets.secretKey,
      TEST_LEASE_MS: '1500',
    },
    execArgv: [],
  });
  await once(holder, 'message');
  holder.kill('SIGKILL');
  const startedAt = performance.now();
  const pass = await enter('dead', { settings: { concurrency: 1 } });
  expect(performance.now() - startedAt).toBeGreaterThan(700);
  await pass.leave('answered');
});

test('a call that lasts longer than its lease keeps its place', async () => {
  const settings = { concurrency: 1, leaseMs: 900 };
  const pass = await enter('long', { settings });
  await sleep(2_000);
  const waiting = enter('long', { process: 1, settings: { ...settings, longestWaitMs: 300 } });
  await expect(waiting).rejects.toMatchObject({ code: 'provider_rate_limited' });
  await pass.leave('answered');
});

test('failures in a row open the circuit for every process; one call tries, and an answer closes it', async () => {
  await fail('flaky', 3);
  expect(await readGate('flaky')).toMatchObject({
    circuit: 'open',
    failures: 3,
    error_code: 'provider_failed',
  });
  for (const process of [0, 1]) {
    await expect(enter('flaky', { process })).rejects.toMatchObject({
      code: 'provider_unavailable',
      retryAfterSeconds: 1,
    });
  }
  await sleep(350);
  expect((await readGate('flaky'))?.circuit).toBe('half-open');
  const probe = await enter('flaky', { process: 1 });
  await expect(enter('flaky', { process: 2 })).rejects.toMatchObject({ code: 'provider_unavailable' });
  await probe.leave('answered');
  expect(await readGate('flaky')).toMatchObject({ circuit: 'closed', failures: 0, error_code: null });
  await (await enter('flaky', { process: 2 })).leave('answered');
});

test('a try that fails doubles the pause, up to the longest', async () => {
  await fail('down', 3);
  const pauses: number[] = [];
  for (const pauseMs of [300, 600, 1_000]) {
    await sleep(pauseMs + 50);
    await (await enter('down')).leave('failed', 'provider_failed');
    const [row] = await sql`select pause_ms from public.provider_circuits where provider = 'down'`;
    pauses.push(Number(row?.pause_ms));
  }
  expect(pauses).toEqual([600, 1_000, 1_000]);
});

test('an answer between failures keeps the circuit closed, and what says nothing changes nothing', async () => {
  await fail('mixed', 2);
  await (await enter('mixed')).leave('neutral');
  expect(await readGate('mixed')).toMatchObject({ circuit: 'closed', failures: 2 });
  await (await enter('mixed')).leave('answered');
  await fail('mixed', 2);
  expect(await readGate('mixed')).toMatchObject({ circuit: 'closed', failures: 2 });
});

test('a try that says nothing lets the next one try, and calls from before the circuit opened do not lengthen it', async () => {
  const early = await enter('late');
  await fail('late', 3);
  await early.leave('failed', 'provider_failed');
  const [row] = await sql`select pause_ms from public.provider_circuits where provider = 'late'`;
  expect(Number(row?.pause_ms)).toBe(300);
  await sleep(350);
  await (await enter('late')).leave('neutral');
  await (await enter('late')).leave('answered');
  expect((await readGate('late'))?.circuit).toBe('closed');
});

test('a place is given back once, however often it is left', async () => {
  const pass = await enter('twice');
  await pass.leave('failed');
  await pass.leave('failed');
  await pass.leave('answered');
  expect((await readGate('twice'))?.failures).toBe(1);
});

test('built-in engines ask nobody', async () => {
  await (await enter('builtin', { settings: { concurrency: 0 } })).leave('failed');
  expect(await readGate('builtin')).toBeUndefined();
});

test('the gate belongs to the server', async () => {
  const guest = await supabase.createGuest();
  expect((await guest.client.from('provider_leases').select()).error?.code).toBe('42501');
  expect((await guest.client.from('provider_circuits').select()).error?.code).toBe('42501');
  expect((await guest.client.rpc('read_provider_gates')).error?.code).toBe('42501');
});
