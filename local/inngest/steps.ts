import type { RunnerContext } from './runner-context.ts';
import { DISCOVERY, findRunningRun, queueCall, type RunError } from './runs.ts';
import type { Store } from './store.ts';

/** What the SDK is given back for a step: its data, or the error user code may catch. */
export type StepResult = { data: unknown } | { error: RunError };

export type Step = {
  id: string;
  op: string;
  name: string;
  done: boolean;
  result: StepResult | undefined;
  attempts: number;
  lastError: string | null;
  /** How long the step itself took, or the sleep or wait; undefined while it is pending. */
  durationMs: number | undefined;
};

/** What is worth knowing about a step besides its result. */
export type StepFacts = { attempts: number; lastError: string | null; durationMs: number | undefined };

type StepRow = {
  id: string;
  op: string;
  name: string;
  done: number;
  result: string | null;
  attempts: number;
  last_error: string | null;
  duration_ms: number | null;
};

export const MAX_STEP_BYTES = 4 * 1024 * 1024;

/** Finished steps in the order they finished (the SDK replays them in that order), then the pending ones. */
export function listSteps(store: Store, runId: string): Step[] {
  const rows = store.all<StepRow>(
    `select id, op, name, done, result, attempts, last_error, duration_ms from step
     where run_id = ? order by done desc, sequence, planned_at`,
    runId,
  );
  return rows.map((row) => ({
    id: row.id,
    op: row.op,
    name: row.name,
    done: row.done === 1,
    result: row.result === null ? undefined : JSON.parse(row.result),
    attempts: row.attempts,
    lastError: row.last_error,
    durationMs: row.duration_ms ?? undefined,
  }));
}

type StepIdentity = { id: string; op: string; name: string };

/** @returns false when the step is known already: a plan that is delivered twice adds nothing */
export function planStep(store: Store, runId: string, step: StepIdentity): boolean {
  return (
    store.run(
      `insert into step (run_id, id, op, name, done, attempts, planned_at) values (?, ?, ?, ?, 0, 0, ?)
       on conflict do nothing`,
      runId,
      step.id,
      step.op,
      step.name,
      Date.now(),
    ) > 0
  );
}

/**
 * Memoises one result. The first one wins: a step that is done never changes again.
 * @returns false when the step was done already
 */
export function saveStepResult(
  store: Store,
  runId: string,
  step: StepIdentity,
  result: StepResult,
  facts: StepFacts,
): boolean {
  const nowMs = Date.now();
  return (
    store.run(
      `insert into step (run_id, id, op, name, done, result, sequence, attempts, last_error, planned_at, ended_at,
         duration_ms)
       values (?1, ?2, ?3, ?4, 1, ?5, (select coalesce(max(sequence), 0) + 1 from step where run_id = ?1), ?6, ?7, ?8, ?8,
         ?9)
       on conflict (run_id, id) do update set done = 1, op = excluded.op, result = excluded.result,
         sequence = excluded.sequence, attempts = excluded.attempts, last_error = excluded.last_error,
         ended_at = excluded.ended_at, duration_ms = excluded.duration_ms
       where step.done = 0`,
      runId,
      step.id,
      step.op,
      step.name,
      JSON.stringify(result),
      facts.attempts,
      facts.lastError,
      nowMs,
      facts.durationMs ?? null,
    ) > 0
  );
}

export function countPendingSteps(store: Store, runId: string): number {
  return (
    store.get<{ pending: number }>(
      'select count(*) as pending from step where run_id = ? and done = 0',
      runId,
    )?.pending ?? 0
  );
}

export function isStepDone(store: Store, runId: string, stepId: string): boolean {
  return (
    store.get('select 1 from step where run_id = ? and id = ? and done = 1', runId, stepId) !== undefined
  );
}

/**
 * A sleep, wait or invoked run ended. When it was the last pending step of its run, the run goes on.
 * Does nothing when the run has ended or the step is done (a wait and its time-out can be due at once).
 */
export function resolveStep(context: RunnerContext, runId: string, stepId: string, result: StepResult): void {
  const { store, queue } = context;
  const run = findRunningRun(store, runId);
  const step = store.get<StepIdentity & { plannedAt: number }>(
    'select id, op, name, planned_at as plannedAt from step where run_id = ? and id = ? and done = 0',
    runId,
    stepId,
  );
  if (!run || !step) return;
  const durationMs = Date.now() - step.plannedAt;
  saveStepResult(store, runId, step, result, { attempts: 1, lastError: null, durationMs });
  store.run('delete from wait where run_id = ? and step_id = ?', runId, stepId);
  queue.removeTimer(runId, stepId);
  if (countPendingSteps(store, runId) === 0) queueCall(queue, run, DISCOVERY);
}
