import type { BadgeVariant } from '@/components/ui/badge';
import { isHidden } from '@/lib/household/review';
import type { JobStage, JobStatus } from '@/lib/story/nouns';
import type { JobView } from '@/lib/story/views';

/** Whether the job still works, so that there is something to wait for. */
export function isJobRunning(job: Pick<JobView, 'status'>): boolean {
  return job.status === 'pending' || job.status === 'processing';
}

export const JOB_STATUS_LABELS: Record<JobStatus, { label: string; variant: BadgeVariant }> = {
  pending: { label: 'Waiting', variant: 'default' },
  processing: { label: 'Weaving', variant: 'accent' },
  completed: { label: 'Ready', variant: 'success' },
  failed: { label: 'Did not work', variant: 'destructive' },
  cancelled: { label: 'Stopped', variant: 'warning' },
};

/** What is said when a job is done. */
export function sayFinished(job: Pick<JobView, 'kind' | 'review'>): string {
  if (isHidden(job.review)) return 'Your story is finished. A grown-up looks at it first.';
  return job.kind === 'mend' ? 'Your story is mended.' : 'Your story is ready.';
}

/** What is said when a list shows only one kind of story and there is none. */
export const NO_JOBS_SENTENCES: Record<JobStatus, string> = {
  pending: 'No story is waiting for its turn.',
  processing: 'No story is being woven right now.',
  completed: 'No story is ready yet.',
  failed: 'No story went wrong.',
  cancelled: 'You have not stopped any story.',
};

/** What happens in each stage, in the order they come. `waiting` and `done` are not steps anybody watches. */
export const JOB_STEPS: readonly { stage: JobStage; label: string; doing: string }[] = [
  { stage: 'writing', label: 'Words', doing: 'Writing the story' },
  {
    stage: 'illustrating',
    label: 'Pictures and voice',
    doing: 'Painting and reading aloud',
  },
  { stage: 'filming', label: 'Film', doing: 'Putting the film together' },
];

export function jobStageSentence(job: Pick<JobView, 'status' | 'stage'>): string {
  if (job.status === 'completed') return 'Your story is ready.';
  if (job.status === 'failed') return 'This story did not work out.';
  if (job.status === 'cancelled') return 'This story was stopped.';
  return JOB_STEPS.find((step) => step.stage === job.stage)?.doing ?? 'Threading the loom';
}
