import { z } from 'zod';
import { sendStoryRequested } from '@/inngest/send';
import { AppError } from '@/lib/errors';
import { answerMend } from '@/lib/http/answer-mend';
import { defineRoute } from '@/lib/http/define-route';
import { readIdempotencyKey } from '@/lib/http/idempotency-key';
import { mendStory } from '@/lib/mending/mend-story';
import { redoSceneRequestSchema } from '@/lib/mending/mend-views';
import { wantedOf } from '@/lib/mending/plan-change';

const params = z.object({ storyId: z.uuid(), sceneId: z.uuid() });

/** Another picture of a page, or another voice for it. */
export const POST = defineRoute(
  { params, body: redoSceneRequestSchema, caller: 'required' },
  async ({ params: { storyId, sceneId }, body, caller, request }) => {
    const { revision, ...asked } = body;
    return answerMend(
      await mendStory(caller, {
        storyId,
        change: ({ brief }) => {
          const wanted = wantedOf(brief);
          if (asked.part === 'picture') {
            if (wanted.pictures) return { kind: 'picture', sceneId, note: asked.note };
            throw new AppError('conflict', 'This story has no pictures.');
          }
          if (wanted.narration) return { kind: 'voice', sceneId, voice: asked.voice };
          throw new AppError('conflict', 'This story is not read aloud.');
        },
        asked: { sceneId, ...asked },
        from: { sceneId, revision },
        idempotencyKey: readIdempotencyKey(request),
        send: sendStoryRequested,
      }),
    );
  },
);
