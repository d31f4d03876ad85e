import { defineRoute } from '@/lib/http/define-route';
import { listDeliveries } from '@/lib/webhooks/deliveries';
import { deliveryListQuerySchema } from '@/lib/webhooks/schemas';

/** The next page is `next_cursor`, and in `Link` as RFC 8288 has it. */
export const GET = defineRoute(
  { caller: 'required', query: deliveryListQuerySchema },
  async ({ caller, query, request }) => {
    const page = await listDeliveries(caller.client, query);
    const headers = new Headers();
    if (page.next_cursor) {
      const { pathname, searchParams } = new URL(request.url);
      searchParams.set('cursor', page.next_cursor);
      headers.set('link', `<${pathname}?${searchParams}>; rel="next"`);
    }
    return Response.json(page, { headers });
  },
);
