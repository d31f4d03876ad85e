import 'server-only';
import type { ErrorCode } from '@/lib/errors';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { PROGRESS, recordJobNews } from './job-news';
import type { StoryKey } from './story-in-making';

/** The story is ready. Its row first: whoever hears "completed" finds a story that is. */
export async function completeJob(admin: DatabaseClient, key: StoryKey & { jobId: string }): Promise<void> {
  await markStory(admin, key, 'ready');
  await recordJobNews(admin, key.jobId, {
    type: 'status',
    key: 'status:completed',
    status: 'completed',
    stage: 'done',
    progress: PROGRESS.completed,
  });
}

/** The job has failed for good. A cancelled or finished job keeps its end. */
export async function failJob(
  admin: DatabaseClient,
  key: { jobId: string; ownerId: string },
  failure: { code: ErrorCode; message: string },
): Promise<void> {
  const { data, error } = await admin
    .from('jobs')
    .select('story_id, status')
    .eq('id', key.jobId)
    .maybeSingle();
  if (error) throw databaseError(error);
  // The story was deleted while it was made: there is nobody to tell.
  if (!data) return;
  const isNew = await recordJobNews(admin, key.jobId, {
    type: 'status',
    key: 'status:failed',
    status: 'failed',
    stage: 'done',
    data: failure,
    error: failure,
  });
  // Not new but failed: told before, by a call that may have ended before it got here.
  if (isNew || data.status === 'failed')
    await markStory(admin, { storyId: data.story_id, ownerId: key.ownerId }, 'failed');
}

/** A mend has failed: the story stays as readable as it was, and what is due can be made by another. */
export async function failMend(
  admin: DatabaseClient,
  jobId: string,
  failure: { code: ErrorCode; message: string },
): Promise<void> {
  await recordJobNews(admin, jobId, {
    type: 'status',
    key: 'status:failed',
    status: 'failed',
    stage: 'done',
    data: failure,
    error: failure,
  });
}

async function markStory(admin: DatabaseClient, key: StoryKey, status: 'ready' | 'failed'): Promise<void> {
  const { error } = await admin.from('stories').update({ status }).eq('id', key.storyId);
  if (error) throw databaseError(error);
}
