import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { announceRunEnd } from './announcements.ts';
import { AppSync } from './app-sync.ts';
import { performCall } from './calls.ts';
import { CronSchedules } from './cron-schedules.ts';
import { releaseHeldEvents } from './events.ts';
import { listen } from './http-server.ts';
import { pruneOldRuns } from './pruning.ts';
import { type Job, Queue } from './queue.ts';
import { Registry } from './registry.ts';
import type { RunnerContext, RunnerLog } from './runner-context.ts';
import type { Settings } from './settings.ts';
import { resolveStep } from './steps.ts';
import { Store } from './store.ts';

/** The protocol is not a public contract: it was taken from the traffic of this version. */
const SPOKEN_SDK = 'js:v4.24.0';
const PRUNE_EVERY_MS = 3_600_000;

/** A sleep is over, or nothing came while a step waited. */
function endTimer(context: RunnerContext, job: Job): void {
  const { store, queue } = context;
  store.transaction(() => {
    queue.remove(job.id);
    const step = store.get<{ op: string }>(
      'select op from step where run_id = ? and id = ?',
      job.runId,
      job.stepId,
    );
    const timedOut = { error: { name: 'Error', message: 'Timed out waiting for the invoked function' } };
    resolveStep(context, job.runId, job.stepId, step?.op === 'InvokeFunction' ? timedOut : { data: null });
  });
}

async function performJob(context: RunnerContext, job: Job): Promise<{ pauseMs: number } | undefined> {
  if (job.kind === 'call') return performCall(context, job);
  if (job.kind === 'timer') endTimer(context, job);
  else announceRunEnd(context, job);
  return undefined;
}

export type Runner = { url: string; close: () => Promise<void> };

/**
 * A local stand-in for the Inngest server: takes events, calls the app's functions step by step and remembers every
 * result, in one SQLite file under the data dir. Whatever it was doing when it stopped goes on when it starts again.
 * @throws AppError `conflict` when the port or the file is in use
 */
export async function startRunner(settings: Settings, log: RunnerLog): Promise<Runner> {
  const directory = path.join(settings.dataDir, 'inngest');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const store = new Store(path.join(directory, 'runner.sqlite'));
  const registry = new Registry(store, settings.appUrl, log);
  const queue = new Queue(store, (slot) => registry.limitOf(slot));
  const sync = new AppSync(settings, log);
  const context: RunnerContext = { settings, log, store, queue, registry, sync, liveCalls: new Map() };
  const crons = new CronSchedules(context);
  const { server, url } = await listen(context, settings.port).catch((error) => {
    store.close();
    throw error;
  });

  store.onCommit = () => queue.wake();
  queue.start(
    (job) => performJob(context, job),
    (error, job) =>
      log.error({ job: job.id, run: job.runId, error: String(error) }, 'job failed, will run again'),
  );
  let known: unknown;
  sync.start(() => {
    if (known !== registry.app) {
      crons.reload();
      if (registry.app?.sdk !== SPOKEN_SDK) {
        log.warn(
          { sdk: registry.app?.sdk },
          `this runner was made for ${SPOKEN_SDK}; another may speak otherwise`,
        );
      }
    }
    known = registry.app;
    releaseHeldEvents(context);
  });
  pruneOldRuns(context, Date.now());
  const pruning = setInterval(() => pruneOldRuns(context, Date.now()), PRUNE_EVERY_MS);

  let closing: Promise<void> | undefined;
  const close = async () => {
    clearInterval(pruning);
    crons.stop();
    sync.stop();
    queue.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    store.close();
  };
  return {
    url,
    close() {
      closing ??= close();
      return closing;
    },
  };
}
