import 'server-only';
import type { ErrorCode } from '@/lib/errors';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { PROGRESS, recordJobNews } from './job-news';
import type { StoryKey } from './story-in-making';

/** The story is ready. Its row first: whoever hears "completed" finds a story that is. */
export async function completeJob(admin: DatabaseClient, key: StoryKey & { jobId: string }): Promise<void> {
  await markStory(admin, key.storyId, 'ready');
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
  jobId: string,
  failure: { code: ErrorCode; message: string },
): Promise<void> {
  const { data, error } = await admin.from('jobs').select('story_id').eq('id', jobId).maybeSingle();
  if (error) throw databaseError(error);
  if (!data) return;
  const isNew = await recordJobNews(admin, jobId, {
    type: 'status',
    key: 'status:failed',
    status: 'failed',
    stage: 'done',
    data: failure,
    error: failure,
  });
  if (isNew) await markStory(admin, data.story_id, 'failed');
}

async function markStory(admin: DatabaseClient, storyId: string, status: 'ready' | 'failed'): Promise<void> {
  const { error } = await admin.from('stories').update({ status }).eq('id', storyId);
  if (error) throw databaseError(error);
}
