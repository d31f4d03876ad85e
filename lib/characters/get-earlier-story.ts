import 'server-only';
import { AppError } from '@/lib/errors';
import { checkReview } from '@/lib/household/read-as-grown-up';
import { type CharacterRow, type SceneRow, savedBriefSchema, sheetColumnSchema } from '@/lib/story/rows';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import type { EarlierStory } from './sequel-brief';

/**
 * The story that another one goes on from, read as the caller.
 * @param id a story's id, or its job's
 * @throws AppError `not_found` for an id that is not the caller's, `conflict` while it is not finished,
 *   `approval_required` while it waits for a grown-up
 */
export async function getEarlierStory(client: DatabaseClient, id: string): Promise<EarlierStory> {
  const { data, error } = await client
    .from('stories')
    .select('id, project_id, title, moral, status, review, brief, characters(*), scenes(position, summary)')
    .eq('id', id)
    .maybeSingle();
  if (error) throw databaseError(error);
  if (!data) {
    const job = await client.from('jobs').select('story_id').eq('id', id).maybeSingle();
    if (job.error) throw databaseError(job.error);
    if (!job.data) throw new AppError('not_found', 'There is no such story.');
    return getEarlierStory(client, job.data.story_id);
  }
  // Also for a grown-up: what it tells would be in the next one's brief, where nothing is withheld.
  checkReview(data.review, 'owner');
  if (data.status !== 'ready') {
    throw new AppError('conflict', 'This story is not finished. Another can go on from it when it is.');
  }
  const characters: CharacterRow[] = data.characters;
  const scenes: Pick<SceneRow, 'position' | 'summary'>[] = data.scenes;
  return {
    id: data.id,
    projectId: data.project_id,
    title: data.title,
    moral: data.moral,
    brief: savedBriefSchema.parse(data.brief),
    sheets: characters
      .toSorted((a, b) => a.position - b.position)
      .map((character) => sheetColumnSchema.parse(character.sheet)),
    summaries: scenes.toSorted((a, b) => a.position - b.position).map(({ summary }) => summary),
  };
}
