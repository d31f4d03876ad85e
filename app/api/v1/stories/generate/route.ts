import { sendStoryRequested } from '@/inngest/send';
import { briefFromGenerateRequest } from '@/lib/dialects/kids-story-agent';
import { defineRoute } from '@/lib/http/define-route';
import { startStoryJob } from '@/lib/story/mutations';
import { generateStoryRequestSchema, type JobAcceptedView } from '@/lib/story/views';

export const POST = defineRoute(
  { body: generateStoryRequestSchema, caller: 'guest-allowed' },
  async ({ body, caller }) => {
    const { jobId, storyId } = await startStoryJob(
      caller.client,
      caller.userId,
      briefFromGenerateRequest(body),
      sendStoryRequested,
    );
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
