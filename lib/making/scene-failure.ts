import 'server-only';
import type { ErrorCode } from '@/lib/errors';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { recordJobNews } from './job-news';
import { getStoryInMaking, type StoryKey, sceneAt } from './story-in-making';

type SceneFailure = {
  part: 'picture' | 'narration' | 'video';
  position: number;
  /** The page itself, where it may have moved. */
  sceneId?: string;
  code: ErrorCode;
  message: string;
};

/** What went wrong with one page's picture, voice or film without costing the story: on the page, and as a warning of the job. */
export async function recordSceneFailure(
  admin: DatabaseClient,
  key: StoryKey & { jobId: string },
  failure: SceneFailure,
): Promise<void> {
  const scene = sceneAt(await getStoryInMaking(admin, key), failure.sceneId ?? failure.position);
  const { code, message, part } = failure;
  const { error } = await admin.rpc('record_scene_failure', {
    p_scene_id: scene.id,
    p_part: part,
    p_failure: { code, message },
  });
  if (error) throw databaseError(error);
  await warnOfScene(admin, key, failure);
}

/** A warning of the job about one page's picture, voice or film; told again it is kept once. */
export async function warnOfScene(
  admin: DatabaseClient,
  key: { jobId: string },
  { code, message, part, position }: SceneFailure,
): Promise<void> {
  await recordJobNews(admin, key.jobId, {
    type: 'warning',
    key: `warning:${part}:${position}`,
    data: { scene: position, code, message },
    warning: { code, message, scene: position, part },
  });
}
