import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { rotateWebhookSecret } from '@/lib/webhooks/secrets';

const params = z.object({ webhookId: z.uuid() });

export const POST = defineRoute(
  {
    caller: 'required',
    grownUp: true,
    params,
    limit: { name: 'webhook-secrets', points: 30, durationSeconds: 3_600 },
  },
  ({ caller, params }) => rotateWebhookSecret(caller.client, params.webhookId),
);
