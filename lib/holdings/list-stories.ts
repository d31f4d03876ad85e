import 'server-only';
import type { AssetRow, SceneRow, StoryRow } from '@/lib/story/rows';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';

/** Few at a time: a long story has hundreds of pages and files. */
const PAGE_STORIES = 10;

const SELECT = '*, scenes(*), assets!assets_story_id_fkey(*), withheld_words(title, moral)' as const;

export type HeldStory = StoryRow & {
  scenes: SceneRow[];
  assets: AssetRow[];
  withheld_words: { title: string; moral: string } | null;
};

/** Every story of an owner with its pages and files, oldest first; also those that wait for a grown-up, with their words. */
export async function* listHeldStories(
  admin: DatabaseClient,
  ownerId: string,
): AsyncGenerator<HeldStory, void, undefined> {
  let last: StoryRow | undefined;
  for (;;) {
    let query = admin
      .from('stories')
      .select(SELECT)
      .eq('owner_id', ownerId)
      .order('created_at')
      .order('id')
      .limit(PAGE_STORIES);
    if (last) {
      const { created_at: at, id } = last;
      query = query.or(`created_at.gt."${at}",and(created_at.eq."${at}",id.gt.${id})`);
    }
    const { data, error } = await query;
    if (error) throw databaseError(error);
    const stories = data as unknown as HeldStory[];
    yield* stories.map(revealWords);
    if (stories.length < PAGE_STORIES) return;
    last = stories.at(-1);
  }
}

function revealWords(story: HeldStory): HeldStory {
  const { withheld_words: words } = story;
  return words ? { ...story, title: words.title || story.title, moral: words.moral || story.moral } : story;
}
