import { z } from 'zod';
import { sendWebhooks } from '@/inngest/send';
import { decideReview } from '@/lib/household/decide-review';
import { approvalRequestSchema } from '@/lib/household/household-views';
import { defineRoute } from '@/lib/http/define-route';

/** A story's id, or the id of the job that made it. */
const params = z.object({ storyId: z.uuid() });

/** A grown-up has looked: the story may be seen, or not. */
export const POST = defineRoute(
  { params, caller: 'required', grownUp: true, body: approvalRequestSchema },
  async ({ params, caller, body }) => {
    const { jobId, ...approval } = await decideReview(caller, params.storyId, body.decision);
    if (jobId) await sendWebhooks({ jobId });
    return approval;
  },
);
