import { createJsonResponse } from '@/lib/http/conditional-json';
import { defineRoute } from '@/lib/http/define-route';
import { listJobViews } from '@/lib/story/data';
import { jobListQuerySchema } from '@/lib/story/views';

export const GET = defineRoute(
  { query: jobListQuerySchema, caller: 'required' },
  async ({ request, query, caller }) => createJsonResponse(request, await listJobViews(caller.client, query)),
);
export const HEAD = GET;
