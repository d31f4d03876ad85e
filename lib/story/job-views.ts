import { isHidden, reviewSchema } from '@/lib/household/household-views';
import { type JobEventRow, type JobRow, type StoryRow, savedBriefSchema, warningColumnSchema } from './rows';
import { STORY_PARTS, type StoryBrief, type StoryPart } from './schema';
import { type JobEventView, type JobView, jobEventViewSchema, jobViewSchema } from './views';

/** A job's rows → what the API answers. Pure. */

export type JobRows = JobRow & {
  story: Pick<StoryRow, 'id' | 'title' | 'prompt' | 'brief' | 'review' | 'reading'>;
};

export const JOB_SELECT =
  '*, story:stories!jobs_story_id_fkey!inner(id, title, prompt, brief, review, reading)' as const;

/** @param timeLeftMs of a job at work (job-time-left.ts) */
export function buildJobView(job: JobRows, timeLeftMs: number | null): JobView {
  const brief = savedBriefSchema.parse(job.story.brief);
  return jobViewSchema.parse({
    job_id: job.id,
    kind: job.kind as JobView['kind'],
    status: job.status,
    story_id: isNamed(job) ? job.story.id : null,
    error: job.error_message,
    created_at: job.created_at,
    updated_at: job.updated_at,
    error_code: job.error_code,
    stage: job.stage,
    progress: job.progress,
    warnings: warningColumnSchema.parse(job.warnings),
    started_at: job.started_at,
    finished_at: job.finished_at,
    title: job.story.title,
    prompt: job.story.prompt,
    age_group: brief.ageGroup,
    num_scenes: brief.sceneCount,
    review: reviewSchema.parse(job.story.review),
    parts: listParts(brief),
    time_left_ms: timeLeftMs,
  } satisfies Record<keyof JobView, unknown>);
}

/** Pictures that only a clip is made of were not asked for. A film is made of pictures. */
function listParts(brief: StoryBrief): StoryPart[] {
  const wanted: Record<StoryPart, boolean> = {
    text: true,
    pictures: brief.pictures,
    narration: brief.narration,
    film: brief.film !== null && brief.pictures,
    clips: brief.clips === true,
  };
  return STORY_PARTS.filter((part) => wanted[part]);
}

/** Once there is something to read, or, where nothing may be read yet, something to look at. */
function isNamed({ status, story }: JobRows): boolean {
  return story.title !== '' || (status === 'completed' && isHidden(reviewSchema.parse(story.review)));
}

export function buildJobEventView(row: JobEventRow): JobEventView {
  const data = typeof row.data === 'object' && row.data !== null && !Array.isArray(row.data) ? row.data : {};
  return jobEventViewSchema.parse({
    ...data,
    id: row.id,
    type: row.type,
    job_id: row.job_id,
    created_at: row.created_at,
  });
}
