import { sendStoryRequested } from '@/inngest/send';
import { buildSuiteBatch } from '@/lib/dialects/alwrity/jobs';
import { briefFromWriteRequest, writeStoriesRequestSchema } from '@/lib/dialects/alwrity/story-writer';
import { defineRoute } from '@/lib/http/define-route';
import { readIdempotencyKey } from '@/lib/http/idempotency-key';
import { startStoryBatch } from '@/lib/story/batches';

/** Many stories in one call: all of them are begun, or none is. */
export const POST = defineRoute(
  { body: writeStoriesRequestSchema, caller: 'required' },
  async ({ body, caller, request }) => {
    const briefs = body.stories.map(briefFromWriteRequest);
    const { batchId, jobs } = await startStoryBatch(caller.client, caller.userId, briefs, {
      sendRequested: sendStoryRequested,
      idempotencyKey: readIdempotencyKey(request),
    });
    return Response.json(buildSuiteBatch(batchId, jobs), {
      status: 202,
      headers: { location: `/api/story-writer/batch/${batchId}`, 'retry-after': '2' },
    });
  },
);
