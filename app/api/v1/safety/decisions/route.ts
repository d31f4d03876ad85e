import { defineRoute } from '@/lib/http/define-route';
import { decisionListQuerySchema } from '@/lib/safety/decision-views';
import { listDecisions } from '@/lib/safety/list-decisions';
import { getAdminClient } from '@/lib/supabase/admin';

/** What was refused or masked, for grown-ups. The next page is `next_cursor`, and in `Link` as RFC 8288 has it. */
export const GET = defineRoute(
  { caller: 'required', grownUp: true, query: decisionListQuerySchema },
  async ({ caller, query, request }) => {
    const page = await listDecisions(getAdminClient(), caller.userId, query);
    const headers = new Headers();
    if (page.next_cursor) {
      const { pathname, searchParams } = new URL(request.url);
      searchParams.set('cursor', page.next_cursor);
      headers.set('link', `<${pathname}?${searchParams}>; rel="next"`);
    }
    return Response.json(page, { headers });
  },
);
