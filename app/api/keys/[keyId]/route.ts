import { z } from 'zod';
import { renameApiKeySchema } from '@/lib/auth/api-key-schemas';
import { renameApiKey, revokeApiKey } from '@/lib/auth/api-keys';
import { defineRoute } from '@/lib/http/define-route';

const params = z.object({ keyId: z.uuid() });

export const PATCH = defineRoute(
  { caller: 'required', grownUp: true, params, body: renameApiKeySchema },
  ({ caller, params, body }) => renameApiKey(caller.client, params.keyId, body.name),
);

/** Revokes: from now on the key is refused, and says why. The list goes on showing it. */
export const DELETE = defineRoute({ caller: 'required', grownUp: true, params }, ({ caller, params }) =>
  revokeApiKey(caller.client, params.keyId),
);
