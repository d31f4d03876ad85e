import { z } from 'zod';
import { getSessionView } from '@/lib/chat/data';
import { findSessionStart, followSession } from '@/lib/chat/session-feed';
import { eventIdSchema, sessionEventsQuerySchema } from '@/lib/chat/views';
import { defineRoute } from '@/lib/http/define-route';
import { createEventStream } from '@/lib/http/sse';

/** What happens in a conversation; `Last-Event-ID` or `?after=` takes it up where a reader left. */
export const GET = defineRoute(
  { params: z.object({ sessionId: z.uuid() }), query: sessionEventsQuerySchema, caller: 'required' },
  async ({ params, query, caller, request }) => {
    await getSessionView(caller.client, params.sessionId);
    const lastEventId = eventIdSchema.safeParse(request.headers.get('last-event-id') ?? undefined);
    const asked = lastEventId.success ? lastEventId.data : query.after;
    // Found before we answer: whoever says something after the first byte misses nothing of it.
    const afterId = asked ?? (await findSessionStart(caller.client, params.sessionId));
    return createEventStream(request, async function* (signal) {
      for await (const event of followSession(caller.client, params.sessionId, afterId, signal)) {
        yield { id: event.id, event: event.type, data: event };
      }
    });
  },
);
