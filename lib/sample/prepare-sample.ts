import 'server-only';
import { getUserSession } from '@/lib/auth/act-as-user';
import { ensureOwnUser } from '@/lib/auth/ensure-own-user';
import { getEnv } from '@/lib/env';
import { log } from '@/lib/log';
import { shareStory } from '@/lib/share/shares';
import { deleteStory, startStoryJob } from '@/lib/story/mutations';
import type { WaitingJob } from '@/lib/story/waiting-job';
import { createBearerClient } from '@/lib/supabase/bearer';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { planSample, type SamplePlan } from './plan-sample';
import { SAMPLE_BRIEF, SAMPLE_USER } from './sample-brief';

/** What preparing it needs of the queue. */
export type SampleQueue = {
  sendRequested: (job: WaitingJob) => Promise<void>;
  sendCancelled: (event: { jobId: string }) => Promise<void>;
};
/** `off`: no sample is wanted here. */
export type SampleOutcome = SamplePlan['act'] | 'off';

type SampleRow = { tries: number; job_id: string | null; story_id: string | null; ended_at: string | null };

/**
 * Takes the sample story one step further: begins it, shares it when it is ready, or leaves it alone. It can die anywhere and
 * be called again: a try has a key of its own, under which the same story is found again.
 * @throws AppError `database_failed` and what `startStoryJob` throws: then it has to be called again
 */
export async function prepareSample(admin: DatabaseClient, queue: SampleQueue): Promise<SampleOutcome> {
  const { sampleStory, requireApproval } = getEnv();
  // Where every story waits for a grown-up, none is shown that nobody here has read.
  if (!sampleStory || requireApproval) return 'off';
  const row = await readSample(admin);
  if (row?.ended_at) return 'end';
  const plan = planSample({
    row: row && { tries: row.tries, hasStory: row.story_id !== null, isEnded: false },
    jobStatus: row?.job_id ? await getJobStatus(admin, row.job_id) : null,
    othersAtWork: await countOthersAtWork(admin),
  });
  if (plan.act === 'begin') await begin(admin, row, plan.isRetry, queue);
  if (plan.act === 'share') {
    if (row?.story_id) await shareStory(await actAsOwner(), row.story_id);
    log.info({ storyId: row?.story_id }, 'the sample story is ready');
  }
  if (plan.act === 'share' || plan.act === 'end') {
    await saveSample(admin, { ended_at: new Date().toISOString() });
  }
  return plan.act;
}

async function begin(
  admin: DatabaseClient,
  row: SampleRow | null,
  isRetry: boolean,
  queue: SampleQueue,
): Promise<void> {
  await ensureOwnUser(SAMPLE_USER);
  const owner = await actAsOwner();
  const tries = isRetry || !row ? (row?.tries ?? 0) + 1 : row.tries;
  if (isRetry && row?.story_id) {
    await deleteStory(owner.client, row.story_id, queue.sendCancelled);
  }
  // Before the story: whoever dies in between finds it under the key of this try.
  await saveSample(admin, { tries, job_id: null, story_id: null });
  const { jobId, storyId } = await startStoryJob(owner.client, owner.userId, SAMPLE_BRIEF, {
    sendRequested: queue.sendRequested,
    idempotencyKey: `sample-${tries}`,
  });
  await saveSample(admin, { job_id: jobId, story_id: storyId });
}

async function actAsOwner(): Promise<{ client: DatabaseClient; userId: string }> {
  const { accessToken } = await getUserSession(SAMPLE_USER.id);
  return { client: createBearerClient(accessToken), userId: SAMPLE_USER.id };
}

async function readSample(admin: DatabaseClient): Promise<SampleRow | null> {
  const { data, error } = await admin
    .from('sample_story')
    .select('tries, job_id, story_id, ended_at')
    .maybeSingle();
  if (error) throw databaseError(error);
  return data;
}

async function saveSample(
  admin: DatabaseClient,
  changes: Partial<Omit<SampleRow, 'ended_at'>> & { ended_at?: string },
): Promise<void> {
  const { error } = await admin.from('sample_story').upsert({ is_only: true, ...changes });
  if (error) throw databaseError(error);
}

async function getJobStatus(admin: DatabaseClient, jobId: string) {
  const { data, error } = await admin.from('jobs').select('status').eq('id', jobId).maybeSingle();
  if (error) throw databaseError(error);
  return data?.status ?? null;
}

async function countOthersAtWork(admin: DatabaseClient): Promise<number> {
  const { count, error } = await admin
    .from('jobs')
    .select('id', { count: 'exact', head: true })
    .in('status', ['pending', 'processing'])
    .neq('owner_id', SAMPLE_USER.id);
  if (error) throw databaseError(error);
  return count ?? 0;
}
