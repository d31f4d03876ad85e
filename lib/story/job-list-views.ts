import { z } from 'zod';
import { JOB_KINDS, JOB_SORTS, JOB_STATUSES } from './nouns.ts';
import { WORK_STAGES } from './time-left.ts';

/** The workshop’s list and its figures, as the API takes and answers them. Browser-safe. */

/** What a list of jobs can be narrowed to and how it is sorted. */
export const jobFiltersShape = {
  status: z.enum(JOB_STATUSES).optional(),
  kind: z.enum(JOB_KINDS).optional(),
  /** Letters of its title or of what was asked for. */
  text: z.string().trim().min(1).max(200).optional(),
  /** Asked for at this moment or later; ISO 8601 with a time zone. */
  after: z.iso.datetime({ offset: true }).optional(),
  /** Asked for before this moment. */
  before: z.iso.datetime({ offset: true }).optional(),
  /** `longest`: by how long the work took. */
  sort: z.enum(JOB_SORTS).default('newest'),
};

/** Query of …/jobs/{id}/events. */
export const jobEventsQuerySchema = z.object({
  /** As the header `Last-Event-ID`, for those who cannot set one: a page that opens a new stream. */
  last_event_id: z.coerce.number().int().min(0).optional(),
});

const depthSchema = z.object({ waiting: z.int(), running: z.int() });

export const jobsSummaryViewSchema = z.object({
  /** Your jobs that wait and those at work. */
  queue: depthSchema,
  /** The same of everybody who uses this installation. Null where it is kept to itself. */
  installation: depthSchema.nullable(),
  /** How your jobs of the last 30 days ended. */
  completed: z.int(),
  failed: z.int(),
  cancelled: z.int(),
  /** Why those that failed did, the most frequent first. */
  failures: z.array(
    z.object({ code: z.string(), times: z.int(), last_at: z.string(), last_job_id: z.uuid() }),
  ),
  /** What each stage took in the latest completed jobs of this installation. Empty where there are none. */
  stages: z.array(
    z.object({
      kind: z.enum(JOB_KINDS),
      stage: z.enum(WORK_STAGES),
      jobs: z.int(),
      median_ms: z.int(),
      p90_ms: z.int(),
      /** Half of the jobs took less than this for each page. */
      median_ms_per_page: z.int(),
    }),
  ),
  /** Where the runs of the durable functions can be watched, where that is set up and can be reached from here. */
  dashboard_url: z.string().nullable(),
});
export type JobsSummaryView = z.infer<typeof jobsSummaryViewSchema>;
