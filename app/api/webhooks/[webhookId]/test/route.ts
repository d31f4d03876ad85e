import { z } from 'zod';
import { sendWebhooks } from '@/inngest/send';
import { defineRoute } from '@/lib/http/define-route';
import { testWebhook } from '@/lib/webhooks/deliveries';

const params = z.object({ webhookId: z.uuid() });

export const POST = defineRoute(
  {
    caller: 'required',
    grownUp: true,
    params,
    limit: { name: 'webhook-tests', points: 60, durationSeconds: 3_600 },
  },
  async ({ caller, params }) => {
    const delivery = await testWebhook(caller.client, params.webhookId, sendWebhooks);
    return Response.json(delivery, {
      status: 202,
      headers: { location: `/api/webhooks/deliveries/${delivery.id}`, 'retry-after': '1' },
    });
  },
);
