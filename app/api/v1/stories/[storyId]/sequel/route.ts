import { z } from 'zod';
import { sendStoryRequested } from '@/inngest/send';
import { getEarlierStory } from '@/lib/characters/get-earlier-story';
import { buildSequelBrief } from '@/lib/characters/sequel-brief';
import { checkPublicUrl } from '@/lib/egress/check-public-url';
import { parsePublicUrl } from '@/lib/egress/public-url';
import { getEnv } from '@/lib/env';
import { answerAcceptedJob } from '@/lib/http/answer-accepted-job';
import { defineRoute } from '@/lib/http/define-route';
import { readIdempotencyKey } from '@/lib/http/idempotency-key';
import { startStoryJob } from '@/lib/story/mutations';
import { sequelRequestSchema } from '@/lib/story/views';

const params = z.object({ storyId: z.uuid() });

const bodySchema = sequelRequestSchema.transform((body) => {
  const webhookUrl = body.webhook_url ? parsePublicUrl(body.webhook_url, getEnv().egressAllow).href : null;
  return { request: body, webhookUrl };
});

/** Same hero, new night: starts a story with the people of a finished one. */
export const POST = defineRoute(
  { params, body: bodySchema, caller: 'required' },
  async ({ params, body: { request: asked, webhookUrl }, caller, request }) => {
    const earlier = await getEarlierStory(caller.client, params.storyId);
    if (webhookUrl) await checkPublicUrl(webhookUrl);
    const accepted = await startStoryJob(caller.client, caller.userId, buildSequelBrief(earlier, asked), {
      sendRequested: sendStoryRequested,
      idempotencyKey: readIdempotencyKey(request),
      from: { projectId: earlier.projectId },
      webhookUrl,
      isAgeOpen: asked.age_group === undefined && asked.reader_id !== undefined,
    });
    return answerAcceptedJob(accepted);
  },
);
