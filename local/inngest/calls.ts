import { type AppAnswer, AppUnreachable, requestApp } from './app-client.ts';
import { applyOperations, completeRun, failRun } from './apply-operations.ts';
import { DEFAULT_ATTEMPTS, type FunctionConfig, maxAttempts } from './function-config.ts';
import { parseOperations } from './operations.ts';
import type { Job } from './queue.ts';
import { retryMoment } from './retry.ts';
import { endRun } from './run-end.ts';
import type { RunnerContext } from './runner-context.ts';
import { DISCOVERY, findRunningRun, type Run, type RunError } from './runs.ts';
import { listSteps, type Step } from './steps.ts';
import { createUlid } from './ulids.ts';

const NOT_REACHED_PAUSE_MS = 250;
const LONGEST_INTERRUPTION_PAUSE_MS = 15_000;
/** A step that takes the whole web process down each time it runs must not do so for ever. */
const MAX_INTERRUPTIONS = 20;

/**
 * Calls the app for one job and records what came of it. While the app can not be reached the job simply waits: that
 * costs no attempt.
 */
export async function performCall(
  context: RunnerContext,
  job: Job,
): Promise<{ pauseMs: number } | undefined> {
  const { store, queue, registry, sync } = context;
  const run = findRunningRun(store, job.runId);
  const steps = run ? listSteps(store, run.id) : [];
  if (!run || steps.some((step) => step.done && step.id === job.stepId)) {
    store.transaction(() => queue.remove(job.id));
    return undefined;
  }
  const config = registry.find(run.functionId);
  if (!config) {
    if (!sync.isReady) return { pauseMs: NOT_REACHED_PAUSE_MS };
    const message = `The app has no function "${run.functionId}".`;
    store.transaction(() => retryOrFail(context, job, run, DEFAULT_ATTEMPTS, { name: 'Error', message }, {}));
    return undefined;
  }
  const answer = await callApp(context, job, run, config, steps);
  if (answer instanceof AppUnreachable && answer.kind === 'refused') {
    sync.lost();
    return { pauseMs: NOT_REACHED_PAUSE_MS };
  }
  store.transaction(() => {
    // The run may have been cancelled during the call, and a checkpoint may have started the count of attempts again.
    const current = queue.find(job.id);
    const live = current && findRunningRun(store, run.id);
    if (!live) queue.remove(job.id);
    else if (answer instanceof AppUnreachable) interrupt(context, current, live, answer.message);
    else recordAnswer(context, current, live, config, answer);
  });
  return undefined;
}

async function callApp(
  context: RunnerContext,
  job: Job,
  run: Run,
  config: FunctionConfig,
  steps: Step[],
): Promise<AppAnswer | AppUnreachable> {
  const { settings, liveCalls } = context;
  const requestId = createUlid();
  const url = new URL(settings.appUrl);
  url.searchParams.set('fnId', config.id);
  url.searchParams.set('stepId', job.stepId);
  liveCalls.set(job.id, requestId);
  try {
    return await requestApp('POST', url, callBody(job, run, config, steps, requestId), {
      signingKey: settings.signingKey,
      headers: {
        'x-run-id': run.id,
        'x-request-id': requestId,
        'x-inngest-job-id': job.id,
        'x-inngest-step-id': job.stepId,
        'x-inngest-req-version': '2',
        'x-inngest-generation-id': '1',
      },
    });
  } catch (error) {
    if (error instanceof AppUnreachable) return error;
    throw error;
  } finally {
    liveCalls.delete(job.id);
  }
}

function callBody(job: Job, run: Run, config: FunctionConfig, steps: Step[], requestId: string) {
  const done = steps.filter((step) => step.done);
  const isPlannedStep = job.stepId !== DISCOVERY;
  return {
    version: 2,
    event: run.events[0],
    events: run.events,
    steps: Object.fromEntries(done.map((step) => [step.id, step.result])),
    defers: {},
    use_api: false,
    ctx: {
      run_id: run.id,
      fn_id: config.id,
      qi_id: job.id,
      job_id: job.id,
      request_id: requestId,
      generation_id: 1,
      step_id: 'step',
      attempt: job.attempt,
      max_attempts: maxAttempts(config),
      use_api: false,
      // A planned step has siblings that run elsewhere: the SDK must not run on from it by itself.
      disable_immediate_execution: isPlannedStep,
      stack: { stack: done.map((step) => step.id), current: done.length },
    },
  };
}

