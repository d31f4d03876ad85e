import { sendStoryRequested } from '@/inngest/send';
import { briefFromDreamFlow, buildDreamFlowStory, dreamFlowRequestSchema } from '@/lib/dialects/dream-flow';
import { answerJob } from '@/lib/http/answer-job';
import { defineRoute } from '@/lib/http/define-route';
import { readIdempotencyKey } from '@/lib/http/idempotency-key';
import { presentStory } from '@/lib/http/present-media';
import { guardBrief } from '@/lib/safety/guard';
import { readStoryView } from '@/lib/story/data';
import { startStoryJob } from '@/lib/story/mutations';
import type { JobAcceptedView } from '@/lib/story/views';

/** Guarded while it is read: a visitor whose wish is refused does not become a guest for it. */
const body = dreamFlowRequestSchema.transform((request) => guardBrief(briefFromDreamFlow(request)));

/** Dream Flow: makes a story and answers it when it is there. */
export const POST = defineRoute(
  { body, caller: 'guest-allowed' },
  async ({ body: brief, caller, request }) => {
    const { jobId, storyId } = await startStoryJob(caller.client, caller.userId, brief, {
      sendRequested: sendStoryRequested,
      idempotencyKey: readIdempotencyKey(request),
    });
    const location = `/api/v1/story/${jobId}`;
    const accepted: JobAcceptedView = {
      job_id: jobId,
      story_id: storyId,
      status: 'pending',
      message: `The story is being made. Ask ${location} for it.`,
    };
    return answerJob(
      { request, caller, jobId },
      {
        location,
        accepted,
        finished: async () =>
          buildDreamFlowStory(presentStory(await readStoryView(caller, storyId), { request, caller })),
      },
    );
  },
);
