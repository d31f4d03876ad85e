import 'server-only';
import type { AssetRow } from '@/lib/story/rows';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { PROGRESS, recordJobNews } from './job-news';
import type { SceneInMaking, StoryInMaking, StoryKey } from './story-in-making';

/** Puts a finished picture or narration on its page and tells the job how far it has come. */
export async function attachAsset(
  admin: DatabaseClient,
  key: StoryKey & { jobId: string },
  story: StoryInMaking,
  scene: SceneInMaking,
  asset: AssetRow,
): Promise<void> {
  const kind = asset.kind === 'picture' ? 'picture' : 'narration';
  const { data: isAttached, error } = await admin.rpc('attach_scene_asset', {
    p_scene_id: scene.id,
    p_kind: kind,
    p_asset_id: asset.id,
    p_revision: scene.revision,
  });
  if (error) throw databaseError(error);
  // The page has changed, or is gone: what is there now gets its own.
  if (!isAttached) return;
  await recordJobNews(admin, key.jobId, {
    type: kind,
    key: `${kind}:${scene.position}:${asset.id}`,
    stage: 'illustrating',
    progress: await measureProgress(admin, key, story),
    data: { scene: scene.position },
  });
}

/** The share of pictures and narrations that are there, within the part of the job that makes them. */
async function measureProgress(admin: DatabaseClient, key: StoryKey, story: StoryInMaking): Promise<number> {
  const { data, error } = await admin
    .from('scenes')
    .select('picture_asset_id, narration_asset_id')
    .eq('story_id', key.storyId);
  if (error) throw databaseError(error);
  const wanted =
    data.length *
    (Number(story.brief.pictures || story.brief.clips === true) + Number(story.brief.narration));
  const made = data.reduce(
    (sum, scene) => sum + Number(scene.picture_asset_id !== null) + Number(scene.narration_asset_id !== null),
    0,
  );
  return PROGRESS.written + (PROGRESS.illustrated - PROGRESS.written) * (made / Math.max(1, wanted));
}
