import { type ErrorCode, isAppError } from '../errors.ts';
import { log } from '../log.ts';

/** Failures that another model would meet as well, or that are not a model's: finished work must not be paid for again. */
const NOT_THE_MODELS: ReadonlySet<ErrorCode> = new Set([
  'job_cancelled',
  'not_found',
  'disk_full',
  'storage_failed',
  'database_failed',
  'spend_cap_reached',
  'guardrail_violation',
]);

/** Whether another model may do better, so that it is worth asking. */
export function isModelsOwn(code: ErrorCode): boolean {
  return !NOT_THE_MODELS.has(code);
}

/**
 * One piece of work for somebody who waits, with the first model that gets it done. Each is asked once: who waits longer than
 * that asks again themselves. Work of a job goes along its chain in steps (inngest/try-each-model.ts).
 * @throws what the last of them failed with; at once what is no model's fault, or is none of our errors (the caller has gone)
 */
export async function tryCandidates<Candidate extends { id: string }, Result>(
  candidates: readonly Candidate[],
  work: (candidate: Candidate) => Promise<Result>,
): Promise<Result> {
  for (const [index, candidate] of candidates.entries()) {
    try {
      return await work(candidate);
    } catch (error) {
      const isLast = index === candidates.length - 1;
      if (isLast || !isAppError(error) || !isModelsOwn(error.code)) throw error;
      log.warn({ err: error, model: candidate.id }, 'a model failed; the next one is asked');
    }
  }
  throw new RangeError('No model was given.');
}
