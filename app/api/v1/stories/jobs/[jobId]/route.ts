import { z } from 'zod';
import { sendStoryCancelled } from '@/inngest/send';
import { createJsonResponse } from '@/lib/http/conditional-json';
import { defineRoute } from '@/lib/http/define-route';
import { getJobView } from '@/lib/story/data';
import { cancelJob } from '@/lib/story/mutations';

const params = z.object({ jobId: z.uuid() });

export const GET = defineRoute({ params, caller: 'required' }, async ({ request, params, caller }) =>
  createJsonResponse(request, await getJobView(caller.client, params.jobId)),
);
export const HEAD = GET;

/** Cancels. A job that has already ended stays as it is, and is answered all the same. */
export const DELETE = defineRoute({ params, caller: 'required' }, async ({ params, caller }) => {
  await cancelJob(caller.client, params.jobId, sendStoryCancelled);
  return getJobView(caller.client, params.jobId);
});
