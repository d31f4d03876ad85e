import { z } from 'zod';
import { listMessageViews } from '@/lib/chat/data';
import { messagePageQuerySchema } from '@/lib/chat/views';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute(
  { params: z.object({ sessionId: z.uuid() }), query: messagePageQuerySchema, caller: 'required' },
  ({ params, query, caller }) => listMessageViews(caller.client, params.sessionId, query),
);
