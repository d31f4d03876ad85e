import type { RunnerContext } from './runner-context.ts';

const BATCH = 200;

/**
 * Forgets runs that ended before the retention time, with their steps, and events and marks as old.
 * @returns how many runs were forgotten
 */
export function pruneOldRuns(context: RunnerContext, nowMs: number): number {
  const { store, settings } = context;
  const before = nowMs - settings.retentionMs;
  let pruned = 0;
  // In batches: each one holds up the queue for a moment only.
  for (;;) {
    const ids = store.all<{ id: string }>(
      'select id from run where ended_at is not null and ended_at < ? limit ?',
      before,
      BATCH,
    );
    store.transaction(() => {
      for (const { id } of ids) {
        store.run('delete from step where run_id = ?', id);
        store.run('delete from run where id = ?', id);
      }
    });
    pruned += ids.length;
    if (ids.length < BATCH) break;
  }
  store.transaction(() => {
    store.run('delete from event where received_at < ? and held = 0', before);
    store.run('delete from mark where expires_at <= ?', nowMs);
  });
  return pruned;
}
