import 'server-only';
import { moderateBrief } from '@/lib/ai/moderate-story';
import { AppError } from '@/lib/errors';
import { prepareBrief } from '@/lib/household/prepare-brief';
import { admitStories } from '@/lib/ledger/quote-story';
import { guardBrief } from '@/lib/safety/guard';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { hashContent } from './content-hash';
import { buildJobViews } from './job-time-left';
import { JOB_SELECT, type JobRows } from './job-views';
import { identifyRequest } from './request-identity';
import type { StoryBrief } from './schema';
import type { JobView } from './views';
import type { WaitingJob } from './waiting-job';

/**
 * Many stories in one call. Every brief is guarded before the first row is written, and the rows come in one transaction:
 * all of the stories are made or none is.
 * @returns the batch's id and its jobs, in the order of the briefs
 */
export async function startStoryBatch(
  client: DatabaseClient,
  ownerId: string,
  briefs: readonly StoryBrief[],
  options: { sendRequested: (job: WaitingJob) => Promise<void>; idempotencyKey: string | null },
): Promise<{ batchId: string; jobs: JobView[] }> {
  const key = options.idempotencyKey;
  const { jobId: batchId } = identifyRequest(ownerId, key && `batch\0${key}`);
  const items = await Promise.all(
    briefs.map(async (brief, index) => {
      const { jobId, storyId, seed } = identifyRequest(ownerId, key && `batch\0${key}\0${index}`);
      const asked = { ...brief, seed: brief.seed ?? seed };
      const prepared = await prepareBrief({ client, ownerId }, asked);
      return { jobId, storyId, brief: guardBrief(prepared), requestHash: hashContent(asked) };
    }),
  );
  await Promise.all(items.map(({ brief }) => moderateBrief(brief, { payer: { ownerId } })));
  await admitStories(ownerId, items);
  const { error } = await client.rpc('create_story_batch', { p_batch_id: batchId, p_items: items });
  if (error) throw databaseError(error);
  const jobs = await listBatchJobs(client, batchId);
  await Promise.all(
    jobs.map((job) => options.sendRequested({ jobId: job.job_id, ownerId, createdAt: job.created_at })),
  );
  return { batchId, jobs };
}

/** @throws AppError `not_found` for a batch that is not the caller's */
export async function listBatchJobs(client: DatabaseClient, batchId: string): Promise<JobView[]> {
  const batch = await client.from('batches').select('id').eq('id', batchId).maybeSingle();
  if (batch.error) throw databaseError(batch.error);
  if (!batch.data) throw new AppError('not_found', 'There is no such batch.');
  const { data, error } = await client
    .from('jobs')
    .select(JOB_SELECT)
    .eq('batch_id', batchId)
    .order('batch_position');
  if (error) throw databaseError(error);
  return buildJobViews(data as unknown as JobRows[]);
}
