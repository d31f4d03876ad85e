import { z } from 'zod';
import { JOB_STATUSES, type JobStage, type JobStatus } from '../../story/schema';
import type { JobView } from '../../story/views';

/** How ALwrity's three modules speak of jobs. `progress` is percent, where the rest of our API says 0…1. */

export const suiteJobAcceptedSchema = z.object({
  job_id: z.uuid(),
  status: z.literal('pending'),
  message: z.string(),
});

export const suiteJobSchema = z.object({
  job_id: z.uuid(),
  status: z.enum(JOB_STATUSES),
  /** 0…100 */
  progress: z.number(),
  message: z.string(),
  title: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
  completed_at: z.string().nullable(),
  error: z.string().nullable(),
});
export type SuiteJob = z.infer<typeof suiteJobSchema>;

export const suiteJobListSchema = z.object({ jobs: z.array(suiteJobSchema), total: z.int() });

/** One event of the stream: what a status request would answer, without the result. */
export const suiteProgressSchema = suiteJobSchema.pick({
  job_id: true,
  status: true,
  progress: true,
  message: true,
});

const STAGE_MESSAGES: Record<JobStage, string> = {
  waiting: 'Waiting for its turn.',
  writing: 'Writing the story.',
  illustrating: 'Making pictures and voices.',
  filming: 'Making the video.',
  done: 'Done.',
};

const END_MESSAGES: Partial<Record<JobStatus, string>> = {
  completed: 'Done.',
  failed: 'It could not be finished.',
  cancelled: 'Cancelled.',
};

export function describeProgress(job: { status: JobStatus; stage: JobStage }): string {
  return END_MESSAGES[job.status] ?? STAGE_MESSAGES[job.stage];
}

export function toPercent(progress: number): number {
  return Math.round(progress * 100);
}

export function buildSuiteJob(job: JobView): SuiteJob {
  return {
    job_id: job.job_id,
    status: job.status,
    progress: toPercent(job.progress),
    message: job.error ?? describeProgress(job),
    title: job.title,
    created_at: job.created_at,
    updated_at: job.updated_at,
    completed_at: job.finished_at,
    error: job.error,
  };
}

export const suiteBatchSchema = z.object({
  batch_id: z.uuid(),
  total: z.int(),
  completed: z.int(),
  failed: z.int(),
  /** In the order of the request. */
  jobs: z.array(suiteJobSchema),
});

export function buildSuiteBatch(
  batchId: string,
  jobs: readonly JobView[],
): z.output<typeof suiteBatchSchema> {
  return {
    batch_id: batchId,
    total: jobs.length,
    completed: jobs.filter((job) => job.status === 'completed').length,
    failed: jobs.filter((job) => job.status === 'failed' || job.status === 'cancelled').length,
    jobs: jobs.map(buildSuiteJob),
  };
}
