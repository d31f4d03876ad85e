import 'server-only';
import { getUserSession } from '@/lib/auth/act-as-user';
import { deleteStory } from '@/lib/story/mutations';
import { createBearerClient } from '@/lib/supabase/bearer';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { SAMPLE_USER } from './sample-brief';

/**
 * Takes the sample away for good: also one that was never begun is not made any more. Twice is once.
 * @throws AppError `database_failed`, `storage_failed`: then it has to be called again
 */
export async function deleteSample(
  admin: DatabaseClient,
  sendCancelled: (event: { jobId: string }) => Promise<void>,
): Promise<void> {
  const ended = await admin
    .from('sample_story')
    .upsert({ is_only: true, ended_at: new Date().toISOString() })
    .select('story_id')
    .single();
  if (ended.error) throw databaseError(ended.error);
  const stories = await admin.from('stories').select('id').eq('owner_id', SAMPLE_USER.id);
  if (stories.error) throw databaseError(stories.error);
  if (stories.data.length === 0) return;
  const { accessToken } = await getUserSession(SAMPLE_USER.id);
  const owner = createBearerClient(accessToken);
  for (const { id } of stories.data) await deleteStory(owner, id, sendCancelled);
}
