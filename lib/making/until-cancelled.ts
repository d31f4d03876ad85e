import 'server-only';
import { AppError } from '@/lib/errors';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { getJob } from './story-in-making';

const LOOK_EVERY_MS = 1_000;

/**
 * Runs long work with a signal that fires when the job is cancelled. The queue ends a cancelled run between steps; this
 * ends the step itself, so that ffmpeg does not render what nobody waits for.
 * @throws AppError `job_cancelled`
 */
export async function untilCancelled<Result>(
  admin: DatabaseClient,
  key: { jobId: string; ownerId: string },
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const cancelled = new AppError('job_cancelled', 'The job was cancelled.');
  const look = async () => {
    const job = await getJob(admin, key);
    if (job.status === 'cancelled') controller.abort(cancelled);
  };
  await look();
  controller.signal.throwIfAborted();
  const timer = setInterval(() => {
    // A database that is away for a moment must not end the work; a deleted job must.
    look().catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'not_found') controller.abort(cancelled);
    });
  }, LOOK_EVERY_MS);
  try {
    return await work(controller.signal);
  } catch (error) {
    throw controller.signal.aborted ? cancelled : error;
  } finally {
    clearInterval(timer);
  }
}
