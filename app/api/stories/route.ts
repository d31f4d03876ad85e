import { sendStoryRequested } from '@/inngest/send';
import { briefFromStoryMimi, buildStoryMimiSummary, storyMimiRequestSchema } from '@/lib/dialects/story-mimi';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';
import { readIdempotencyKey } from '@/lib/http/idempotency-key';
import { guardBrief } from '@/lib/safety/guard';
import { startStoryJob } from '@/lib/story/mutations';
import { getStoryProgress } from '@/lib/story/story-progress';

/** Guarded while it is read: a visitor whose wish is refused does not become a guest for it. */
const body = storyMimiRequestSchema.transform((request) => ({
  userId: request.user_id ?? null,
  brief: guardBrief(briefFromStoryMimi(request)),
}));

/** StoryMimi: starts a story. */
export const POST = defineRoute({ body, caller: 'guest-allowed' }, async ({ body, caller, request }) => {
  if (body.userId !== null && body.userId !== caller.userId)
    throw new AppError('not_found', 'There is no such user.');
  const { storyId } = await startStoryJob(caller.client, caller.userId, body.brief, {
    sendRequested: sendStoryRequested,
    idempotencyKey: readIdempotencyKey(request),
  });
  const story = buildStoryMimiSummary(await getStoryProgress(caller.client, storyId));
  return Response.json(story, {
    status: 202,
    headers: { location: `/api/stories/${storyId}/status`, 'retry-after': '2' },
  });
});
