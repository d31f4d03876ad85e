import type { RunnerContext } from './runner-context.ts';

/** Counts for supervisors (which know us by `runner`) and for people; `ready` is false until the app has registered with this process. */
export function readHealth(context: RunnerContext) {
  const { store, queue, registry, sync } = context;
  const count = (sql: string) => store.get<{ n: number }>(sql)?.n ?? 0;
  const byStatus = store.all<{ status: string; n: number }>(
    'select status, count(*) as n from run group by status',
  );
  return {
    status: 'ok',
    runner: 'storyloom',
    app_url: context.settings.appUrl,
    ready: sync.isReady,
    problem: sync.problem ?? null,
    app: registry.app?.name ?? null,
    functions: registry.functions.length,
    runs: Object.fromEntries(byStatus.map((row) => [row.status.toLowerCase(), row.n])),
    jobs: { queued: count('select count(*) as n from job'), active: queue.runningCount },
    waits: count(`select count(*) as n from wait where kind = 'event'`),
    held_events: count('select count(*) as n from event where held = 1'),
  };
}
