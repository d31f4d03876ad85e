import { defineRoute } from '@/lib/http/define-route';
import { rotateWebhookSecret } from '@/lib/webhooks/secrets';

export const POST = defineRoute(
  {
    caller: 'required',
    grownUp: true,
    limit: { name: 'webhook-secrets', points: 30, durationSeconds: 3_600 },
  },
  ({ caller }) => rotateWebhookSecret(caller.client),
);
