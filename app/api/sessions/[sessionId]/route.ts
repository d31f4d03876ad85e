import { z } from 'zod';
import { getSessionView } from '@/lib/chat/data';
import { deleteSession, renameSession } from '@/lib/chat/mutations';
import { renameSessionSchema } from '@/lib/chat/views';
import { defineRoute } from '@/lib/http/define-route';

const params = z.object({ sessionId: z.uuid() });

export const GET = defineRoute({ params, caller: 'required' }, ({ params, caller }) =>
  getSessionView(caller.client, params.sessionId),
);

export const PATCH = defineRoute(
  { params, caller: 'required', body: renameSessionSchema },
  ({ params, caller, body }) => renameSession(caller.client, caller.userId, params.sessionId, body.title),
);

export const DELETE = defineRoute({ params, caller: 'required' }, async ({ params, caller }) => {
  await deleteSession(caller.client, params.sessionId);
  return { success: true, message: 'Session deleted successfully' };
});
