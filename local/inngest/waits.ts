import { expressionMatches } from './expressions.ts';
import { endRun } from './run-end.ts';
import type { RunnerContext } from './runner-context.ts';
import { findRunningRun, type RunEvent } from './runs.ts';
import { resolveStep } from './steps.ts';

type WaitRow = { run_id: string; step_id: string; kind: 'event' | 'cancel'; condition: string | null };

/** From now on, the next event of this name that meets the condition is the result of the step. */
export function addEventWait(
  context: RunnerContext,
  wait: { runId: string; stepId: string; eventName: string; condition: string | undefined },
): void {
  context.store.run(
    `insert into wait (run_id, step_id, kind, event_name, condition) values (?, ?, 'event', ?, ?)`,
    wait.runId,
    wait.stepId,
    wait.eventName,
    wait.condition ?? null,
  );
}

/**
 * Shows an event to every run that waits for it or is cancelled by it. In a condition `event` is the event that
 * started the run and `async` the one that just came.
 * @returns how many runs it concerned
 */
export function offerEventToWaits(context: RunnerContext, event: RunEvent): number {
  const rows = context.store.all<WaitRow>(
    `select run_id, step_id, kind, condition from wait
     where event_name = ? and (expires_at is null or expires_at > ?) order by run_id`,
    event.name,
    Date.now(),
  );
  let matched = 0;
  for (const row of rows) {
    // An earlier match may have ended this run: a cancelled parent takes its invoked runs with it.
    const run = findRunningRun(context.store, row.run_id);
    if (!run) continue;
    if (row.condition && !expressionMatches(row.condition, { event: run.events[0], async: event })) continue;
    matched += 1;
    if (row.kind === 'cancel') endRun(context, run.id, { status: 'Cancelled' });
    else resolveStep(context, run.id, row.step_id, { data: event });
  }
  return matched;
}
