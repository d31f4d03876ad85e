import 'server-only';
import type { AssetRow } from '@/lib/story/rows';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { PROGRESS, recordJobNews } from './job-news';
import type { SceneInMaking, StoryInMaking, StoryKey } from './story-in-making';

/** Puts a finished clip on its page and tells the job how far it has come. */
export async function attachClip(
  admin: DatabaseClient,
  key: StoryKey & { jobId: string },
  story: StoryInMaking,
  scene: SceneInMaking,
  asset: AssetRow,
): Promise<void> {
  const { data: isAttached, error } = await admin.rpc('attach_scene_asset', {
    p_scene_id: scene.id,
    p_kind: 'clip',
    p_asset_id: asset.id,
    p_revision: scene.revision,
  });
  if (error) throw databaseError(error);
  if (!isAttached) return;
  const made = await admin
    .from('scenes')
    .select('id', { count: 'exact', head: true })
    .eq('story_id', key.storyId)
    .not('clip_asset_id', 'is', null);
  if (made.error) throw databaseError(made.error);
  const share = (made.count ?? 0) / Math.max(1, story.scenes.length);
  // Beside a film, which takes longer, the film tells how far things are.
  const hasFilm = story.brief.film !== null && story.brief.pictures;
  await recordJobNews(admin, key.jobId, {
    type: 'clip',
    key: `clip:${scene.position}:${asset.id}`,
    stage: 'filming',
    ...(!hasFilm && {
      progress: PROGRESS.illustrated + (PROGRESS.filmed - PROGRESS.illustrated) * share,
    }),
    data: { scene: scene.position },
  });
}
