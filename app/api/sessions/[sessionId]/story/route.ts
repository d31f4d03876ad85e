import { z } from 'zod';
import { sendStoryRequested } from '@/inngest/send';
import { startStoryFromSession } from '@/lib/chat/start-story';
import { beginStoryRequestSchema } from '@/lib/chat/views';
import { answerAcceptedJob } from '@/lib/http/answer-accepted-job';
import { defineRoute } from '@/lib/http/define-route';
import { readIdempotencyKey } from '@/lib/http/idempotency-key';

const params = z.object({ sessionId: z.uuid() });

export const POST = defineRoute(
  { params, body: beginStoryRequestSchema.optional(), caller: 'required' },
  async ({ params, body, caller, request }) => {
    const accepted = await startStoryFromSession(caller.client, {
      ownerId: caller.userId,
      sessionId: params.sessionId,
      options: {
        title: body?.title ?? null,
        sceneCount: body?.num_scenes ?? null,
        tone: body?.tone ?? null,
        ageGroup: body?.age_group ?? null,
        style: body?.style ?? null,
        voice: body?.voice ?? null,
        readerId: body?.reader_id ?? null,
        bedtime: body?.bedtime ?? null,
      },
      idempotencyKey: readIdempotencyKey(request),
      sendRequested: sendStoryRequested,
      asMessage: true,
    });
    return answerAcceptedJob(accepted);
  },
);
