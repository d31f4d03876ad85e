import { expect, test } from 'vitest';
import type { DatabaseClient } from '../../supabase/database-client.ts';
import { dropLease, holdLease, waitForPlace } from './held-leases.ts';

const LONG_MS = 20_000;
const forever = new AbortController().signal;

test('whoever has gone before the wait begins does not wait', async () => {
  const startedAt = performance.now();
  await waitForPlace('openai', LONG_MS, AbortSignal.abort());
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

test('a place that is given back in this process ends the wait for one of the same provider', async () => {
  const admin = {} as DatabaseClient;
  holdLease('one', { provider: 'openai', admin, leaseMs: 30_000 });
  holdLease('other', { provider: 'gemini', admin, leaseMs: 30_000 });
  let isOver = false;
  const wait = waitForPlace('openai', LONG_MS, forever).then(() => {
    isOver = true;
  });
  dropLease('other');
  await new Promise((resolve) => setImmediate(resolve));
  expect(isOver).toBe(false);
  dropLease('one');
  await wait;
});
