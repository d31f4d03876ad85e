import { setTimeout as setTimeoutAsync } from 'node:timers/promises';
import type { Store } from './store.ts';
import { createUlid } from './ulids.ts';

/**
 * `call`: ask the app to continue a run (`step`) or to run one planned step (its hash).
 * `timer`: the end of a sleep or the time-out of a wait. `announce`: tell listeners that a run ended.
 */
export type JobKind = 'call' | 'timer' | 'announce';

export type Job = {
  id: string;
  kind: JobKind;
  runId: string;
  stepId: string;
  /** Failed attempts before this one; starts again at 0 after each success. */
  attempt: number;
  /** Calls that broke off without an answer. They cost no attempt, but not without end. */
  interruptions: number;
  dueAt: number;
  priorityMs: number;
  slots: string[];
  lastError: string | null;
};

type JobRow = Omit<Job, 'slots'> & { slot1: string; slot2: string };
const COLUMNS = `id, kind, run_id as runId, step_id as stepId, attempt, interruptions, due_at as dueAt,
  priority_ms as priorityMs, slot1, slot2, last_error as lastError`;
const toJob = ({ slot1, slot2, ...row }: JobRow): Job => ({
  ...row,
  slots: [slot1, slot2].filter((slot) => slot !== ''),
});

const MAX_RUNNING = 256;
const LONGEST_TIMER_MS = 3_600_000;
const FAILED_JOB_PAUSE_MS = 1000;

export type JobHandler = (job: Job) => Promise<{ pauseMs: number } | undefined>;

/**
 * The job table and the loop that runs what is due. Which jobs run now is kept in memory only: there is one runner, so
 * after a crash every job still in the table is simply due again. A handler removes or moves its job itself, in the
 * transaction that records the outcome, and must therefore be safe to run twice.
 */
export class Queue {
  readonly #store: Store;
  readonly #limitOf: (slot: string) => number;
  readonly #running = new Set<string>();
  readonly #busySlots = new Map<string, number>();
  /** Moved to another time by their own handler: no longer due when it returns, but perhaps soon after. */
  readonly #rescheduled = new Set<string>();
  #handler: JobHandler | undefined;
  #onError: (error: unknown, job: Job) => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Something became due or may have: without this, looking would find only what runs already. */
  #changed = false;
  /** The last look left due jobs behind, for want of a slot or because too many were running. */
  #heldBack = false;
  #lookPending = false;

  constructor(store: Store, limitOf: (slot: string) => number) {
    this.#store = store;
    this.#limitOf = limitOf;
  }

  start(handler: JobHandler, onError: (error: unknown, job: Job) => void): void {
    this.#handler = handler;
    this.#onError = onError;
    this.#changed = true;
    this.wake();
  }

  stop(): void {
    this.#handler = undefined;
    clearTimeout(this.#timer);
  }

  get runningCount(): number {
    return this.#running.size;
  }

  add(job: Pick<Job, 'kind' | 'runId'> & Partial<Job>): void {
    this.#changed = true;
    this.#store.run(
      `insert into job (id, kind, run_id, step_id, attempt, interruptions, due_at, priority_ms, slot1, slot2)
       values (?, ?, ?, ?, 0, 0, ?, ?, ?, ?)`,
      createUlid(),
      job.kind,
      job.runId,
      job.stepId ?? '',
      Math.round(job.dueAt ?? Date.now()),
      job.priorityMs ?? 0,
      job.slots?.[0] ?? '',
      job.slots?.[1] ?? '',
    );
  }

  find(jobId: string): Job | undefined {
    const row = this.#store.get<JobRow>(`select ${COLUMNS} from job where id = ?`, jobId);
    return row && toJob(row);
  }

  listForRun(runId: string): Job[] {
    return this.#store
      .all<JobRow>(`select ${COLUMNS} from job where run_id = ? order by id`, runId)
      .map(toJob);
  }

  remove(jobId: string): void {
    this.#store.run('delete from job where id = ?', jobId);
  }

  removeForRun(runId: string): void {
    this.#store.run('delete from job where run_id = ?', runId);
  }

