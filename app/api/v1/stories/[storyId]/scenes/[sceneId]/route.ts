import { z } from 'zod';
import { sendStoryRequested } from '@/inngest/send';
import { AppError } from '@/lib/errors';
import { answerMend } from '@/lib/http/answer-mend';
import { defineRoute } from '@/lib/http/define-route';
import { readIdempotencyKey } from '@/lib/http/idempotency-key';
import { mendStory } from '@/lib/mending/mend-story';
import { mendSceneRequestSchema } from '@/lib/mending/mend-views';

const params = z.object({ storyId: z.uuid(), sceneId: z.uuid() });

/** A page is told in other words. */
export const PATCH = defineRoute(
  { params, body: mendSceneRequestSchema, caller: 'required' },
  async ({ params: { storyId, sceneId }, body, caller, request }) => {
    const { revision, ...words } = body;
    return answerMend(
      await mendStory(caller, {
        storyId,
        change: () => ({ kind: 'text', sceneId, ...words }),
        asked: { sceneId, ...words },
        from: { sceneId, revision },
        idempotencyKey: readIdempotencyKey(request),
        send: sendStoryRequested,
      }),
    );
  },
);

/** A page is taken out of the story; the last one stays. */
export const DELETE = defineRoute(
  { params, caller: 'required' },
  async ({ params: { storyId, sceneId }, caller, request }) =>
    answerMend(
      await mendStory(caller, {
        storyId,
        change: ({ state }) => {
          if (state.scenes.length > 1) return { kind: 'delete', sceneId };
          throw new AppError('conflict', 'A story keeps at least one page.');
        },
        asked: { delete: sceneId },
        from: { sceneId },
        idempotencyKey: readIdempotencyKey(request),
        send: sendStoryRequested,
      }),
    ),
);
