import { z } from 'zod';
import { sendWebhooks } from '@/inngest/send';
import { defineRoute } from '@/lib/http/define-route';
import { replayDelivery } from '@/lib/webhooks/deliveries';

const params = z.object({ deliveryId: z.uuid() });

export const POST = defineRoute(
  {
    caller: 'required',
    grownUp: true,
    params,
    limit: { name: 'webhook-replays', points: 120, durationSeconds: 3_600 },
  },
  async ({ caller, params }) => {
    const delivery = await replayDelivery(caller.client, params.deliveryId, sendWebhooks);
    return Response.json(delivery, {
      status: 202,
      headers: { location: `/api/webhooks/deliveries/${delivery.id}`, 'retry-after': '1' },
    });
  },
);
