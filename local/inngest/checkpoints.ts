import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { failRun, saveData } from './apply-operations.ts';
import { parseOperations } from './operations.ts';
import type { RunnerContext } from './runner-context.ts';
import { findRunningRun } from './runs.ts';

const checkpointSchema = z.object({
  qi_id: z.string(),
  request_id: z.string(),
  steps: z.array(z.unknown()),
});

/**
 * The app ran steps by itself and reports them before it goes on.
 * @returns `saved`, or `stale` when this invocation must stop: its run ended, or another call has taken its place
 * @throws AppError `invalid_request`
 */
export function acceptCheckpoint(context: RunnerContext, runId: string, body: unknown): 'saved' | 'stale' {
  const parsed = checkpointSchema.safeParse(body);
  if (!parsed.success) {
    throw new AppError('invalid_request', `Not a checkpoint: ${z.prettifyError(parsed.error)}`, {
      cause: parsed.error,
    });
  }
  const { qi_id: jobId, request_id: requestId, steps } = parsed.data;
  const { store, queue, liveCalls } = context;
  return store.transaction(() => {
    const run = findRunningRun(store, runId);
    const job = queue.find(jobId);
    if (!run || job?.runId !== runId || liveCalls.get(jobId) !== requestId) return 'stale';
    const report = parseOperations(steps);
    if ('problem' in report) {
      failRun(context, run, 'ProtocolError', report.problem);
      return 'stale';
    }
    for (const operation of report.operations) {
      if (operation.op !== 'StepRun') {
        failRun(context, run, 'ProtocolError', `A checkpoint can not hold the operation "${operation.op}".`);
        return 'stale';
      }
      const tries = { attempts: job.attempt + 1, lastError: job.lastError };
      if (saveData(context, run, operation, tries) === 'ended') return 'stale';
    }
    // Attempts are counted per step, and the next step starts afresh.
    if (job.attempt > 0 || job.interruptions > 0) {
      queue.update(jobId, { attempt: 0, interruptions: 0, dueAt: job.dueAt, lastError: null });
    }
    return 'saved';
  });
}
