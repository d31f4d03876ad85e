import { hasJobEnded } from '@/lib/story/nouns';
import type { JobEventView, JobView } from '@/lib/story/views';

/**
 * The job as it is after an event. Events may arrive again after a lost connection, and a fetched row may be newer than a
 * repeated event: progress never goes back and an ended job stays ended. Only an event that is told as it happens knows the
 * time left.
 */
export function applyJobEvent(job: JobView, event: JobEventView): JobView {
  if (hasJobEnded(job) || event.progress < job.progress) return job;
  return {
    ...job,
    status: event.status,
    stage: event.stage,
    progress: event.progress,
    updated_at: event.created_at,
    time_left_ms: event.time_left_ms === undefined ? job.time_left_ms : event.time_left_ms,
  };
}
