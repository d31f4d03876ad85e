import 'server-only';
import { AppError } from '@/lib/errors';
import { isGrownUp } from '@/lib/household/grown-up';
import { isHidden } from '@/lib/household/household-views';
import {
  type Access,
  checkReview,
  type ReadingCaller,
  readAsGrownUp,
} from '@/lib/household/read-as-grown-up';
import { listJobCosts } from '@/lib/ledger/job-spend';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { afterCursor, cutPage, readCursor } from '@/lib/supabase/page-cursor';
import { buildJobView, type JobRows } from './job-views';
import type { AssetRow, JobEventRow } from './rows';
import type { JobStatus, SuiteModule } from './schema';
import { buildStorySummaryView, buildStoryView, type StoryRows, type StorySummaryRows } from './story-views';
import type { JobListView, JobView, Paged, StoryListQuery, StoryListView, StoryView } from './views';

/**
 * Reads. Each takes the caller's own client, so row level security decides what there is: somebody else's id and an id
 * that never was answer alike, with `not_found`.
 */

const STORY_SELECT =
  '*, characters(*), scenes(*), assets!assets_story_id_fkey(*), jobs(id, created_at, kind, status), share:story_shares(id)' as const;
const REVEALED_SELECT = `${STORY_SELECT}, withheld:withheld_words(*)` as const;
export const SUMMARY_SELECT =
  'id, title, prompt, created_at, status, brief, project_id, session_id, reader_id, review, jobs(id, created_at, kind), scenes(position, picture:assets!scenes_picture_asset_id_fkey(*)), film:assets!stories_film_asset_id_fkey(duration_ms), poster:assets!stories_poster_asset_id_fkey(*), share:story_shares(id)' as const;
export const JOB_SELECT =
  '*, story:stories!jobs_story_id_fkey!inner(id, title, prompt, brief, review)' as const;

/**
 * @param id a story's id, or the id of the job that made it: the documented API takes both
 * @throws AppError `not_found`; `approval_required` for an owner whose story waits for a grown-up
 */
export async function getStoryView(
  client: DatabaseClient,
  id: string,
  access: Access = 'owner',
): Promise<StoryView> {
  const select = access === 'owner' ? STORY_SELECT : REVEALED_SELECT;
  const byStory = await client.from('stories').select(select).eq('id', id).maybeSingle();
  if (byStory.error) throw databaseError(byStory.error);
  if (byStory.data) {
    const story = byStory.data as unknown as StoryRows;
    checkReview(story.review, access);
    return buildStoryView(story, await getTitle(client, story.sequel_of));
  }
  const job = await client.from('jobs').select('story_id').eq('id', id).maybeSingle();
  if (job.error) throw databaseError(job.error);
  if (!job.data) throw new AppError('not_found', 'There is no such story.');
  return getStoryView(client, job.data.story_id, access);
}

/** The same for a caller: who has proven to be a grown-up also reads what waits for one. */
export function readStoryView(caller: ReadingCaller, id: string): Promise<StoryView> {
  return readAsGrownUp(caller, (client, access) => getStoryView(client, id, access));
}

async function getTitle(
  client: DatabaseClient,
  id: string | null,
): Promise<{ id: string; title: string } | null> {
  if (id === null) return null;
  const { data, error } = await client.from('stories').select('id, title').eq('id', id).maybeSingle();
  if (error) throw databaseError(error);
  return data;
}

/** PostgREST's code for a page that begins after the last row. */
export const PAST_THE_END = 'PGRST103';

/** Newest first. A page begins at `offset`, or after `cursor` when there is one. */
export async function listStoryViews(
  client: DatabaseClient,
  page: StoryListQuery,
): Promise<Paged<StoryListView>> {
  const statuses: ('draft' | 'making' | 'ready')[] =
    page.status === 'all' ? ['draft', 'making', 'ready'] : ['ready'];
  const of = {
    ...(page.review && { review: page.review }),
    ...(page.reader_id && { reader_id: page.reader_id }),
  };
  let query = client
    .from('stories')
    .select(SUMMARY_SELECT, { count: 'exact' })
    .in('status', statuses)
    .match(of);
  if (page.cursor) query = query.or(afterCursor(readCursor(page.cursor), 'created_at'));
  const from = page.cursor ? 0 : page.offset;
  const [{ data, error, count }, counted] = await Promise.all([
    query
      .order('created_at', { ascending: false })
      .order('id', { ascending: false })
      .range(from, from + page.limit),
    // What follows a cursor is not all there is.
    page.cursor
      ? client.from('stories').select('id', { count: 'exact', head: true }).in('status', statuses).match(of)
      : null,
  ]);
  if (error?.code === PAST_THE_END) {
    // A page after the last is empty, not an error; only the total has to be asked for again.
    const { total } = await listStoryViews(client, { ...page, limit: 1, offset: 0 });
    return { stories: [], total, nextCursor: null };
  }
  const failure = error ?? counted?.error;
  if (failure) throw databaseError(failure);
  const rows = data as unknown as StorySummaryRows[];
  const { page: shown, nextCursor } = cutPage(rows, page.limit, (row) => row.created_at);
  return {
    stories: shown.map(buildStorySummaryView),
    total: (counted ? counted.count : count) ?? 0,
    nextCursor,
  };
}

