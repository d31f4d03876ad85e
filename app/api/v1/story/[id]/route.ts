import { z } from 'zod';
import { buildDreamFlowStory } from '@/lib/dialects/dream-flow';
import { answerJob } from '@/lib/http/answer-job';
import { defineRoute } from '@/lib/http/define-route';
import { presentStory } from '@/lib/http/present-media';
import { readStoryView } from '@/lib/story/data';
import { getStoryProgress } from '@/lib/story/story-progress';

/** A story's id, or its job's. */
const params = z.object({ id: z.uuid() });

/**
 * What `POST /api/v1/story` would have answered: the story when it is there, 202 while it is made. `Prefer: wait=<seconds>`
 * waits for it.
 */
export const GET = defineRoute({ params, caller: 'required' }, async ({ request, params, caller }) => {
  const progress = await getStoryProgress(caller.client, params.id);
  return answerJob(
    { request, caller, jobId: progress.jobId },
    {
      patienceMs: 0,
      location: `/api/v1/story/${progress.jobId}`,
      accepted: {
        job_id: progress.jobId,
        story_id: progress.storyId,
        status: progress.status,
        message: 'The story is being made.',
      },
      finished: async () =>
        buildDreamFlowStory(presentStory(await readStoryView(caller, progress.storyId), { request, caller })),
    },
  );
});
