import 'server-only';
import { log } from '@/lib/log';
import type { WaitingJob } from '@/lib/story/waiting-job';
import { inngest } from './client';
import { storyCancelled, storyRequested } from './events';

/**
 * Hands a job to the queue. The event's id is the job's, so sending it again changes nothing. A queue that does not
 * answer costs nobody their story: the job stays `pending` and `resend-waiting` hands it over later.
 */
export async function sendStoryRequested(job: WaitingJob): Promise<void> {
  try {
    await inngest.send(buildStoryRequested(job));
  } catch (error) {
    log.error({ err: error, jobId: job.jobId }, 'the queue did not take the job; it will be sent again');
  }
}

/**
 * A job that was deleted and asked for again under its Idempotency-Key has its old id, and the queue has seen that one:
 * the time it was made tells the two apart.
 */
export function buildStoryRequested(job: WaitingJob) {
  return storyRequested.create(job, { id: `${job.jobId}@${job.createdAt}` });
}

/** Ends the job's runs. The row is already `cancelled`; steps that are under way notice it there. */
export async function sendStoryCancelled(event: { jobId: string }): Promise<void> {
  try {
    await inngest.send(storyCancelled.create(event));
  } catch (error) {
    log.error({ err: error, jobId: event.jobId }, 'the queue did not take the cancellation');
  }
}
