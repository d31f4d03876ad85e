import { createReaderSchema } from '@/lib/household/household-views';
import { createReader, listReaders } from '@/lib/household/readers';
import { createJsonResponse } from '@/lib/http/conditional-json';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({ caller: 'required' }, async ({ request, caller }) =>
  createJsonResponse(request, { readers: await listReaders(caller.client, caller.userId) }),
);
export const HEAD = GET;

export const POST = defineRoute(
  { caller: 'required', grownUp: true, body: createReaderSchema },
  async ({ caller, body }) => {
    const reader = await createReader(caller.userId, body);
    return Response.json(reader, { status: 201, headers: { location: `/api/v1/readers/${reader.id}` } });
  },
);
