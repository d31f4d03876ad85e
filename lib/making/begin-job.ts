import 'server-only';
import { checkChosenModels } from '@/lib/ai/chosen-models';
import { listCandidates } from '@/lib/ai/models';
import { getEnv } from '@/lib/env';
import type { StoryBrief } from '@/lib/story/schema';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { PROGRESS, recordJobNews } from './job-news';
import { getJob, getStoryInMaking } from './story-in-making';

/** What the rest of the making depends on; small, because it is a step's result. */
export type JobPlan = {
  storyId: string;
  /** The text is there from a job that this one takes up: nobody writes it again. */
  isWritten: boolean;
  pictures: boolean;
  narration: boolean;
  film: boolean;
  clips: boolean;
  /** The clips are filmed by a video model first. */
  videos: boolean;
};

/**
 * @returns null when there is nothing to make any more: the job was cancelled before it began, or has ended
 * @throws AppError `invalid_request` for models that may not be chosen: rows may come past our API
 */
export async function beginJob(
  admin: DatabaseClient,
  key: { jobId: string; ownerId: string },
): Promise<JobPlan | null> {
  const job = await getJob(admin, key);
  if (job.status !== 'pending' && job.status !== 'processing') return null;
  const story = await getStoryInMaking(admin, { storyId: job.story_id, ownerId: key.ownerId });
  checkChosenModels(story.brief.models);
  if (getEnv().requireApproval) await holdForReview(admin, job.story_id);
  await recordJobNews(admin, key.jobId, {
    type: 'status',
    key: 'status:processing',
    status: 'processing',
    stage: 'writing',
    progress: PROGRESS.started,
  });
  // A draft comes into its rows whole, so pages without pictures are still a whole text.
  const isWritten = job.retry_of !== null && story.scenes.length > 0;
  if (isWritten) await tellWritten(admin, key.jobId, story.brief);
  const { pictures, narration, film } = story.brief;
  const clips = story.brief.clips === true;
  return {
    storyId: job.story_id,
    isWritten,
    // Clips are made of pictures, also where nobody asked to see those.
    pictures: pictures || clips,
    narration,
    // So is a film; without them there is only sound, and that the reader has already.
    film: film !== null && pictures,
    clips,
    videos: clips && listCandidates('video', story.brief.models?.video).length > 0,
  };
}

/** As when it is written: whoever follows the new job hears of the text that is there. */
async function tellWritten(admin: DatabaseClient, jobId: string, brief: StoryBrief): Promise<void> {
  await recordJobNews(admin, jobId, {
    type: 'story',
    key: 'story',
    stage: brief.pictures || brief.narration ? 'illustrating' : 'writing',
    progress: PROGRESS.written,
  });
}

/** Where the installation asks for it, a story waits for a grown-up from its first word on, whatever its household has set. */
async function holdForReview(admin: DatabaseClient, storyId: string): Promise<void> {
  const { error } = await admin
    .from('stories')
    .update({ review: 'waiting' })
    .eq('id', storyId)
    .eq('review', 'none');
  if (error) throw databaseError(error);
}
