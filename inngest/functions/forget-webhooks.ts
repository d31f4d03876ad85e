import 'server-only';
import { cron } from 'inngest';
import { getAdminClient } from '@/lib/supabase/admin';
import { forgetDeliveries } from '@/lib/webhooks/forget-deliveries';
import { inngest } from '../client';
import { runStep } from '../run-step';

/** The log of webhooks does not grow for ever. Every hour, because a machine at home may sleep at night. */
export const forgetWebhooks = inngest.createFunction(
  { id: 'forget-webhooks', triggers: [cron('17 * * * *')], retries: 1 },
  ({ step }) =>
    runStep(step, 'forget', async () => ({ forgotten: await forgetDeliveries(getAdminClient()) })),
);
