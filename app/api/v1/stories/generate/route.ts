import { sendStoryRequested } from '@/inngest/send';
import { briefFromGenerateRequest } from '@/lib/dialects/kids-story-agent';
import { defineRoute } from '@/lib/http/define-route';
import { readIdempotencyKey } from '@/lib/http/idempotency-key';
import { guardBrief } from '@/lib/safety/guard';
import { startStoryJob } from '@/lib/story/mutations';
import { generateStoryRequestSchema, type JobAcceptedView } from '@/lib/story/views';

/** Guarded while it is read: a visitor whose wish is refused does not become a guest for it. */
const briefSchema = generateStoryRequestSchema.transform((body) =>
  guardBrief(briefFromGenerateRequest(body)),
);

export const POST = defineRoute(
  { body: briefSchema, caller: 'guest-allowed' },
  async ({ body: brief, caller, request }) => {
    const { jobId, storyId } = await startStoryJob(caller.client, caller.userId, brief, {
      sendRequested: sendStoryRequested,
      idempotencyKey: readIdempotencyKey(request),
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
