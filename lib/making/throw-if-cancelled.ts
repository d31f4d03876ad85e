import 'server-only';
import { AppError } from '@/lib/errors';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { getJob } from './story-in-making';

/** For work that takes too little time to be stopped in the middle. @throws AppError `job_cancelled` */
export async function throwIfCancelled(
  admin: DatabaseClient,
  key: { jobId: string; ownerId: string },
): Promise<void> {
  const job = await getJob(admin, key);
  if (job.status === 'cancelled') throw new AppError('job_cancelled', 'The job was cancelled.');
}
