import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { createEventStream } from '@/lib/http/sse';
import { getJobView } from '@/lib/story/data';
import { followJobEvents } from '@/lib/story/job-event-feed';

const params = z.object({ jobId: z.uuid() });
const lastEventIdSchema = z.coerce.number().int().min(0).catch(0);

/** The job's log as server-sent events; `Last-Event-ID` takes it up where a reader left. */
export const GET = defineRoute({ params, caller: 'required' }, async ({ params, caller, request }) => {
  const { client } = caller;
  const job = await getJobView(client, params.jobId);
  const afterId = lastEventIdSchema.parse(request.headers.get('last-event-id') ?? 0);
  return createEventStream(request, async function* (signal) {
    for await (const event of followJobEvents(client, job, afterId, signal)) {
      yield { id: String(event.id), event: event.type, data: event };
    }
  });
});
