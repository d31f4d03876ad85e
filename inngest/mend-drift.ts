import 'server-only';
import { checkDrift, chooseBetter, recordCheckFailure, recordRedrawFailure } from '@/lib/making/check-drift';
import { drawScene } from '@/lib/making/draw-scene';
import { getAdminClient } from '@/lib/supabase/admin';
import type { Stage } from './events';
import { runStep, type StepTools } from './run-step';
import { readFailure } from './step-errors';
import { tryEachModel } from './try-each-model';

/**
 * Looks whether everybody is the same on all pages, and has the worst pages drawn once more. Nothing here costs a story:
 * what cannot be checked or drawn again is a warning, and the page keeps what it had.
 */
export async function mendDrift(step: StepTools, stage: Stage): Promise<{ redrawn: number }> {
  const redraws = await orElse(
    () => runStep(step, 'drift', () => checkDrift(getAdminClient(), stage)),
    async (failure) => {
      await runStep(step, 'drift-unknown', () => recordCheckFailure(getAdminClient(), stage, failure));
      return [];
    },
  );
  await Promise.all(
    redraws.map(({ position, modelId }) =>
      orElse(
        async () => {
          const again = await tryEachModel(
            step,
            `picture-${position + 1}-again`,
            [modelId],
            (id) => drawScene(getAdminClient(), stage, position, { modelId: id, attempt: 1 }),
            { isOptional: true },
          );
          await runStep(step, `picture-${position + 1}-choose`, () =>
            chooseBetter(getAdminClient(), stage, position, again.result.assetId),
          );
        },
        async (failure) => {
          await runStep(step, `picture-${position + 1}-keep`, () =>
            recordRedrawFailure(getAdminClient(), stage, position, failure),
          );
        },
      ),
    ),
  );
  return { redrawn: redraws.length };
}

/** A cap that is reached ends a redraw too: the book is whole without it. */
async function orElse<Result>(
  work: () => Promise<Result>,
  instead: (failure: ReturnType<typeof readFailure>) => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const failure = readFailure(error);
    if (failure.code === 'job_cancelled' || failure.code === 'disk_full') throw error;
    return instead(failure);
  }
}