function recordAnswer(
  context: RunnerContext,
  job: Job,
  run: Run,
  config: FunctionConfig,
  answer: AppAnswer,
): void {
  if (answer.headers['x-inngest-sdk'] === undefined) {
    // Not the SDK: the app is still starting, or refuses our signature.
    interrupt(context, job, run, `the app answered ${answer.status} without the Inngest SDK`);
    return;
  }
  const attempts = maxAttempts(config);
  const retry = {
    final: answer.headers['x-inngest-no-retry'] === 'true',
    retryAfter: answer.headers['retry-after'],
  };
  if (answer.status === 206) recordOperations(context, job, run, attempts, answer, retry);
  else if (answer.status === 200) completeRun(context, run, parseJson(answer.body));
  else retryOrFail(context, job, run, attempts, parseError(answer), retry);
}

type RetryHints = { final?: boolean; retryAfter?: string | undefined };

function recordOperations(
  context: RunnerContext,
  job: Job,
  run: Run,
  attempts: number,
  answer: AppAnswer,
  retry: RetryHints,
): void {
  const parsed = parseOperations(parseJson(answer.body));
  if ('problem' in parsed) {
    failRun(context, run, 'ProtocolError', parsed.problem);
    return;
  }
  const [first] = parsed.operations;
  const isRetriable = !retry.final && job.attempt + 1 < attempts;
  if (parsed.operations.length === 1 && first?.op === 'StepError' && isRetriable) {
    retryOrFail(context, job, run, attempts, first.error, retry);
    return;
  }
  const tries = { attempts: job.attempt + 1, lastError: job.lastError };
  const changed = applyOperations(context, run, parsed.operations, tries);
  if (!findRunningRun(context.store, run.id)) return;
  const isStillOpen =
    job.stepId !== DISCOVERY &&
    listSteps(context.store, run.id).some((step) => step.id === job.stepId && !step.done);
  if (changed && !isStillOpen) {
    context.queue.remove(job.id);
  } else {
    const message = `The answer to the call for "${job.stepId}" did not move the run.`;
    retryOrFail(context, job, run, attempts, { name: 'ProtocolError', message }, {});
  }
}

/** The same job again later, with its attempt counted; or the end of the run when no attempt is left. */
function retryOrFail(
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
  queue.update(job.id, { attempt: job.attempt + 1, interruptions: 0, dueAt, lastError: error.message });
  log.info(
    { run: run.id, function: run.functionId, attempt: job.attempt, error: error.message },
    'will retry',
  );
}

/** The call broke off: the step runs again, and its attempt is not counted. */
function interrupt(context: RunnerContext, job: Job, run: Run, reason: string): void {
  const interruptions = job.interruptions + 1;
  if (interruptions >= MAX_INTERRUPTIONS) {
    failRun(context, run, 'AppUnreachable', `Gave up after ${interruptions} broken calls: ${reason}.`);
    return;
  }
  context.log.warn({ run: run.id, function: run.functionId, interruptions }, reason);
  const pauseMs = Math.min(NOT_REACHED_PAUSE_MS * 2 ** (interruptions - 1), LONGEST_INTERRUPTION_PAUSE_MS);
  const dueAt = Date.now() + pauseMs;
  context.queue.update(job.id, { attempt: job.attempt, interruptions, dueAt, lastError: reason });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Shown as it is: the caller reports what it can not use.
    return text;
  }
}

function parseError(answer: AppAnswer): RunError {
  const body = parseJson(answer.body);
  if (typeof body !== 'object' || body === null)
    return { name: 'Error', message: String(body).slice(0, 500) };
  const fields = body as Partial<Record<'name' | 'message' | 'error', unknown>>;
  const message = fields.message ?? fields.error ?? `the app answered ${answer.status}`;
  return { ...body, name: String(fields.name ?? 'Error'), message: String(message) };
}
