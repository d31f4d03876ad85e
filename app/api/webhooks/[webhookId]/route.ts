import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { changeWebhook, deleteWebhook, getWebhook } from '@/lib/webhooks/endpoints';
import { changeWebhookSchema } from '@/lib/webhooks/schemas';

const params = z.object({ webhookId: z.uuid() });

export const GET = defineRoute({ caller: 'required', params }, ({ caller, params }) =>
  getWebhook(caller.client, params.webhookId),
);

export const PATCH = defineRoute(
  { caller: 'required', grownUp: true, params, body: changeWebhookSchema },
  ({ caller, params, body }) => changeWebhook(caller.client, params.webhookId, body),
);

export const DELETE = defineRoute({ caller: 'required', grownUp: true, params }, ({ caller, params }) =>
  deleteWebhook(caller.client, params.webhookId),
);
