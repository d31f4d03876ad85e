import { getEnv } from '@/lib/env';
import { createJsonResponse } from '@/lib/http/conditional-json';
import { defineRoute } from '@/lib/http/define-route';
import { findDashboardUrl } from '@/lib/story/find-dashboard-url';
import { summarizeJobs } from '@/lib/story/summarize-jobs';

/** The workshop at a glance: what waits, what fails and why, and what things take here. */
export const GET = defineRoute({ caller: 'required' }, async ({ request, caller }) => {
  const dashboardUrl = findDashboardUrl(getEnv().inngest, request.headers.get('host'));
  return createJsonResponse(request, await summarizeJobs(caller.client, dashboardUrl));
});
export const HEAD = GET;
