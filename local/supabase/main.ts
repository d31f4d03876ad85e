import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { LocalSupabase } from './start.ts';

/**
 * The local Supabase as a process of its own: `node local/supabase/main.ts`. Settings come from the environment.
 * When forked it sends `{type: 'ready', url}` once it answers, and ends with its parent.
 */

// Requests leave short-lived garbage. With a nursery of 2 MB collecting it was a fifth of all the work under load; with
// V8's own 16 MB an idle process keeps some 40 MB more. Set before anything is loaded: V8 does not shrink one that has grown.
setFlagsFromString('--max-semi-space-size=8');
enableCompileCache();

/** Tells the launcher that starting again is useless (sysexits' EX_CONFIG). */
const MISCONFIGURED_EXIT_CODE = 78;

let starting: Promise<LocalSupabase> | undefined;
let isStopping = false;

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  // Also in the middle of a start: a Postgres that is coming up would otherwise be left behind.
  const [service] = await Promise.allSettled([starting]);
  if (service.status === 'fulfilled') await service.value?.stop();
  process.exit(0);
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('disconnect', stop);

const { isAppError } = await import('../../lib/errors.ts');
const { repairDriver } = await import('./repair-driver.ts');
repairDriver();
const { isDatabaseUnavailable, isExpectedRefusal } = await import('./database-refusal.ts');
const { startLocalSupabase } = await import('./start.ts');

const printError = console.error;
console.error = (...parts: unknown[]) => {
  if (!parts.some(isExpectedRefusal)) printError(...parts);
};

// The driver and lite start queries nobody waits for. That one of them lost its connection is no reason to end: every
// request of that life is answered, and the next life begins with new connections (database-lives.ts).
process.on('unhandledRejection', (reason) => {
  if (!isDatabaseUnavailable(reason)) throw reason;
});

const dataDir = path.resolve(
  process.env.STORYLOOM_DATA_DIR || path.join(import.meta.dirname, '../../.storyloom'),
);
try {
  starting = startLocalSupabase({
    dataDir,
    port: Number(process.env.SUPABASE_PORT || 54321),
    postgresPort: Number(process.env.POSTGRES_PORT || 54322),
    siteUrl: process.env.SITE_URL || 'http://localhost:3000',
    log: (line) => console.log(`[supabase] ${line}`),
  });
  const service = await starting;
  console.log(`[supabase] ${service.url} answers. Data is in ${dataDir}, mail at ${service.url}/mail.`);
  process.send?.({ type: 'ready', url: service.url });
} catch (error) {
  if (isAppError(error)) console.error(`[supabase] ${error.message}`, error.cause ?? '');
  else console.error(error);
  if (!isStopping)
    process.exit(isAppError(error) && error.code === 'misconfigured' ? MISCONFIGURED_EXIT_CODE : 1);
}
