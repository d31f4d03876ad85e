import 'server-only';
import type { GetStepTools } from 'inngest';
import { log } from '@/lib/log';
import { getMetrics } from '@/lib/metrics';
import { collectDecisions } from '@/lib/safety/decisions';
import { recordDecisions } from '@/lib/safety/record-decisions';
import type { inngest } from './client';
import { type Patience, toStepError } from './step-errors';

export type StepTools = GetStepTools<typeof inngest>;

/**
 * `step.run` whose failures the queue understands: permanent ones are not tried again, and a provider's "later" is kept.
 * The work must be safe to repeat, and its result small and JSON. What the guard decides in it is on record before it ends.
 */
export function runStep<Result>(
  step: StepTools,
  id: string,
  work: () => Promise<Result>,
  patience: Patience = {},
) {
  return step.run(id, async () => {
    // "picture-3" and "picture-4" are one kind of step, and so is every "character-…", whatever they are called.
    const kind = id.startsWith('character-') ? 'character' : id.replace(/-\d+/, '');
    const stop = getMetrics().steps.startTimer({ step: kind });
    try {
      const result = await collectDecisions(
        recordDecisions(log, () => ({ door: `step ${kind}` })),
        work,
      );
      stop({ outcome: 'done' });
      return result;
    } catch (error) {
      stop({ outcome: 'failed' });
      throw toStepError(error, patience);
    }
  });
}
