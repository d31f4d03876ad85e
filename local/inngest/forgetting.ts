import { erasedEventSchema } from '../../lib/erasure/erased-event.ts';
import { AppError } from '../../lib/errors.ts';
import { endRun } from './run-end.ts';
import type { RunnerContext } from './runner-context.ts';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * Forgets everything that names one of the ids of a `household/erased` event: events, runs with all their steps (which hold
 * what was written), what is queued, and marks. A run that is still under way is cancelled first; what its call answers later
 * finds no run and is dropped. Also a run of a cron that listed such an id goes: it comes again at its next time.
 * @param data of the event; only whole UUIDs count, so that a careless one cannot match everything
 * @throws AppError `invalid_request`
 */
export function forgetErased(context: RunnerContext, data: unknown): void {
  const { store, queue, log } = context;
  const parsed = erasedEventSchema.safeParse(data);
  if (!parsed.success) {
    throw new AppError('invalid_request', 'Only UUIDs can be forgotten.', { cause: parsed.error });
  }
  const ids = new Set(parsed.data.ids);
  store.define('names_erased', (text) => {
    if (typeof text !== 'string') return 0;
    for (const [id] of text.matchAll(UUID)) if (ids.has(id)) return 1;
    return 0;
  });
  // Nothing that was deleted may be read from the file's free pages.
  store.all('pragma secure_delete=on');
  const runs = store.all<{ id: string }>(
    `select id from run where names_erased(events || coalesce(output, '') || slots || coalesce(singleton, ''))
     union select run_id from step where names_erased(result) or names_erased(last_error)
     union select run_id from wait where names_erased(condition)`,
  );
  for (const { id } of runs) {
    endRun(context, id, { status: 'Cancelled' });
    queue.removeForRun(id);
    store.run('delete from step where run_id = ?', id);
    store.run('delete from wait where run_id = ?', id);
    store.run('delete from run where id = ?', id);
  }
  store.run('delete from event where names_erased(body)');
  store.run('delete from mark where names_erased(key) or names_erased(value)');
  store.all('pragma secure_delete=off');
  log.info({ ids: ids.size, runs: runs.length }, 'forgot what named an erased household');
}

/** What was deleted stands in the journal too, until that is folded into the file. Only outside of a transaction. */
export function emptyJournal({ store }: RunnerContext): void {
  store.all('pragma wal_checkpoint(truncate)');
}
