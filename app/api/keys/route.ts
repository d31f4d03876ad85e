import { createApiKeySchema } from '@/lib/auth/api-key-schemas';
import { createApiKey, listApiKeys } from '@/lib/auth/api-keys';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({ caller: 'required' }, async ({ caller }) => ({
  keys: await listApiKeys(caller.client),
}));

/** The answer's `key` is shown this once. */
export const POST = defineRoute(
  {
    caller: 'required',
    grownUp: true,
    body: createApiKeySchema,
    limit: { name: 'keys', points: 60, durationSeconds: 3_600 },
  },
  async ({ caller, body }) => {
    const created = await createApiKey(caller, body);
    return Response.json(created, { status: 201, headers: { location: `/api/keys/${created.id}` } });
  },
);
