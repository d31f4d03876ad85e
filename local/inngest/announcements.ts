import { dispatchEvent } from './events.ts';
import type { Job } from './queue.ts';
import { errorOfRun } from './run-end.ts';
import type { RunnerContext } from './runner-context.ts';
import { findRun } from './runs.ts';
import { createUlid } from './ulids.ts';

const FAILURE_SUFFIX = '-failure';

/**
 * Tells those who listen that a run ended: `inngest/function.failed` starts the function's `onFailure`.
 * The end of an `onFailure` run is told to nobody, or one that fails would start itself for ever.
 */
export function announceRunEnd(context: RunnerContext, job: Job): void {
  context.store.transaction(() => {
    context.queue.remove(job.id);
    const run = findRun(context.store, job.runId);
    if (!run || run.functionId.endsWith(FAILURE_SUFFIX)) return;
    const error = errorOfRun(run);
    const data = {
      function_id: run.functionId,
      run_id: run.id,
      event: run.events[0],
      events: run.events,
      result: error ? null : run.output,
      ...(error ? { error } : {}),
      _inngest: { status: run.status },
    };
    const names = ['inngest/function.finished'];
    if (run.status === 'Failed') names.unshift('inngest/function.failed');
    if (run.status === 'Cancelled') names.unshift('inngest/function.cancelled');
    for (const name of names) {
      const id = createUlid();
      dispatchEvent(context, id, { name, data, id, ts: Date.now() });
    }
  });
}
