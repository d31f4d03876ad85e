import { parseAnswerBody, parseAnswerError } from './app-answer.ts';
import { type AppAnswer, AppUnreachable, requestApp } from './app-client.ts';
import { applyOperations, completeRun, failRun } from './apply-operations.ts';
import { buildCallBody } from './call-body.ts';
import { interrupt, type RetryHints, retryOrFail } from './call-retries.ts';
import { DEFAULT_ATTEMPTS, type FunctionConfig, maxAttempts } from './function-config.ts';
import { parseOperations, stepIdentity } from './operations.ts';
import type { Job } from './queue.ts';
import type { RunnerContext } from './runner-context.ts';
import { DISCOVERY, findRunningRun, type Run } from './runs.ts';
import { isStepDone, listSteps, type Step } from './steps.ts';
import { createUlid } from './ulids.ts';

const NOT_REACHED_PAUSE_MS = 250;

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
    return await requestApp('POST', url, buildCallBody(job, run, config, steps, requestId), {
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
  else if (answer.status === 200) completeRun(context, run, parseAnswerBody(answer.body));
  else retryOrFail(context, job, run, attempts, parseAnswerError(answer), retry);
}

function recordOperations(
  context: RunnerContext,
  job: Job,
  run: Run,
  attempts: number,
  answer: AppAnswer,
  retry: RetryHints,
): void {
  const parsed = parseOperations(parseAnswerBody(answer.body));
  if ('problem' in parsed) {
    failRun(context, run, 'ProtocolError', parsed.problem);
    return;
  }
  const [first] = parsed.operations;
  const isRetriable = !retry.final && job.attempt + 1 < attempts;
  if (parsed.operations.length === 1 && first?.op === 'StepError' && isRetriable) {
    const stepName = job.stepId === DISCOVERY ? stepIdentity(first).name : undefined;
    retryOrFail(context, job, run, attempts, first.error, { ...retry, stepName });
    return;
  }
  const tries = { attempts: job.attempt + 1, lastError: job.lastError };
  const changed = applyOperations(context, run, parsed.operations, tries);
  if (!findRunningRun(context.store, run.id)) return;
  const isAnswered = job.stepId === DISCOVERY || isStepDone(context.store, run.id, job.stepId);
  if (changed && isAnswered) {
    context.queue.remove(job.id);
  } else {
    const message = `The answer to the call for "${job.stepId}" did not move the run.`;
    retryOrFail(context, job, run, attempts, { name: 'ProtocolError', message }, {});
  }
}
