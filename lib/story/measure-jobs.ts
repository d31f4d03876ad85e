import 'server-only';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { JOB_STATUSES, type JobStatus } from './schema';

export type JobMeasure = { counts: Record<JobStatus, number>; oldestPendingSeconds: number };

/** How many jobs there are of each status, and how long the longest-waiting one has waited. Everybody's: for the operator. */
export async function measureJobs(admin: DatabaseClient, now = Date.now()): Promise<JobMeasure> {
  const [oldest, ...counts] = await Promise.all([
    admin
      .from('jobs')
      .select('created_at')
      .eq('status', 'pending')
      .order('created_at')
      .limit(1)
      .maybeSingle(),
    ...JOB_STATUSES.map((status) =>
      admin.from('jobs').select('id', { count: 'exact', head: true }).eq('status', status),
    ),
  ]);
  const error = oldest.error ?? counts.find((answer) => answer.error)?.error;
  if (error) throw databaseError(error);
  const waitingMs = oldest.data ? now - Date.parse(oldest.data.created_at) : 0;
  return {
    counts: Object.fromEntries(
      JOB_STATUSES.map((status, index) => [status, counts[index]?.count ?? 0]),
    ) as Record<JobStatus, number>,
    oldestPendingSeconds: Math.max(0, waitingMs / 1_000),
  };
}
