import 'server-only';
import { log } from '@/lib/log';
import type { WaitingJob } from '@/lib/story/waiting-job';
import { getAdminClient } from '@/lib/supabase/admin';
import { type DueDelivery, takeDeliveries } from '@/lib/webhooks/take-deliveries';
import { inngest } from './client';
import { mendRequested, storyCancelled, storyRequested, webhookDue } from './events';
import { createSendTogether } from './send-together';

const sendRequested = createSendTogether((jobs: WaitingJob[]) => inngest.send(jobs.map(buildStoryRequested)));

/**
 * Hands a job to the queue. The event's id is the job's, so sending it again changes nothing. A queue that does not
 * answer costs nobody their story: the job stays `pending` and `resend-waiting` hands it over later.
 */
export async function sendStoryRequested(job: WaitingJob): Promise<void> {
  try {
    await sendRequested(job);
  } catch (error) {
    log.error({ err: error, jobId: job.jobId }, 'the queue did not take the job; it will be sent again');
  }
}

/**
 * A job that was deleted and asked for again under its Idempotency-Key has its old id, and the queue has seen that one:
 * the time it was made tells the two apart.
 */
export function buildStoryRequested({ kind, storyId, ...job }: WaitingJob) {
  const options = { id: `${job.jobId}@${job.createdAt}` };
  if (kind === 'mend' && storyId) return mendRequested.create({ ...job, storyId }, options);
  return storyRequested.create(job, options);
}

/** Ends the job's runs. The row is already `cancelled`; steps that are under way notice it there. */
export async function sendStoryCancelled(event: { jobId: string }): Promise<void> {
  try {
    await inngest.send(storyCancelled.create(event));
  } catch (error) {
    log.error({ err: error, jobId: event.jobId }, 'the queue did not take the cancellation');
  }
  await sendWebhooks({ jobId: event.jobId });
}

/**
 * Hands the queue what is to be told of a job's end, or one delivery. What cannot be handed over now is found by
 * `resend-webhooks` later.
 */
export async function sendWebhooks(of: { jobId: string } | { deliveryId: string }): Promise<void> {
  try {
    const due = await takeDeliveries(getAdminClient(), of);
    if (due.length > 0) await inngest.send(due.map(buildWebhookDue));
  } catch (error) {
    log.error({ err: error, ...of }, 'the queue did not take the webhooks; they will be sent again');
  }
}

export function buildWebhookDue(due: DueDelivery) {
  return webhookDue.create(due, { id: `${due.deliveryId}@${due.round}` });
}
