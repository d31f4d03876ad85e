import 'server-only';
import { findProvider } from '@/lib/ai/models';
import type { AssetRow } from '@/lib/story/rows';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { PROGRESS, recordJobNews } from './job-news';
import type { SceneVideoPlan } from './plan-scene-video';
import type { StoryKey } from './story-in-making';

type Key = StoryKey & { jobId: string };

/** A tenth of a film is news. */
const STEPS = 10;

/** Puts a film on its page: the story's film and the page's clip are made from it. */
export async function attachVideo(
  admin: DatabaseClient,
  key: Key,
  plan: SceneVideoPlan,
  asset: AssetRow,
): Promise<void> {
  const { error } = await admin.from('scenes').update({ video_asset_id: asset.id }).eq('id', plan.scene.id);
  if (error) throw databaseError(error);
  await recordVideoNews(admin, key, plan, { state: 'done', assetId: asset.id });
}

/** No model filmed the page: what an earlier making left does not stay on it. */
export async function detachVideo(admin: DatabaseClient, key: StoryKey, position: number): Promise<void> {
  const { error } = await admin
    .from('scenes')
    .update({ video_asset_id: null })
    .eq('story_id', key.storyId)
    .eq('position', position);
  if (error) throw databaseError(error);
}

/** Tells how far one page's film is: begun, tenths where the provider tells, there. */
export async function recordVideoNews(
  admin: DatabaseClient,
  key: Key,
  plan: SceneVideoPlan,
  news: { state: 'started' } | { state: 'filming'; fraction: number } | { state: 'done'; assetId: string },
): Promise<void> {
  const scene = plan.scene.position;
  const who =
    findProvider({ provider: plan.candidate.provider.name })?.label(plan.candidate.modelId) ?? plan.model;
  const tenths = news.state === 'filming' ? Math.min(STEPS - 1, Math.floor(news.fraction * STEPS)) : 0;
  const named = {
    started: { key: `${plan.model}:started`, sceneProgress: 0, message: `${who} films this page.` },
    filming: {
      key: `${plan.model}:${tenths}`,
      sceneProgress: tenths / STEPS,
      message: `${who} films this page.`,
    },
    done: {
      key: `done:${news.state === 'done' ? news.assetId : ''}`,
      sceneProgress: 1,
      message: `${who} has filmed this page.`,
    },
  }[news.state];
  if (news.state === 'filming' && tenths === 0) return;
  await recordJobNews(admin, key.jobId, {
    type: 'video',
    key: `video:${scene}:${named.key}`,
    stage: 'filming',
    ...(news.state === 'done' && { progress: await measureProgress(admin, key) }),
    data: { scene, message: named.message, scene_progress: named.sceneProgress },
  });
}

/** The share of pages that are filmed, within the part of the job that films them. */
async function measureProgress(admin: DatabaseClient, key: StoryKey): Promise<number> {
  const { data, error } = await admin.from('scenes').select('video_asset_id').eq('story_id', key.storyId);
  if (error) throw databaseError(error);
  const made = data.filter((scene) => scene.video_asset_id !== null).length;
  return PROGRESS.illustrated + (PROGRESS.videos - PROGRESS.illustrated) * (made / Math.max(1, data.length));
}
