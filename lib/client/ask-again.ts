import type { MendAnswer, RedoSceneRequest } from '@/lib/mending/mend-views';
import type { SceneView } from '@/lib/story/views';
import { requestJson } from './request-json';

/** Asks once more for a page's picture, or for the same voice of it. The job of the answer makes it. */
export function redoScene(
  storyId: string,
  scene: SceneView,
  part: 'picture' | 'narration',
): Promise<MendAnswer> {
  const body: RedoSceneRequest = part === 'picture' ? { part } : { part: 'voice', voice: scene.voice };
  return requestJson<MendAnswer>(`/api/v1/stories/${storyId}/scenes/${scene.id}/redo`, {
    method: 'POST',
    body,
  });
}
