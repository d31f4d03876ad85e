import { z } from 'zod';
import { sendStoryRequested } from '@/inngest/send';
import { startStoryFromSession } from '@/lib/chat/start-story';
import { beginStoryRequestSchema } from '@/lib/chat/views';
import { defineRoute } from '@/lib/http/define-route';
import { readIdempotencyKey } from '@/lib/http/idempotency-key';
import type { JobAcceptedView } from '@/lib/story/views';

const params = z.object({ sessionId: z.uuid() });

export const POST = defineRoute(
  { params, body: beginStoryRequestSchema.optional(), caller: 'required' },
  async ({ params, body, caller, request }) => {
    const { jobId, storyId } = await startStoryFromSession(caller.client, {
      ownerId: caller.userId,
      sessionId: params.sessionId,
      options: {
        title: body?.title ?? null,
        sceneCount: body?.num_scenes ?? null,
        tone: body?.tone ?? null,
        ageGroup: body?.age_group ?? null,
        style: body?.style ?? null,
        voice: body?.voice ?? null,
      },
      idempotencyKey: readIdempotencyKey(request),
      sendRequested: sendStoryRequested,
      asMessage: true,
    });
    const accepted: JobAcceptedView = {
      job_id: jobId,
      story_id: storyId,
      status: 'pending',
      message: 'Story generation started. Use the job_id to check status.',
    };
    return Response.json(accepted, {
      status: 202,
      headers: { location: `/api/v1/stories/jobs/${jobId}`, 'retry-after': '1' },
    });
  },
);
