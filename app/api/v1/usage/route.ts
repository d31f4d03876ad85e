import { createJsonResponse } from '@/lib/http/conditional-json';
import { defineRoute } from '@/lib/http/define-route';
import { getUsageView } from '@/lib/ledger/job-spend';

/** What the caller spent today, and may still spend. */
export const GET = defineRoute({ caller: 'required' }, async ({ request, caller }) =>
  createJsonResponse(request, await getUsageView(caller.client)),
);
export const HEAD = GET;
