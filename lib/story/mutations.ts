import 'server-only';
import { moderateBrief } from '@/lib/ai/moderate-story';
import { AppError } from '@/lib/errors';
import { prepareBrief } from '@/lib/household/prepare-brief';
import { admitStories } from '@/lib/ledger/quote-story';
import { log } from '@/lib/log';
import { nameDecisionSubject } from '@/lib/safety/decisions';
import { guardBrief } from '@/lib/safety/guard';
import { removeStoryObjects } from '@/lib/storage/assets';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { getWebhookSecrets } from '@/lib/webhooks/secrets';
import { checkGivenText } from './check-given-text';
import { hashContent } from './content-hash';
import { identifyRequest } from './request-identity';
import { JOB_STATUSES, type JobStatus, type StoryBrief } from './schema';
import type { WaitingJob } from './waiting-job';

/**
 * Writes for a caller, through the caller's own client.
 *
 * `startStoryJob`'s rows come first and the event after them: a crash in between leaves a job that is `pending`, and
 * sending its event again is harmless because the event's id is the job's.
 * @throws AppError `guardrail_violation`; `spend_cap_reached` and `daily_limit_reached` before there is a row;
 *   `idempotency_key_reused`
 */
export async function startStoryJob(
  client: DatabaseClient,
  ownerId: string,
  brief: StoryBrief,
  options: {
    sendRequested: (job: WaitingJob) => Promise<void>;
    /** A request that comes again under its key finds the job it started the first time. */
    idempotencyKey?: string | null;
    /** The project it belongs to, and the conversation it is told from. Absent: a project of its own. */
    from?: { projectId: string; sessionId?: string };
    /** Told of this job's end. Checked before by `checkPublicUrl`, and again at each call. */
    webhookUrl?: string | null;
    /** The request named no age: that of the reader it names counts. */
    isAgeOpen?: boolean;
  },
): Promise<{ jobId: string; storyId: string }> {
  const { jobId, storyId, seed } = identifyRequest(ownerId, options.idempotencyKey ?? null);
  checkGivenText(brief);
  nameDecisionSubject({ jobId, storyId });
  const asked = { ...brief, seed: brief.seed ?? seed };
  const { isAgeOpen } = options;
  const saved = guardBrief(await prepareBrief({ client, ownerId, isAgeOpen }, asked));
  await moderateBrief(saved, { payer: { ownerId } });
  await admitStories(ownerId, [{ jobId, brief: saved }]);
  // Made before the job: there must be something to sign with when that ends.
  if (options.webhookUrl) await getWebhookSecrets(client);
  const { error } = await client.rpc('create_story_job', {
    p_job_id: jobId,
    p_story_id: storyId,
    p_brief: saved,
    // What the household adds changes by the hour: a request is known again by what was asked.
    p_request_hash: hashContent(asked),
    ...(options.from && { p_project_id: options.from.projectId }),
    ...(options.from?.sessionId && { p_session_id: options.from.sessionId }),
    ...(options.webhookUrl && { p_webhook_url: options.webhookUrl }),
  });
  if (error) throw databaseError(error);
  const job = await client.from('jobs').select('created_at').eq('id', jobId).single();
  if (job.error) throw databaseError(job.error);
  await options.sendRequested({ jobId, ownerId, createdAt: job.data.created_at });
  log.info(
    { jobId, storyId, ownerId, scenes: saved.sceneCount, ageGroup: saved.ageGroup },
    'story requested',
  );
  return { jobId, storyId };
}

/**
 * @returns the job's status after the call; a job that had already ended keeps its end
 * @throws AppError `not_found` for an id that is not the caller's
 */
export async function cancelJob(
  client: DatabaseClient,
  jobId: string,
  sendCancelled: (event: { jobId: string }) => Promise<void>,
): Promise<JobStatus> {
  const { data, error } = await client.rpc('cancel_job', { p_job_id: jobId });
  if (error) throw databaseError(error);
  const status = JOB_STATUSES.find((candidate) => candidate === data);
  if (!status) throw new AppError('not_found', 'There is no such job.');
  if (status === 'cancelled') await sendCancelled({ jobId });
  return status;
}

/**
 * Deletes a story with its files and jobs, and its project when nothing else hangs off that. Files go first: rows without
 * files can be deleted again, the reverse cannot.
 */
export async function deleteStory(
  client: DatabaseClient,
  storyId: string,
  sendCancelled: (event: { jobId: string }) => Promise<void>,
): Promise<void> {
  const { data, error } = await client
    .from('stories')
    .select('id, jobs!jobs_story_id_fkey(id, status)')
    .eq('id', storyId)
    .maybeSingle();
  if (error) throw databaseError(error);
  if (!data) throw new AppError('not_found', 'There is no such story.');
  for (const job of data.jobs) {
    if (job.status === 'pending' || job.status === 'processing')
      await cancelJob(client, job.id, sendCancelled);
  }
  await removeStoryObjects(storyId);
  const deleted = await client.rpc('delete_story', { p_story_id: storyId });
  if (deleted.error) throw databaseError(deleted.error);
}
