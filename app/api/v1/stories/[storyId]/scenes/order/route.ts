import { z } from 'zod';
import { sendStoryRequested } from '@/inngest/send';
import { AppError } from '@/lib/errors';
import { answerMend } from '@/lib/http/answer-mend';
import { defineRoute } from '@/lib/http/define-route';
import { readIdempotencyKey } from '@/lib/http/idempotency-key';
import { mendStory } from '@/lib/mending/mend-story';
import { orderScenesRequestSchema } from '@/lib/mending/mend-views';

const params = z.object({ storyId: z.uuid() });

/** The pages in another order. */
export const POST = defineRoute(
  { params, body: orderScenesRequestSchema, caller: 'required' },
  async ({ params: { storyId }, body: { scene_ids: sceneIds, version }, caller, request }) =>
    answerMend(
      await mendStory(caller, {
        storyId,
        change: ({ state }) => {
          const isEveryPageOnce =
            sceneIds.length === state.scenes.length &&
            state.scenes.every(({ id }) => sceneIds.includes(id)) &&
            new Set(sceneIds).size === sceneIds.length;
          if (isEveryPageOnce) return { kind: 'order', sceneIds };
          const message = 'Name every page of the story once.';
          throw new AppError('invalid_request', message, { fields: [{ path: 'scene_ids', message }] });
        },
        asked: { sceneIds },
        from: { version },
        idempotencyKey: readIdempotencyKey(request),
        send: sendStoryRequested,
      }),
    ),
);
