import type { Queue } from './queue.ts';
import type { Store } from './store.ts';

export type RunStatus = 'Running' | 'Completed' | 'Failed' | 'Cancelled';

/** An event as functions receive it. */
export type RunEvent = {
  name: string;
  data: Record<string, unknown>;
  id: string;
  ts: number;
  [key: string]: unknown;
};

/** The error of a step or run, in the SDK's serialised form. */
export type RunError = { name: string; message: string; stack?: string | undefined; [key: string]: unknown };

export type Run = {
  id: string;
  functionId: string;
  status: RunStatus;
  eventId: string;
  events: RunEvent[];
  /** The return value, or the error of a failed run. */
  output: unknown;
  /** The run and step that invoked this one. */
  parent: { runId: string; stepId: string } | undefined;
  slots: string[];
  priorityMs: number;
  startedAt: number;
  endedAt: number | undefined;
};

type RunRow = {
  id: string;
  function_id: string;
  status: RunStatus;
  event_id: string;
  events: string;
  output: string | null;
  parent_run: string | null;
  parent_step: string | null;
  slots: string;
  priority_ms: number;
  started_at: number;
  ended_at: number | null;
};

const toRun = (row: RunRow): Run => ({
  id: row.id,
  functionId: row.function_id,
  status: row.status,
  eventId: row.event_id,
  events: JSON.parse(row.events),
  output: row.output === null ? undefined : JSON.parse(row.output),
  parent: row.parent_run && row.parent_step ? { runId: row.parent_run, stepId: row.parent_step } : undefined,
  slots: JSON.parse(row.slots),
  priorityMs: row.priority_ms,
  startedAt: row.started_at,
  endedAt: row.ended_at ?? undefined,
});

export function findRun(store: Store, runId: string): Run | undefined {
  const row = store.get<RunRow>('select * from run where id = ?', runId);
  return row && toRun(row);
}

/** The run if it has not ended: nothing may change a run that has. */
export function findRunningRun(store: Store, runId: string): Run | undefined {
  const run = findRun(store, runId);
  return run?.status === 'Running' ? run : undefined;
}

export function listRunsOfEvent(store: Store, eventId: string): Run[] {
  return store.all<RunRow>('select * from run where event_id = ? order by id', eventId).map(toRun);
}

/** The newest runs first. */
export function listLatestRuns(store: Store, limit: number): Run[] {
  return store.all<RunRow>('select * from run order by id desc limit ?', limit).map(toRun);
}

/** What a call asks for when no single planned step is meant: run the function from its memoised steps onwards. */
export const DISCOVERY = 'step';

/** Queues a call to the app for this run. */
export function queueCall(queue: Queue, run: Run, stepId: string, dueAt?: number): void {
  queue.add({
    kind: 'call',
    runId: run.id,
    stepId,
    slots: run.slots,
    priorityMs: run.priorityMs,
    ...(dueAt === undefined ? {} : { dueAt }),
  });
}
