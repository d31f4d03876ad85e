import { z } from 'zod';
import { createJsonResponse } from '@/lib/http/conditional-json';
import { defineRoute } from '@/lib/http/define-route';
import { getJobCallsView } from '@/lib/ledger/job-spend';

const params = z.object({ jobId: z.uuid() });

/** Which models worked on a story, how often they were asked, and what that cost. */
export const GET = defineRoute({ params, caller: 'required' }, async ({ request, params, caller }) =>
  createJsonResponse(request, await getJobCallsView(caller.client, params.jobId)),
);
export const HEAD = GET;
