import { failRun } from './apply-operations.ts';
import type { Job } from './queue.ts';
import { retryMoment } from './retry.ts';
import { endRun } from './run-end.ts';
import type { RunnerContext } from './runner-context.ts';
import type { Run, RunError } from './runs.ts';

const FIRST_INTERRUPTION_PAUSE_MS = 250;
const LONGEST_INTERRUPTION_PAUSE_MS = 15_000;
/** A step that takes the whole web process down each time it runs must not do so for ever. */
const MAX_INTERRUPTIONS = 20;

export type RetryHints = {
  final?: boolean;
  retryAfter?: string | undefined;
  /** The step that failed, when the call was not for this step alone. */
  stepName?: string | undefined;
};

/** The same job again later, with its attempt counted; or the end of the run when no attempt is left. */
export function retryOrFail(
  context: RunnerContext,
  job: Job,
  run: Run,
  attempts: number,
  error: RunError,
  hints: RetryHints,
): void {
  if (hints.final || job.attempt + 1 >= attempts) {
    endRun(context, run.id, { status: 'Failed', error });
    return;
  }
  const { settings, queue, log } = context;
  const dueAt = retryMoment(job.attempt, Date.now(), {
    retryAfter: hints.retryAfter,
    baseMs: settings.retryBaseMs,
  });
  const lastError = hints.stepName ? `${hints.stepName}: ${error.message}` : error.message;
  queue.update(job.id, { attempt: job.attempt + 1, interruptions: 0, dueAt, lastError });
  log.info(
    { run: run.id, function: run.functionId, attempt: job.attempt, error: error.message },
    'will retry',
  );
}

/** The call broke off: the step runs again, and its attempt is not counted. */
export function interrupt(context: RunnerContext, job: Job, run: Run, reason: string): void {
  const interruptions = job.interruptions + 1;
  if (interruptions >= MAX_INTERRUPTIONS) {
    failRun(context, run, 'AppUnreachable', `Gave up after ${interruptions} broken calls: ${reason}.`);
    return;
  }
  context.log.warn({ run: run.id, function: run.functionId, interruptions }, reason);
  const pauseMs = Math.min(
    FIRST_INTERRUPTION_PAUSE_MS * 2 ** (interruptions - 1),
    LONGEST_INTERRUPTION_PAUSE_MS,
  );
  const dueAt = Date.now() + pauseMs;
  context.queue.update(job.id, { attempt: job.attempt, interruptions, dueAt, lastError: reason });
}
