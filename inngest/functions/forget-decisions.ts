import 'server-only';
import { cron } from 'inngest';
import { forgetDecisions } from '@/lib/safety/forget-decisions';
import { getAdminClient } from '@/lib/supabase/admin';
import { inngest } from '../client';
import { runStep } from '../run-step';

/** The audit of the guardrails is kept as long as AUDIT_DAYS says. Every hour, because a machine at home may sleep at night. */
export const forgetDecisionsFunction = inngest.createFunction(
  { id: 'forget-decisions', triggers: [cron('29 * * * *')], retries: 1 },
  ({ step }) => runStep(step, 'forget', async () => ({ forgotten: await forgetDecisions(getAdminClient()) })),
);
