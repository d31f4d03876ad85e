import 'server-only';
import { AppError } from '@/lib/errors';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import type { FavouriteView } from './views';

/**
 * Marks a story of the caller's as a favourite, or takes the mark off; the same again changes nothing.
 * @throws AppError `not_found` for an id that is not the caller's
 */
export async function setFavourite(
  client: DatabaseClient,
  storyId: string,
  favourite: boolean,
): Promise<FavouriteView> {
  const { data, error } = await client.rpc('set_favourite', { p_story_id: storyId, p_favourite: favourite });
  if (error) throw databaseError(error);
  if (!data) throw new AppError('not_found', 'There is no such story.');
  return { story_id: storyId, favourite };
}
