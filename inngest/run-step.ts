import 'server-only';
import type { GetStepTools } from 'inngest';
import type { inngest } from './client';
import { toStepError } from './step-errors';

export type StepTools = GetStepTools<typeof inngest>;

/**
 * `step.run` whose failures the queue understands: permanent ones are not tried again, and a provider's "later" is kept.
 * The work must be safe to repeat, and its result small and JSON.
 */
export function runStep<Result>(step: StepTools, id: string, work: () => Promise<Result>) {
  return step.run(id, async () => {
    try {
      return await work();
    } catch (error) {
      throw toStepError(error);
    }
  });
}
