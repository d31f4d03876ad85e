import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { getWebhookSecrets } from '@/lib/webhooks/secrets';

const params = z.object({ webhookId: z.uuid() });

/** Whoever knows a secret can speak in our name: a key that only reads does not get it. */
export const GET = defineRoute(
  { caller: 'required', grownUp: true, params, scope: 'write' },
  ({ caller, params }) => getWebhookSecrets(caller.client, params.webhookId),
);
