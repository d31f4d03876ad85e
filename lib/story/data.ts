import 'server-only';
import { AppError } from '@/lib/errors';
import {
  type Access,
  checkReview,
  type ReadingCaller,
  readAsGrownUp,
} from '@/lib/household/read-as-grown-up';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { buildJobViews } from './job-time-left';
import { JOB_SELECT, type JobRows } from './job-views';
import type { AssetRow, JobEventRow } from './rows';
import { buildStoryView, type StoryRows } from './story-views';
import type { JobView, StoryView } from './views';

/**
 * Reads. Each takes the caller's own client, so row level security decides what there is: somebody else's id and an id
 * that never was answer alike, with `not_found`.
 */

const STORY_SELECT =
  '*, characters(*), scenes(*), assets!assets_story_id_fkey(*), jobs(id, created_at, kind, status), share:story_shares(id)' as const;
const REVEALED_SELECT = `${STORY_SELECT}, withheld:withheld_words(*)` as const;
export const SUMMARY_SELECT =
  'id, title, prompt, created_at, status, brief, project_id, session_id, reader_id, review, language, favourite, jobs(id, created_at, kind), scenes(position, picture:assets!scenes_picture_asset_id_fkey(*)), film:assets!stories_film_asset_id_fkey(duration_ms), poster:assets!stories_poster_asset_id_fkey(*), share:story_shares(id)' as const;

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

export async function getJobView(client: DatabaseClient, jobId: string): Promise<JobView> {
  const { data, error } = await client.from('jobs').select(JOB_SELECT).eq('id', jobId).maybeSingle();
  if (error) throw databaseError(error);
  if (!data) throw new AppError('not_found', 'There is no such job.');
  const [view] = await buildJobViews([data as unknown as JobRows]);
  if (!view) throw new AppError('not_found', 'There is no such job.');
  return view;
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
