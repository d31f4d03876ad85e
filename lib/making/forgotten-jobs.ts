import 'server-only';
import type { WaitingJob } from '@/lib/story/waiting-job';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * Jobs that have waited longer than a hand-over takes, and not so long that the queue would have forgotten their event's
 * id (24 hours) and start them twice.
 */
export async function listForgottenJobs(admin: DatabaseClient, now = Date.now()): Promise<WaitingJob[]> {
  const { data, error } = await admin
    .from('jobs')
    .select('id, owner_id, created_at, kind, story_id')
    .eq('status', 'pending')
    .lt('created_at', new Date(now - MINUTE_MS).toISOString())
    .gt('created_at', new Date(now - 23 * HOUR_MS).toISOString())
    .order('created_at')
    .limit(100);
  if (error) throw databaseError(error);
  return data.map(({ id: jobId, owner_id: ownerId, created_at: createdAt, kind, story_id: storyId }) => ({
    jobId,
    ownerId,
    createdAt,
    ...(kind === 'mend' && { kind, storyId }),
  }));
}
