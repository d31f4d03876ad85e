import 'server-only';
import { cron } from 'inngest';
import { getAdminClient } from '@/lib/supabase/admin';
import { takeDeliveries } from '@/lib/webhooks/take-deliveries';
import { inngest } from '../client';
import { runStep } from '../run-step';
import { buildWebhookDue } from '../send';

/**
 * A job's end and its deliveries are one transaction; handing these to the queue comes after. What was lost between the two,
 * or in the queue, is found here.
 */
export const resendWebhooks = inngest.createFunction(
  { id: 'resend-webhooks', triggers: [cron('* * * * *')], retries: 1 },
  async ({ step }) => {
    const due = await runStep(step, 'take', () => takeDeliveries(getAdminClient(), {}));
    if (due.length > 0) await step.sendEvent('send', due.map(buildWebhookDue));
    return { sent: due.length };
  },
);
