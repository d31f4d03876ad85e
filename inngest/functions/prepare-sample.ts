import 'server-only';
import { cron } from 'inngest';
import { prepareSample, type SampleOutcome } from '@/lib/sample/prepare-sample';
import { getAdminClient } from '@/lib/supabase/admin';
import { inngest } from '../client';
import { runStep } from '../run-step';
import { sendStoryCancelled, sendStoryRequested } from '../send';

/** Nothing is left to do, for good: this process need not ask the database every minute. */
let isEnded = false;

/**
 * The sample story is begun within a minute of the first start, when nobody's story is waiting, and made like any other.
 * Looked after every minute until it is shared: a start that was interrupted is nothing special.
 */
export const prepareSampleFunction = inngest.createFunction(
  { id: 'prepare-sample', triggers: [cron('* * * * *')], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => {
    if (isEnded) return { sample: 'end' satisfies SampleOutcome };
    const sample = await runStep(step, 'prepare', () =>
      prepareSample(getAdminClient(), {
        sendRequested: sendStoryRequested,
        sendCancelled: sendStoryCancelled,
      }),
    );
    isEnded = sample === 'end' || sample === 'share';
    return { sample };
  },
);
