import { z } from 'zod';
import { sendStoryRequested } from '@/inngest/send';
import { answerAcceptedJob } from '@/lib/http/answer-accepted-job';
import { defineRoute } from '@/lib/http/define-route';
import { retryJob } from '@/lib/story/retry-job';

const params = z.object({ jobId: z.uuid() });

/** Takes up a job that failed or was stopped: only what is missing is made. */
export const POST = defineRoute({ params, caller: 'required' }, async ({ params, caller }) =>
  answerAcceptedJob(await retryJob(caller.client, caller.userId, params.jobId, sendStoryRequested)),
);
