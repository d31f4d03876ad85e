import { listSessionViews } from '@/lib/chat/data';
import { sessionListQuerySchema } from '@/lib/chat/views';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';
import { buildPageLinks } from '@/lib/http/page-links';

/** The caller's conversations, the latest first; where there are more is in `Link`. */
export const GET = defineRoute(
  { caller: 'required', query: sessionListQuerySchema },
  async ({ caller, query, request }) => {
    if (query.user_id && query.user_id !== caller.userId) {
      throw new AppError('not_found', 'There is no such user.');
    }
    const { sessions, nextCursor } = await listSessionViews(caller.client, query);
    return Response.json(sessions, { headers: { link: buildPageLinks(request, nextCursor) } });
  },
);
