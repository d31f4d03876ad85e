import 'server-only';
import { listCandidates } from '@/lib/ai/models';
import { explainFallback } from '@/lib/making/explain-fallback';
import { recordSceneFailure, warnOfScene } from '@/lib/making/scene-failure';
import { getStoryInMaking } from '@/lib/making/story-in-making';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import type { Stage } from './events';
import { runStep, type StepTools } from './run-step';
import { tryEachModel } from './try-each-model';

type MakeScene = (
  admin: DatabaseClient,
  stage: Stage,
  position: number,
  options: { modelId: string },
) => Promise<{ assetId: string }>;

const MODALITIES = { picture: 'picture', narration: 'speech' } as const;

/**
 * One step per scene, in parallel, each along the chain of models that the job began with. Where all that were chosen fail
 * for good, the page keeps a typed failure and gets the built-in engine's work instead, so that one refused picture does not
 * lose the story. The job says who made a page that the first choice did not, and why.
 */
export async function makeEachScene(
  step: StepTools,
  stage: Stage,
  part: 'picture' | 'narration',
  make: MakeScene,
): Promise<{ made: number; standIns: number }> {
  const { positions, candidates } = await runStep(step, 'plan', async () => {
    const { scenes, brief } = await getStoryInMaking(getAdminClient(), stage);
    const modality = MODALITIES[part];
    return {
      positions: scenes.map((scene) => scene.position),
      candidates: listCandidates(modality, brief.models?.[modality]).map(({ id }) => id),
    };
  });
  const made = await Promise.all(
    positions.map((position) =>
      makeScene(step, stage, { part, position, stepId: `${part}-${position + 1}`, candidates }, (modelId) =>
        make(getAdminClient(), stage, position, { modelId }),
      ),
    ),
  );
  const standIns = made.filter(({ model, gaveUp }) => gaveUp.length > 0 && model.startsWith('builtin/'));
  return { made: positions.length, standIns: standIns.length };
}

/** One page's picture or voice, along a chain of models. @throws what the last of them failed with */
export function makeScene<Made>(
  step: StepTools,
  stage: Stage,
  page: {
    part: 'picture' | 'narration';
    position: number;
    sceneId?: string;
    stepId: string;
    candidates: readonly string[];
  },
  make: (modelId: string) => Promise<Made>,
) {
  const { part, position, sceneId, stepId, candidates } = page;
  return tryEachModel(step, stepId, candidates, async (modelId, gaveUp) => {
    if (gaveUp.length === 0) return make(modelId);
    const admin = getAdminClient();
    const failure = {
      part,
      position,
      ...(sceneId !== undefined && { sceneId }),
      ...explainFallback(part, modelId, gaveUp),
    };
    const isStandIn = modelId.startsWith('builtin/');
    if (isStandIn) await recordSceneFailure(admin, stage, failure);
    const made = await make(modelId);
    // Only now is it sure who made it.
    if (!isStandIn) await warnOfScene(admin, stage, failure);
    return made;
  });
}
