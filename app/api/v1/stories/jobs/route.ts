import { createJsonResponse } from '@/lib/http/conditional-json';
import { defineRoute } from '@/lib/http/define-route';
import { buildPageLinks } from '@/lib/http/page-links';
import { listJobViews } from '@/lib/story/list-jobs';
import { jobPageQuerySchema } from '@/lib/story/views';

export const GET = defineRoute(
  { query: jobPageQuerySchema, caller: 'required' },
  async ({ request, query, caller }) => {
    const list = await listJobViews(caller.client, query);
    return createJsonResponse(request, list, {
      headers: { link: buildPageLinks(request, list.next_cursor) },
    });
  },
);
export const HEAD = GET;
