import 'server-only';
import { AppError } from '@/lib/errors';
import { reviewSchema } from '@/lib/household/household-views';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { afterCursor, cutPage, readCursor } from '@/lib/supabase/page-cursor';
import { PAST_THE_END } from './data';
import type { JobRow, StoryRow } from './rows';
import { savedBriefSchema } from './rows';
import { JOB_STAGES, type JobStage, type JobStatus } from './schema';
import { nameStory } from './story-views';

/** How far a story has come: the story's row and its latest job's, for clients that know no jobs. */
export type StoryProgress = {
  storyId: string;
  jobId: string;
  ownerId: string;
  title: string;
  status: JobStatus;
  stage: JobStage;
  /** 0…1 */
  progress: number;
  error: string | null;
  sceneCount: number;
  createdAt: string;
  updatedAt: string;
};

const SELECT =
  'id, owner_id, title, review, prompt, brief, created_at, updated_at, jobs!inner(id, kind, status, stage, progress, error_message, created_at, updated_at)' as const;

type Rows = Pick<
  StoryRow,
  'id' | 'owner_id' | 'title' | 'review' | 'prompt' | 'brief' | 'created_at' | 'updated_at'
> & {
  jobs: Pick<
    JobRow,
    'id' | 'kind' | 'status' | 'stage' | 'progress' | 'error_message' | 'created_at' | 'updated_at'
  >[];
};

/**
 * @param id a story's id, or its job's
 * @throws AppError `not_found` for an id that is not the caller's
 */
export async function getStoryProgress(client: DatabaseClient, id: string): Promise<StoryProgress> {
  const { data, error } = await client.from('stories').select(SELECT).eq('id', id).maybeSingle();
  if (error) throw databaseError(error);
  if (data) return buildProgress(data as unknown as Rows);
  const job = await client.from('jobs').select('story_id').eq('id', id).maybeSingle();
  if (job.error) throw databaseError(job.error);
  if (!job.data) throw new AppError('not_found', 'There is no such story.');
  return getStoryProgress(client, job.data.story_id);
}

/** The caller's stories in every state, newest first. A page begins at `offset`, or after `cursor` when there is one. */
export async function listStoryProgress(
  client: DatabaseClient,
  page: { limit: number; offset: number; cursor?: string | undefined },
): Promise<{ stories: StoryProgress[]; total: number; nextCursor: string | null }> {
  let query = client.from('stories').select(SELECT, { count: 'exact' });
  if (page.cursor) query = query.or(afterCursor(readCursor(page.cursor), 'created_at'));
  const from = page.cursor ? 0 : page.offset;
  const { data, error, count } = await query
    .order('created_at', { ascending: false })
    .order('id', { ascending: false })
    .range(from, from + page.limit);
  const isPastTheEnd = error?.code === PAST_THE_END;
  if (error && !isPastTheEnd) throw databaseError(error);
  const rows = isPastTheEnd ? [] : (data as unknown as Rows[]);
  const { page: shown, nextCursor } = cutPage(rows, page.limit, (row) => row.created_at);
  // What follows a cursor is not all there is.
  const total =
    page.cursor || isPastTheEnd
      ? (await listStoryProgress(client, { limit: 1, offset: 0 })).total
      : (count ?? 0);
  return { stories: shown.map(buildProgress), total, nextCursor };
}

function buildProgress(story: Rows): StoryProgress {
  const brief = savedBriefSchema.parse(story.brief);
  // A story whose page is mended is as ready as it was.
  const making = story.jobs.filter(({ kind }) => kind === 'story');
  const job = making.toSorted((a, b) => (a.created_at < b.created_at ? 1 : -1))[0];
  if (!job) throw new AppError('not_found', 'There is no such story.');
  return {
    storyId: story.id,
    jobId: job.id,
    ownerId: story.owner_id,
    title:
      nameStory(story.title, reviewSchema.parse(story.review)) || brief.title || story.prompt.slice(0, 60),
    status: job.status,
    stage: JOB_STAGES.find((stage) => stage === job.stage) ?? 'waiting',
    progress: job.progress,
    error: job.error_message,
    sceneCount: brief.sceneCount,
    createdAt: story.created_at,
    updatedAt: job.updated_at > story.updated_at ? job.updated_at : story.updated_at,
  };
}
