import 'server-only';
import { cron } from 'inngest';
import { listForgottenJobs } from '@/lib/making/forgotten-jobs';
import { getAdminClient } from '@/lib/supabase/admin';
import { inngest } from '../client';
import { runStep } from '../run-step';
import { buildStoryRequested } from '../send';

/**
 * A job's row is written before its event is sent. Should the process or the queue be gone in between, this hands the job
 * over again; an event that did arrive has the same id and is dropped.
 */
export const resendWaiting = inngest.createFunction(
  { id: 'resend-waiting', triggers: [cron('* * * * *')], retries: 1 },
  async ({ step }) => {
    const jobs = await runStep(step, 'list', () => listForgottenJobs(getAdminClient()));
    if (jobs.length === 0) return { sent: 0 };
    await step.sendEvent('send', jobs.map(buildStoryRequested));
    return { sent: jobs.length };
  },
);
