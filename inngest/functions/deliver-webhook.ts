import 'server-only';
import { getAdminClient } from '@/lib/supabase/admin';
import { attemptDelivery } from '@/lib/webhooks/attempt-delivery';
import { inngest } from '../client';
import { webhookDue } from '../events';
import { runStep } from '../run-step';

/**
 * Tells one receiver of one event, again and again with growing gaps for a day (lib/webhooks/judge-attempt.ts). The row says
 * how it stands; a run that was overtaken by a replay finds that there and ends.
 */
export const deliverWebhook = inngest.createFunction(
  {
    id: 'deliver-webhook',
    triggers: [webhookDue],
    retries: 3,
    idempotency: 'event.data.deliveryId + "@" + string(event.data.round)',
    // One owner's slow receivers do not make the others wait.
    concurrency: [{ limit: 5, key: 'event.data.ownerId' }],
  },
  async ({ event, step }) => {
    for (let attempt = 1; ; attempt += 1) {
      const { waitSeconds } = await runStep(step, `attempt-${attempt}`, () =>
        attemptDelivery(getAdminClient(), event.data),
      );
      if (waitSeconds === null) return { attempts: attempt };
      if (waitSeconds > 0) await step.sleep(`wait-${attempt}`, `${waitSeconds}s`);
    }
  },
);
