import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { createEventStream } from '@/lib/http/sse';
import { getJobView } from '@/lib/story/data';
import { followJobEvents } from '@/lib/story/job-event-feed';
import { jobEventsQuerySchema } from '@/lib/story/job-list-views';
import { createEventClock } from '@/lib/story/job-time-left';

const params = z.object({ jobId: z.uuid() });
const lastEventIdSchema = z.coerce.number().int().min(0).catch(0);

/** The job's log as server-sent events; `Last-Event-ID` takes it up where a reader left. */
export const GET = defineRoute(
  { params, query: jobEventsQuerySchema, caller: 'required' },
  async ({ params, query, caller, request }) => {
    const { client } = caller;
    const job = await getJobView(client, params.jobId);
    const afterId = lastEventIdSchema.parse(request.headers.get('last-event-id') ?? query.last_event_id ?? 0);
    const tellTime = await createEventClock(client, params.jobId);
    return createEventStream(request, async function* (signal) {
      for await (const event of followJobEvents(client, job, afterId, signal)) {
        yield { id: String(event.id), event: event.type, data: await tellTime(event) };
      }
    });
  },
);
