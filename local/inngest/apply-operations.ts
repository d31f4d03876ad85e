import { parseMoment } from './durations.ts';
import { expressionProblem } from './expressions.ts';
import { type Operation, type OperationOf, stepIdentity } from './operations.ts';
import { endRun } from './run-end.ts';
import { startRun } from './run-start.ts';
import type { RunnerContext } from './runner-context.ts';
import { DISCOVERY, queueCall, type Run, type RunEvent } from './runs.ts';
import { countPendingSteps, MAX_STEP_BYTES, planStep, type StepFacts, saveStepResult } from './steps.ts';
import { createUlid } from './ulids.ts';
import { addEventWait } from './waits.ts';

/** What the job that brought the answer knows about the attempts so far. */
type Tries = Pick<StepFacts, 'attempts' | 'lastError'>;
const FIRST_TRY: StepFacts = { attempts: 1, lastError: null, durationMs: 0 };
const NANOSECONDS_PER_MS = 1e6;
const durationOf = (operation: { timing?: { b: number } | undefined }) =>
  operation.timing && Math.round(operation.timing.b / NANOSECONDS_PER_MS);

/** The protocol was broken or a limit passed: trying again would only fail again, so the run fails at once. */
export function failRun(context: RunnerContext, run: Run, name: string, message: string): void {
  context.log.error({ run: run.id, function: run.functionId }, message);
  endRun(context, run.id, { status: 'Failed', error: { name, message } });
}

/**
 * Carries out what the app answered. When afterwards no step of the run is pending, the run is continued; N planned
 * steps become N calls that run side by side.
 * @returns false when the answer changed nothing, which a correct app never does
 */
export function applyOperations(
  context: RunnerContext,
  run: Run,
  operations: Operation[],
  tries: Tries,
): boolean {
  let changed = false;
  for (const operation of operations) {
    const outcome = applyOperation(context, run, operation, tries);
    if (outcome === 'ended') return true;
    changed ||= outcome === 'changed';
  }
  if (changed && countPendingSteps(context.store, run.id) === 0) queueCall(context.queue, run, DISCOVERY);
  return changed;
}

type Outcome = 'changed' | 'unchanged' | 'ended';

function applyOperation(context: RunnerContext, run: Run, operation: Operation, tries: Tries): Outcome {
  switch (operation.op) {
    case 'RunComplete':
      return completeRun(context, run, operation.data);
    case 'StepRun':
      return saveData(context, run, operation, tries);
    case 'StepError':
    case 'StepFailed': {
      const failed = {
        attempts: tries.attempts,
        lastError: operation.error.message,
        durationMs: durationOf(operation),
      };
      const step = stepIdentity(operation);
      return saveStepResult(context.store, run.id, step, { error: operation.error }, failed)
        ? 'changed'
        : 'unchanged';
    }
    default:
      return planOperation(context, run, operation);
  }
}

/** Ends the run with its return value, unless that is too large. */
export function completeRun(context: RunnerContext, run: Run, output: unknown): 'ended' {
  const bytes = Buffer.byteLength(JSON.stringify(output ?? null));
  if (bytes > MAX_STEP_BYTES) {
    failRun(
      context,
      run,
      'OutputTooLarge',
      `The function returned ${bytes} bytes; the limit is ${MAX_STEP_BYTES}.`,
    );
  } else {
    endRun(context, run.id, { status: 'Completed', output });
  }
  return 'ended';
}

/** Memoises the result of one step; used for answers and for checkpoints. */
export function saveData(
  context: RunnerContext,
  run: Run,
  operation: OperationOf<'StepRun'>,
  tries: Tries,
): Outcome {
  const bytes = Buffer.byteLength(JSON.stringify(operation.data ?? null));
  if (bytes > MAX_STEP_BYTES) {
    const name = operation.displayName || operation.id;
    failRun(
      context,
      run,
      'StepTooLarge',
      `The step "${name}" returned ${bytes} bytes; the limit is ${MAX_STEP_BYTES}. Upload and return the path.`,
    );
    return 'ended';
  }
  const result = { data: operation.data ?? null };
  return saveStepResult(context.store, run.id, stepIdentity(operation), result, {
    ...tries,
    durationMs: durationOf(operation),
  })
    ? 'changed'
    : 'unchanged';
}

function planOperation(
  context: RunnerContext,
  run: Run,
  operation: OperationOf<'StepPlanned' | 'Sleep' | 'WaitForEvent' | 'InvokeFunction'>,
): Outcome {
  if (!planStep(context.store, run.id, stepIdentity(operation))) return 'unchanged';
  switch (operation.op) {
    case 'StepPlanned':
      queueCall(context.queue, run, operation.id);
      return 'changed';
    case 'Sleep':
      return addTimer(context, run, operation.id, operation.name);
    case 'WaitForEvent': {
      const condition = operation.opts.if;
      const problem = condition === undefined ? undefined : expressionProblem(condition);
      if (problem) {
        failRun(context, run, 'InvalidExpression', `"${condition}" is not a CEL expression: ${problem}`);
        return 'ended';
      }
      addEventWait(context, { runId: run.id, stepId: operation.id, eventName: operation.name, condition });
      return addTimer(context, run, operation.id, operation.opts.timeout);
    }
    case 'InvokeFunction':
      return invoke(context, run, operation);
  }
}

function addTimer(context: RunnerContext, run: Run, stepId: string, moment: string): Outcome {
  const dueAt = parseMoment(moment, Date.now());
  if (dueAt === undefined) {
    failRun(context, run, 'InvalidDuration', `"${moment}" is neither a duration nor a time.`);
    return 'ended';
  }
  context.queue.add({ kind: 'timer', runId: run.id, stepId, dueAt });
  return 'changed';
}

function invoke(context: RunnerContext, run: Run, operation: OperationOf<'InvokeFunction'>): Outcome {
  const { function_id: functionId, payload, timeout } = operation.opts;
  if (timeout !== undefined && addTimer(context, run, operation.id, timeout) === 'ended') return 'ended';
  const config = context.registry.find(functionId);
  const id = createUlid();
  const event: RunEvent = {
    name: 'inngest/function.invoked',
    data: {
      ...payload?.data,
      _inngest: { fn_id: functionId, correlation_id: `${run.id}.${operation.id}` },
    },
    id,
    ts: Date.now(),
  };
  const started = config
    ? startRun(context, config, { event, eventId: id, parent: { runId: run.id, stepId: operation.id } })
    : { skipped: `no function with the id "${functionId}" is registered` };
  if ('skipped' in started) {
    const error = { name: 'Error', message: `Could not invoke ${functionId}: ${started.skipped}` };
    context.queue.removeTimer(run.id, operation.id);
    saveStepResult(context.store, run.id, stepIdentity(operation), { error }, FIRST_TRY);
  }
  return 'changed';
}
