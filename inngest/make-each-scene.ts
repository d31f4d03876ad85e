import 'server-only';
import { recordSceneFailure } from '@/lib/making/scene-failure';
import { getStoryInMaking } from '@/lib/making/story-in-making';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import type { Stage } from './events';
import { runStep, type StepTools } from './run-step';
import { readFailure } from './step-errors';

type MakeScene = (
  admin: DatabaseClient,
  stage: Stage,
  position: number,
  options?: { standIn?: boolean },
) => Promise<{ assetId: string }>;

/**
 * One step per scene, in parallel. A scene whose model fails for good keeps a typed failure and gets the built-in engine's
 * work instead, so that one refused picture does not lose the story.
 */
export async function makeEachScene(
  step: StepTools,
  stage: Stage,
  part: 'picture' | 'narration',
  make: MakeScene,
): Promise<{ made: number; standIns: number }> {
  const positions = await runStep(step, 'list-scenes', async () => {
    const story = await getStoryInMaking(getAdminClient(), stage);
    return story.scenes.map((scene) => scene.position);
  });
  const standIns = await Promise.all(
    positions.map(async (position): Promise<number> => {
      const page = position + 1;
      try {
        await runStep(step, `${part}-${page}`, () => make(getAdminClient(), stage, position));
        return 0;
      } catch (error) {
        const { code, message } = readFailure(error);
        if (code === 'job_cancelled' || code === 'not_found' || code === 'disk_full') throw error;
        await runStep(step, `${part}-${page}-stand-in`, async () => {
          await recordSceneFailure(getAdminClient(), stage, { part, position, code, message });
          return make(getAdminClient(), stage, position, { standIn: true });
        });
        return 1;
      }
    }),
  );
  return { made: positions.length, standIns: standIns.reduce((sum, count) => sum + count, 0) };
}
