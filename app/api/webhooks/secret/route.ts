import { defineRoute } from '@/lib/http/define-route';
import { getWebhookSecrets } from '@/lib/webhooks/secrets';

/** What signs the calls to the `webhook_url` of single requests. */
export const GET = defineRoute({ caller: 'required', grownUp: true, scope: 'write' }, ({ caller }) =>
  getWebhookSecrets(caller.client),
);
