import 'server-only';
import { AppError } from '@/lib/errors';
import { isGrownUp } from '@/lib/household/grown-up';
import { isHidden, reviewSchema } from '@/lib/household/household-views';
import { checkReview, type ReadingCaller } from '@/lib/household/read-as-grown-up';
import { nameDecisionSubject } from '@/lib/safety/decisions';
import { type SavedBrief, savedBriefSchema } from '@/lib/story/rows';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { type StoryState, storyStateSchema } from './story-state';

export type StoryToMend = {
  id: string;
  brief: SavedBrief;
  state: StoryState;
  characters: { name: string }[];
};

/**
 * A finished story of the caller's, as the service reads it: also the words of one that waits for a grown-up, for a caller who
 * has proven to be one.
 * @throws AppError `not_found`; `approval_required`; `conflict` for a story that is not finished
 */
export async function readStoryToMend(caller: ReadingCaller, storyId: string): Promise<StoryToMend> {
  const { data, error } = await caller.client
    .from('stories')
    .select('id, owner_id, status, review, brief')
    .eq('id', storyId)
    .eq('owner_id', caller.userId)
    .maybeSingle();
  if (error) throw databaseError(error);
  if (!data) throw new AppError('not_found', 'There is no such story.');
  nameDecisionSubject({ ownerId: data.owner_id, storyId: data.id });
  const isWaiting = isHidden(reviewSchema.parse(data.review));
  if (isWaiting && !(await isGrownUp(caller))) checkReview(data.review, 'owner');
  if (data.status === 'making' || data.status === 'draft') {
    throw new AppError(
      'conflict',
      'This story is still being made. It can be changed as soon as it is finished.',
    );
  }
  if (data.status !== 'ready') {
    throw new AppError('conflict', 'This story was never finished, so there is nothing to change in it yet.');
  }
  const admin = getAdminClient();
  const [state, cast] = await Promise.all([
    readStoryState(admin, storyId),
    admin.from('characters').select('name:sheet->>name').eq('story_id', storyId).order('position'),
  ]);
  if (cast.error) throw databaseError(cast.error);
  const characters = cast.data.map(({ name }) => ({ name: String(name ?? '') }));
  return { id: data.id, brief: savedBriefSchema.parse(data.brief), state, characters };
}

/** The story as it is at this moment, in one statement. */
export async function readStoryState(admin: DatabaseClient, storyId: string): Promise<StoryState> {
  const { data, error } = await admin.rpc('snapshot_story', { p_story_id: storyId });
  if (error) throw databaseError(error);
  if (data === null) throw new AppError('not_found', 'There is no such story.');
  return storyStateSchema.parse(data);
}