  removeTimer(runId: string, stepId: string): void {
    this.#store.run(`delete from job where run_id = ? and step_id = ? and kind = 'timer'`, runId, stepId);
  }

  update(jobId: string, change: Pick<Job, 'attempt' | 'interruptions' | 'dueAt' | 'lastError'>): void {
    this.#changed = true;
    if (this.#running.has(jobId)) this.#rescheduled.add(jobId);
    this.#store.run(
      'update job set attempt = ?, interruptions = ?, due_at = ?, last_error = ? where id = ?',
      change.attempt,
      change.interruptions,
      Math.round(change.dueAt),
      change.lastError,
      jobId,
    );
  }

  /** Looks for due jobs once the current turn is over, if there can be any; cheap to call often. */
  wake(): void {
    if (!this.#changed || this.#lookPending || !this.#handler) return;
    this.#lookPending = true;
    queueMicrotask(() => {
      this.#lookPending = false;
      this.#look();
    });
  }

  #look(): void {
    if (!this.#handler) return;
    this.#changed = false;
    clearTimeout(this.#timer);
    // One moment for both questions, or a job that becomes due between them would be neither due nor waited for.
    const nowMs = Date.now();
    while (this.#startDueJobs(nowMs)) {
      // Jobs behind a slot that just became full may hide others that can run.
    }
    const next = this.#store.get<{ dueAt: number | null }>(
      'select min(due_at) as dueAt from job where due_at > ?',
      nowMs,
    );
    if (next?.dueAt == null) return;
    const waitMs = Math.min(Math.max(next.dueAt - Date.now(), 1), LONGEST_TIMER_MS);
    this.#timer = setTimeout(() => this.#wakeChanged(), waitMs);
  }

  #wakeChanged(): void {
    this.#changed = true;
    this.wake();
  }

  /** @returns whether to look again: something started, and what it held back may have hidden others */
  #startDueJobs(nowMs: number): boolean {
    const free = MAX_RUNNING - this.#running.size;
    const fullSlots = [...this.#busySlots.keys()].filter((slot) => this.#isFull(slot));
    this.#heldBack = fullSlots.length > 0 || free <= 0;
    if (free <= 0) return false;
    const rows = this.#store.all<JobRow>(
      `select ${COLUMNS} from job where due_at <= ?1 and id not in (select value from json_each(?2))
         and slot1 not in (select value from json_each(?3)) and slot2 not in (select value from json_each(?3))
       order by due_at - priority_ms, id limit ?4`,
      nowMs,
      JSON.stringify([...this.#running]),
      JSON.stringify(fullSlots),
      free + 1,
    );
    let started = 0;
    let skipped = 0;
    for (const job of rows.slice(0, free).map(toJob)) {
      if (job.slots.some((slot) => this.#isFull(slot))) {
        skipped += 1;
      } else {
        started += 1;
        void this.#run(job);
      }
    }
    this.#heldBack ||= skipped > 0 || rows.length > free;
    return skipped > 0 && started > 0;
  }

  #isFull(slot: string): boolean {
    return (this.#busySlots.get(slot) ?? 0) >= this.#limitOf(slot);
  }

  async #run(job: Job): Promise<void> {
    this.#running.add(job.id);
    for (const slot of job.slots) this.#busySlots.set(slot, (this.#busySlots.get(slot) ?? 0) + 1);
    // A job that is not done now stays in the table and is looked at again.
    let again = true;
    try {
      const outcome = await this.#handler?.(job);
      if (outcome) await setTimeoutAsync(outcome.pauseMs);
      again = outcome !== undefined;
    } catch (error) {
      if (this.#handler) this.#onError(error, job);
      await setTimeoutAsync(FAILED_JOB_PAUSE_MS);
    } finally {
      this.#running.delete(job.id);
      for (const slot of job.slots) {
        const count = (this.#busySlots.get(slot) ?? 1) - 1;
        if (count > 0) this.#busySlots.set(slot, count);
        else this.#busySlots.delete(slot);
      }
      const rescheduled = this.#rescheduled.delete(job.id);
      if (again || rescheduled || this.#heldBack) this.#wakeChanged();
    }
  }
}
