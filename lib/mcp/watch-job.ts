import 'server-only';
import { getJobView } from '@/lib/story/data';
import { followJobEvents } from '@/lib/story/job-event-feed';
import { hasJobEnded } from '@/lib/story/nouns';
import type { JobView } from '@/lib/story/views';
import type { DatabaseClient } from '@/lib/supabase/database-client';

/**
 * Follows a job to its end, for at most `timeoutMs` and as long as somebody listens; it goes on without them.
 * @returns the job as it is then
 */
export async function watchJob(
  client: DatabaseClient,
  jobId: string,
  options: {
    timeoutMs: number;
    signal: AbortSignal;
    reportProgress: (progress: number, message: string) => Promise<void>;
  },
): Promise<JobView> {
  const job = await getJobView(client, jobId);
  if (hasJobEnded(job)) return job;
  const until = AbortSignal.any([AbortSignal.timeout(options.timeoutMs), options.signal]);
  let told = -1;
  for await (const event of followJobEvents(client, job, 0, until)) {
    // MCP wants progress to grow with every notification.
    if (event.progress > told) {
      told = event.progress;
      await options.reportProgress(event.progress, event.message ?? `${event.stage}: ${event.type}`);
    }
    if (hasJobEnded(event)) break;
  }
  return getJobView(client, jobId);
}
