import { defineRoute } from '@/lib/http/define-route';
import { createWebhook, listWebhooks } from '@/lib/webhooks/endpoints';
import { createWebhookSchema } from '@/lib/webhooks/schemas';

export const GET = defineRoute({ caller: 'required' }, async ({ caller }) => ({
  webhooks: await listWebhooks(caller.client),
}));

export const POST = defineRoute(
  {
    caller: 'required',
    grownUp: true,
    body: createWebhookSchema,
    limit: { name: 'webhooks', points: 60, durationSeconds: 3_600 },
  },
  async ({ caller, body }) => {
    const created = await createWebhook(caller.client, caller.userId, body);
    return Response.json(created, { status: 201, headers: { location: `/api/webhooks/${created.id}` } });
  },
);
