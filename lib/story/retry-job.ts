import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { admitStories } from '@/lib/ledger/quote-story';
import { log } from '@/lib/log';
import { beginMendAgain } from '@/lib/mending/save-version';
import { guardBrief } from '@/lib/safety/guard';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { uuidFromText } from '@/lib/uuid-from-digest';
import { savedBriefSchema } from './rows';
import type { WaitingJob } from './waiting-job';

const takenUpSchema = z.object({ jobId: z.uuid(), storyId: z.uuid(), createdAt: z.string() }).nullable();

/**
 * Takes up a job that failed or was stopped: a new job for the same story. Its steps look for their own finished work, so only
 * what is missing is made and paid. Asked again it answers the same job.
 * @throws AppError `not_found`; `conflict` for a job that did not fail, or whose story is ready or at work again;
 *   `guardrail_violation` where the rules have changed since; `spend_cap_reached`
 */
export async function retryJob(
  client: DatabaseClient,
  ownerId: string,
  jobId: string,
  sendRequested: (job: WaitingJob) => Promise<void>,
): Promise<{ jobId: string; storyId: string }> {
  const job = await client
    .from('jobs')
    .select('kind, status, story:stories!jobs_story_id_fkey!inner(id, brief)')
    .eq('id', jobId)
    .maybeSingle();
  if (job.error) throw databaseError(job.error);
  if (!job.data) throw new AppError('not_found', 'There is no such job.');
  const { kind, status, story } = job.data;
  if (status !== 'failed' && status !== 'cancelled') {
    throw new AppError('conflict', 'Only a job that failed or was stopped can be taken up again.');
  }
  const newJobId = uuidFromText(`retry\0${ownerId}\0${jobId}`);
  if (kind === 'mend') {
    const { answer, job: mend } = await beginMendAgain({ ownerId, storyId: story.id }, newJobId);
    if (mend) await sendRequested(mend);
    return { jobId: mend?.jobId ?? newJobId, storyId: answer.story_id };
  }
  await admitStories(ownerId, [{ jobId: newJobId, brief: guardBrief(savedBriefSchema.parse(story.brief)) }]);
  // As the service: past it somebody could begin again what the rules or a cap would stop now.
  const { data, error } = await getAdminClient().rpc('retry_story_job', {
    p_owner_id: ownerId,
    p_job_id: jobId,
    p_new_job_id: newJobId,
  });
  if (error?.code === 'SL409') {
    throw new AppError('conflict', 'This story is ready, or somebody took it up already.', { cause: error });
  }
  if (error) throw databaseError(error);
  const taken = takenUpSchema.parse(data);
  if (!taken) throw new AppError('not_found', 'There is no such job.');
  await sendRequested({ jobId: taken.jobId, ownerId, createdAt: taken.createdAt });
  log.info({ jobId: taken.jobId, retryOf: jobId, storyId: taken.storyId, ownerId }, 'story taken up again');
  return { jobId: taken.jobId, storyId: taken.storyId };
}
