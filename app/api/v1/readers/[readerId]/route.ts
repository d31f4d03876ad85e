import { z } from 'zod';
import { changeReaderSchema } from '@/lib/household/household-views';
import { changeReader, deleteReader, getReader } from '@/lib/household/readers';
import { createJsonResponse } from '@/lib/http/conditional-json';
import { defineRoute } from '@/lib/http/define-route';

const params = z.object({ readerId: z.uuid() });

export const GET = defineRoute({ params, caller: 'required' }, async ({ request, params, caller }) =>
  createJsonResponse(request, await getReader(caller.client, caller.userId, params.readerId)),
);
export const HEAD = GET;

export const PATCH = defineRoute(
  { params, caller: 'required', grownUp: true, body: changeReaderSchema },
  ({ params, caller, body }) => changeReader(caller.userId, params.readerId, body),
);

export const DELETE = defineRoute({ params, caller: 'required', grownUp: true }, ({ params, caller }) =>
  deleteReader(caller.userId, params.readerId),
);
