import { createUIMessageStreamResponse } from 'ai';
import { z } from 'zod';
import { closeBrokenAnswers, findRunningAnswer, getSessionView } from '@/lib/chat/data';
import { followAnswer } from '@/lib/chat/follow-answer';
import { defineRoute } from '@/lib/http/define-route';

/** The answer under way from its first piece, for a page that was loaded again; 204 when there is none. */
export const GET = defineRoute(
  { params: z.object({ sessionId: z.uuid() }), caller: 'required' },
  async ({ params, caller }) => {
    await getSessionView(caller.client, params.sessionId);
    await closeBrokenAnswers(params.sessionId);
    const answerId = await findRunningAnswer(caller.client, params.sessionId);
    if (!answerId) return undefined;
    return createUIMessageStreamResponse({ stream: followAnswer(caller.client, params.sessionId, answerId) });
  },
);
