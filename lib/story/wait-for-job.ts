import 'server-only';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { getJobView } from './data';
import { followJobEvents } from './job-event-feed';
import { hasJobEnded } from './nouns';
import type { JobView } from './views';

/**
 * Waits until a job has ended. It does not depend on being waited for: when the signal fires or the time has passed it goes on.
 *
 * @param client the caller's own: somebody else's job is not there
 * @returns the job at its end, or null when that did not come in time
 * @throws AppError `not_found`, also when it is deleted meanwhile
 */
export async function waitForJob(
  client: DatabaseClient,
  jobId: string,
  { timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal | undefined },
): Promise<JobView | null> {
  const job = await getJobView(client, jobId);
  if (hasJobEnded(job)) return job;
  if (timeoutMs <= 0) return null;
  const timeout = AbortSignal.timeout(timeoutMs);
  const until = signal ? AbortSignal.any([timeout, signal]) : timeout;
  // Only the end counts; what was told before it is skipped.
  for await (const event of followJobEvents(client, job, 0, until)) {
    if (hasJobEnded(event)) break;
  }
  if (signal?.aborted) return null;
  const last = await getJobView(client, jobId);
  return hasJobEnded(last) ? last : null;
}