/** The list for a caller: a grown-up sees titles and covers also of what waits for one. */
export async function readStoryList(
  caller: ReadingCaller,
  page: StoryListQuery,
): Promise<Paged<StoryListView>> {
  const list = await listStoryViews(caller.client, page);
  const hidden = list.stories.filter(({ review }) => isHidden(review)).map(({ id }) => id);
  if (hidden.length === 0 || !(await isGrownUp(caller))) return list;
  const { data, error } = await getAdminClient()
    .from('stories')
    .select(`${SUMMARY_SELECT}, withheld:withheld_words(title)`)
    .in('id', hidden);
  if (error) throw databaseError(error);
  const rows = data as unknown as StorySummaryRows[];
  const shown = new Map(rows.map((row) => [row.id, buildStorySummaryView(row)]));
  return { ...list, stories: list.stories.map((story) => shown.get(story.id) ?? story) };
}

export async function getJobView(client: DatabaseClient, jobId: string): Promise<JobView> {
  const { data, error } = await client.from('jobs').select(JOB_SELECT).eq('id', jobId).maybeSingle();
  if (error) throw databaseError(error);
  if (!data) throw new AppError('not_found', 'There is no such job.');
  return buildJobView(data as unknown as JobRows);
}

/** Newest first. A page begins at `offset`, or after `cursor` when there is one. */
export async function listJobViews(
  client: DatabaseClient,
  page: {
    limit: number;
    offset: number;
    cursor?: string | undefined;
    status?: JobStatus | undefined;
    suiteModule?: SuiteModule | undefined;
  },
): Promise<Paged<JobListView>> {
  let query = client.from('jobs').select(JOB_SELECT, { count: 'exact' });
  if (page.status) query = query.eq('status', page.status);
  if (page.suiteModule) query = query.eq('story.brief->>suiteModule', page.suiteModule);
  if (page.cursor) query = query.or(afterCursor(readCursor(page.cursor), 'created_at'));
  const from = page.cursor ? 0 : page.offset;
  const { data, error, count } = await query
    .order('created_at', { ascending: false })
    .order('id', { ascending: false })
    .range(from, from + page.limit);
  const isPastTheEnd = error?.code === PAST_THE_END;
  if (error && !isPastTheEnd) throw databaseError(error);
  const rows = isPastTheEnd ? [] : (data as unknown as JobRows[]);
  const { page: shown, nextCursor } = cutPage(rows, page.limit, (row) => row.created_at);
  const total =
    page.cursor || isPastTheEnd
      ? (await listJobViews(client, { ...page, limit: 1, offset: 0, cursor: undefined })).total
      : (count ?? 0);
  const costs = await listJobCosts(
    client,
    shown.map((row) => row.id),
  );
  const jobs = shown.map((row) => ({ ...buildJobView(row), cost_micros: costs.get(row.id) ?? 0 }));
  return { jobs, total, nextCursor };
}

/** Events of one job after `afterId`, oldest first; at most 200 at a time. */
export async function listJobEvents(
  client: DatabaseClient,
  jobId: string,
  afterId: number,
): Promise<JobEventRow[]> {
  const { data, error } = await client
    .from('job_events')
    .select('*')
    .eq('job_id', jobId)
    .gt('id', afterId)
    .order('id', { ascending: true })
    .limit(200);
  if (error) throw databaseError(error);
  return data;
}

/** The picture on one page (from 0) of the story that a job made. @throws AppError `not_found`, `approval_required` */
export async function getPictureAsset(
  client: DatabaseClient,
  jobId: string,
  position: number,
  access: Access = 'owner',
): Promise<AssetRow> {
  const { data, error } = await client
    .from('jobs')
    .select(
      'story:stories!jobs_story_id_fkey!inner(scenes!inner(picture:assets!scenes_picture_asset_id_fkey(*)))',
    )
    .eq('id', jobId)
    .eq('story.scenes.position', position)
    .maybeSingle();
  if (error) throw databaseError(error);
  const picture = data?.story.scenes[0]?.picture;
  if (!picture) checkReview((await getJobView(client, jobId)).review, access);
  if (!picture) throw new AppError('not_found', 'There is no such picture.');
  return picture;
}
