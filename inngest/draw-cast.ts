import 'server-only';
import {
  type CastPlan,
  drawCharacter,
  keepReference,
  recordCharacterFailure,
} from '@/lib/making/character-picture';
import { getAdminClient } from '@/lib/supabase/admin';
import type { Stage } from './events';
import { runStep, type StepTools } from './run-step';
import { readFailure } from './step-errors';
import { tryEachModel } from './try-each-model';

/** One step for each character's reference picture, all at once. One that fails costs a warning, not the story. */
export async function drawCast(step: StepTools, stage: Stage, plan: CastPlan): Promise<void> {
  await Promise.all(
    plan.characters.map(async ({ id, isKept }) => {
      try {
        if (isKept) await runStep(step, `character-${id}`, () => keepReference(getAdminClient(), stage, id));
        else
          await tryEachModel(
            step,
            `character-${id}`,
            plan.candidates,
            (modelId) => drawCharacter(getAdminClient(), stage, id, { modelId }),
            { isOptional: true },
          );
      } catch (error) {
        const failure = readFailure(error);
        const { code } = failure;
        if (code === 'job_cancelled' || code === 'disk_full' || code === 'spend_cap_reached') throw error;
        await runStep(step, `character-${id}-words`, () =>
          recordCharacterFailure(getAdminClient(), stage, id, failure),
        );
      }
    }),
  );
}
