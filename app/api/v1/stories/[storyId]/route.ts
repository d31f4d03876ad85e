import { z } from 'zod';
import { sendStoryCancelled, sendStoryRequested } from '@/inngest/send';
import { answerMend } from '@/lib/http/answer-mend';
import { createJsonResponse } from '@/lib/http/conditional-json';
import { defineRoute } from '@/lib/http/define-route';
import { readIdempotencyKey } from '@/lib/http/idempotency-key';
import { presentStory } from '@/lib/http/present-media';
import { mendStory } from '@/lib/mending/mend-story';
import { renameStoryRequestSchema } from '@/lib/mending/mend-views';
import { readStoryView } from '@/lib/story/data';
import { deleteStory } from '@/lib/story/mutations';

/** A story's id, or the id of the job that made it. */
const params = z.object({ storyId: z.uuid() });

export const GET = defineRoute({ params, caller: 'required' }, async ({ request, params, caller }) =>
  createJsonResponse(request, presentStory(await readStoryView(caller, params.storyId), { request, caller })),
);
export const HEAD = GET;

/** The story gets another title. */
export const PATCH = defineRoute(
  { params, body: renameStoryRequestSchema, caller: 'required' },
  async ({ params: { storyId }, body: { title, version }, caller, request }) =>
    answerMend(
      await mendStory(caller, {
        storyId,
        change: () => ({ kind: 'title', title }),
        asked: { title },
        from: { version },
        idempotencyKey: readIdempotencyKey(request),
        send: sendStoryRequested,
      }),
    ),
);

export const DELETE = defineRoute({ params, caller: 'required' }, async ({ params, caller }) => {
  await deleteStory(caller.client, params.storyId, sendStoryCancelled);
  return new Response(null, { status: 204 });
});
