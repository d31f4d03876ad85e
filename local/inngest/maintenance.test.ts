import { afterEach, expect, it, vi } from 'vitest';
import { AppSync } from './app-sync.ts';
import { CronSchedules } from './cron-schedules.ts';
import { pruneOldRuns } from './pruning.ts';
import { Queue } from './queue.ts';
import { Registry } from './registry.ts';
import type { RunnerContext } from './runner-context.ts';
import { silentLog } from './runner-test-kit.ts';
import { Store } from './store.ts';

const DAY_MS = 86_400_000;
afterEach(() => vi.useRealTimers());

function createContext(): RunnerContext {
  const store = new Store(':memory:');
  const settings = {
    dataDir: '',
    port: 0,
    appUrl: 'http://127.0.0.1:9/api/inngest',
    eventKey: undefined,
    signingKey: undefined,
    retryBaseMs: undefined,
    retentionMs: 7 * DAY_MS,
  };
  const registry = new Registry(store, settings.appUrl, silentLog);
  const runtime = { type: 'http', url: 'http://127.0.0.1:9/' };
  registry.register(
    {
      appName: 'test',
      sdk: 'js:v4.24.0',
      functions: [
        {
          id: 'nightly',
          triggers: [{ cron: 'TZ=Europe/Paris 30 3 * * *' }],
          steps: { step: { id: 'step', name: 'step', runtime } },
        },
      ],
    } as never,
    0,
  );
  return {
    settings,
    log: silentLog,
    store,
    registry,
    queue: new Queue(store, registry.limitOf),
    sync: new AppSync(settings, silentLog),
    liveCalls: new Map(),
  };
}

it('starts a function once at each time its cron names, in its own time zone', () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 10, 0, 0, 0) });
  const context = createContext();
  // Two at once, as after a restart within the same second: the tick counts once.
  const crons = [new CronSchedules(context), new CronSchedules(context)];
  for (const cron of crons) cron.reload();
  vi.advanceTimersByTime(2 * DAY_MS);
  for (const cron of crons) cron.stop();
  const events = context.store.all<{ events: string }>('select events from run order by id');
  expect(events.map((row) => JSON.parse(row.events)[0])).toMatchObject([
    { name: 'inngest/scheduled.timer', data: { fireAt: '2026-01-10T02:30:00.000Z' } },
    { name: 'inngest/scheduled.timer', data: { fireAt: '2026-01-11T02:30:00.000Z' } },
  ]);
  context.store.close();
});

it('forgets runs and events older than the retention time, and nothing that is still needed', () => {
  const context = createContext();
  const { store } = context;
  const nowMs = 100 * DAY_MS;
  const addRun = (id: string, endedAt: number | null) => {
    store.run(
      `insert into run (id, function_id, status, event_id, events, slots, priority_ms, started_at, ended_at)
       values (?, 'f', 'x', 'e', '[]', '[]', 0, 0, ?)`,
      id,
      endedAt,
    );
    store.run(
      `insert into step (run_id, id, op, name, done, attempts, planned_at) values (?, 's', 'StepRun', 's', 1, 1, 0)`,
      id,
    );
  };
  for (let i = 0; i < 450; i += 1) addRun(`old-${i}`, nowMs - 8 * DAY_MS);
  addRun('recent', nowMs - 6 * DAY_MS);
  addRun('running', null);
  const addEvent = (id: string, receivedAt: number, held: number) =>
    store.run(`insert into event values (?, 'n', '{}', ?, ?)`, id, receivedAt, held);
  addEvent('old', nowMs - 8 * DAY_MS, 0);
  addEvent('held', nowMs - 8 * DAY_MS, 1);
  addEvent('recent', nowMs - DAY_MS, 0);

  expect(pruneOldRuns(context, nowMs)).toBe(450);
  const ids = (sql: string) => store.all<{ id: string }>(sql).map((row) => row.id);
  expect(ids('select id from run order by id')).toEqual(['recent', 'running']);
  expect(ids('select run_id as id from step order by run_id')).toEqual(['recent', 'running']);
  expect(ids('select id from event order by id')).toEqual(['held', 'recent']);
  store.close();
});
