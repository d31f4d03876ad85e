import { z } from 'zod';
import { sendStoryRequested } from '@/inngest/send';
import { answerMend } from '@/lib/http/answer-mend';
import { defineRoute } from '@/lib/http/define-route';
import { readIdempotencyKey } from '@/lib/http/idempotency-key';
import { restoreVersionRequestSchema } from '@/lib/mending/mend-views';
import { restoreVersion } from '@/lib/mending/restore-version';

const params = z.object({ storyId: z.uuid(), number: z.coerce.number().int().min(1).max(1_000_000) });

/** A story as it was; of the present version what is still missing. */
export const POST = defineRoute(
  { params, caller: 'required', body: restoreVersionRequestSchema },
  async ({ params: { storyId, number }, caller, request, body }) =>
    answerMend(
      await restoreVersion(caller, {
        storyId,
        number,
        from: body?.version,
        idempotencyKey: readIdempotencyKey(request),
        send: sendStoryRequested,
      }),
    ),
);
