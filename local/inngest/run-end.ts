import type { RunnerContext } from './runner-context.ts';
import { findRunningRun, type Run, type RunError, type RunStatus } from './runs.ts';
import { resolveStep, type StepResult } from './steps.ts';

type Ending =
  | { status: 'Completed'; output: unknown }
  | { status: 'Failed'; error: RunError }
  | { status: 'Cancelled' };

/** The error others see of a run that did not complete; undefined when it did. */
export function errorOfRun(run: { status: RunStatus; output: unknown }): RunError | undefined {
  if (run.status === 'Failed') return run.output as RunError;
  return run.status === 'Cancelled' ? { name: 'Error', message: 'function cancelled' } : undefined;
}

/**
 * Ends a run: nothing of it stays queued or waiting, the runs it invoked are cancelled unless it completed, the step
 * that invoked it is resolved, and those who listen for the end of functions are told. Ends a run only once.
 */
export function endRun(context: RunnerContext, runId: string, ending: Ending): void {
  const { store, queue, log } = context;
  const run = findRunningRun(store, runId);
  if (!run) return;
  const output = ending.status === 'Completed' ? (ending.output ?? null) : null;
  const ended: Run = {
    ...run,
    status: ending.status,
    output: ending.status === 'Failed' ? ending.error : output,
  };
  store.run(
    'update run set status = ?, output = ?, ended_at = ? where id = ?',
    ended.status,
    JSON.stringify(ended.output),
    Date.now(),
    runId,
  );
  store.run('delete from wait where run_id = ?', runId);
  queue.removeForRun(runId);
  if (ended.status !== 'Completed') cancelInvokedRuns(context, runId);
  const error = errorOfRun(ended);
  if (run.parent) {
    const result: StepResult = error ? { error } : { data: output };
    resolveStep(context, run.parent.runId, run.parent.stepId, result);
  }
  queue.add({ kind: 'announce', runId });
  if (error) {
    log.warn(
      { run: runId, function: run.functionId, error: error.message },
      `run ${ended.status.toLowerCase()}`,
    );
  }
}

function cancelInvokedRuns(context: RunnerContext, runId: string): void {
  const children = context.store.all<{ id: string }>(
    `select id from run where parent_run = ? and status = 'Running'`,
    runId,
  );
  for (const child of children) endRun(context, child.id, { status: 'Cancelled' });
}
