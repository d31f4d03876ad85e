import 'server-only';
import type { Caller } from '@/lib/auth/caller';
import { AppError, ERROR_CODES } from '@/lib/errors';
import type { JobView } from '@/lib/story/views';
import { waitForJob } from '@/lib/story/wait-for-job';
import { readPreference } from './prefer';

/**
 * Answers a request for work that runs as a job: with its result when that comes within the time the sender waits
 * (`Prefer`, SYNC_WAIT_SECONDS), else with 202 and where to ask. A sender that goes away does not stop the job.
 *
 * @param options.location where the 202 sends the sender
 * @param options.accepted the body of the 202
 * @param options.finished reads the result of a completed job; its value is the body of the 200
 * @throws AppError the job's own failure, `job_cancelled`, or what `finished` throws
 */
export async function answerJob(
  { request, caller, jobId }: { request: Request; caller: Pick<Caller, 'client'>; jobId: string },
  options: {
    location: string;
    accepted: unknown;
    finished: (job: JobView) => Promise<unknown>;
    /** How long a sender waits who did not say; SYNC_WAIT_SECONDS unless given. */
    patienceMs?: number;
  },
): Promise<Response> {
  const preference = readPreference(request, options.patienceMs);
  const headers = new Headers({ vary: 'Prefer' });
  if (preference.applied) headers.set('preference-applied', preference.applied);
  const job = await waitForJob(caller.client, jobId, {
    timeoutMs: preference.waitMs,
    signal: request.signal,
  });
  if (!job) {
    headers.set('location', options.location);
    headers.set('retry-after', '2');
    return Response.json(options.accepted, { status: 202, headers });
  }
  throwUnlessCompleted(job);
  return Response.json(await options.finished(job), { headers });
}

/** @throws AppError what the job failed with */
export function throwUnlessCompleted(job: JobView): void {
  if (job.status === 'cancelled') throw new AppError('job_cancelled', 'The story was cancelled.');
  if (job.status !== 'failed') return;
  const code = ERROR_CODES.find((candidate) => candidate === job.error_code) ?? 'internal';
  throw new AppError(code, job.error ?? 'The story could not be made.');
}
