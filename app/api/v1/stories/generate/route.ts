import { sendStoryRequested } from '@/inngest/send';
import { briefFromGenerateRequest } from '@/lib/dialects/kids-story-agent';
import { checkPublicUrl } from '@/lib/egress/check-public-url';
import { parsePublicUrl } from '@/lib/egress/public-url';
import { getEnv } from '@/lib/env';
import { answerAcceptedJob } from '@/lib/http/answer-accepted-job';
import { defineRoute } from '@/lib/http/define-route';
import { readIdempotencyKey } from '@/lib/http/idempotency-key';
import { guardBrief } from '@/lib/safety/guard';
import { startStoryJob } from '@/lib/story/mutations';
import { generateStoryRequestSchema } from '@/lib/story/views';

/** Guarded while it is read: a visitor whose wish is refused does not become a guest for it. */
const bodySchema = generateStoryRequestSchema.transform((body) => {
  const brief = guardBrief(briefFromGenerateRequest(body));
  const webhookUrl = body.webhook_url ? parsePublicUrl(body.webhook_url, getEnv().egressAllow).href : null;
  return { brief, webhookUrl, isAgeOpen: body.age_group === undefined };
});

export const POST = defineRoute(
  { body: bodySchema, caller: 'guest-allowed' },
  async ({ body: { brief, webhookUrl, isAgeOpen }, caller, request }) => {
    if (webhookUrl) await checkPublicUrl(webhookUrl);
    const accepted = await startStoryJob(caller.client, caller.userId, brief, {
      sendRequested: sendStoryRequested,
      idempotencyKey: readIdempotencyKey(request),
      webhookUrl,
      isAgeOpen,
    });
    return answerAcceptedJob(accepted);
  },
);
