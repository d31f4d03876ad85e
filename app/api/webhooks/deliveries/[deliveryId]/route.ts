import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { getDelivery } from '@/lib/webhooks/deliveries';

const params = z.object({ deliveryId: z.uuid() });

export const GET = defineRoute({ caller: 'required', params }, ({ caller, params }) =>
  getDelivery(caller.client, params.deliveryId),
);
