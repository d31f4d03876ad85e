import 'server-only';
import { randomBytes } from 'node:crypto';
import type { Caller } from '@/lib/auth/caller';
import { AppError } from '@/lib/errors';
import { checkReview } from '@/lib/household/read-as-grown-up';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';

/** 128 bits: whoever has the id may read, so nobody can guess one. */
const SHARE_ID_BYTES = 16;

type Owner = Pick<Caller, 'client' | 'userId'>;

/** The id of a story's link, or null. @throws AppError `not_found` for a story that is not the caller's */
export async function getShareId(client: DatabaseClient, storyId: string): Promise<string | null> {
  return (await readStory(client, storyId)).share?.id ?? null;
}

/**
 * Makes the link of a story, or answers the one it has. Written by the server, which has seen a grown-up's proof.
 * @throws AppError `not_found`; `conflict` for a story that is not finished; `approval_required` for one that waits for a grown-up
 */
export async function shareStory(owner: Owner, storyId: string): Promise<string> {
  const story = await readStory(owner.client, storyId);
  checkReview(story.review, 'owner');
  if (story.status !== 'ready') throw new AppError('conflict', 'This story is not finished yet.');
  const { data, error } = await getAdminClient().rpc('share_story', {
    p_owner: owner.userId,
    p_story: storyId,
    p_share: randomBytes(SHARE_ID_BYTES).toString('base64url'),
  });
  if (error) throw databaseError(error);
  return data.id;
}

/** Ends a story's link for good; without one nothing happens. @throws AppError `not_found` */
export async function withdrawShare(owner: Owner, storyId: string): Promise<void> {
  await readStory(owner.client, storyId);
  const { error } = await getAdminClient()
    .from('story_shares')
    .delete()
    .eq('story_id', storyId)
    .eq('owner_id', owner.userId);
  if (error) throw databaseError(error);
}

async function readStory(client: DatabaseClient, storyId: string) {
  const { data, error } = await client
    .from('stories')
    .select('status, review, share:story_shares(id)')
    .eq('id', storyId)
    .maybeSingle();
  if (error) throw databaseError(error);
  if (!data) throw new AppError('not_found', 'There is no such story.');
  return data;
}
