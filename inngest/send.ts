import 'server-only';
import { log } from '@/lib/log';
import { inngest } from './client';
import { storyCancelled, storyRequested } from './events';

/**
 * Hands a job to the queue. The event's id is the job's id, so sending it again changes nothing. A queue that does not
 * answer costs nobody their story: the job stays `pending` and `resend-waiting` hands it over later.
 */
export async function sendStoryRequested(event: { jobId: string; ownerId: string }): Promise<void> {
  try {
    await inngest.send(storyRequested.create(event, { id: event.jobId }));
  } catch (error) {
    log.error({ err: error, jobId: event.jobId }, 'the queue did not take the job; it will be sent again');
  }
}

/** Ends the job's runs. The row is already `cancelled`; steps that are under way notice it there. */
export async function sendStoryCancelled(event: { jobId: string }): Promise<void> {
  try {
    await inngest.send(storyCancelled.create(event));
  } catch (error) {
    log.error({ err: error, jobId: event.jobId }, 'the queue did not take the cancellation');
  }
}
