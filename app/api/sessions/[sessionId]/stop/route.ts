import { z } from 'zod';
import { stopAnswer } from '@/lib/chat/mutations';
import { defineRoute } from '@/lib/http/define-route';

/** Stops the answer under way; what came stays. `answer_id` is null when there was none. */
export const POST = defineRoute(
  { params: z.object({ sessionId: z.uuid() }), caller: 'required' },
  async ({ params, caller }) => ({ answer_id: await stopAnswer(caller.client, params.sessionId) }),
);
