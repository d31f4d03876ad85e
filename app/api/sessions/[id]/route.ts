import { z } from 'zod';
import { getSessionView } from '@/lib/chat/data';
import { deleteSession, renameSession } from '@/lib/chat/mutations';
import { renameSessionSchema } from '@/lib/chat/views';
import { defineRoute } from '@/lib/http/define-route';

const params = z.object({ id: z.uuid() });

export const GET = defineRoute({ params, caller: 'required' }, ({ params, caller }) =>
  getSessionView(caller.client, params.id),
);

export const PATCH = defineRoute(
  { params, caller: 'required', body: renameSessionSchema },
  ({ params, caller, body }) => renameSession(caller.client, params.id, body.title),
);

export const DELETE = defineRoute({ params, caller: 'required' }, async ({ params, caller }) => {
  await deleteSession(caller.client, params.id);
  return { success: true, message: 'The conversation was deleted.' };
});
