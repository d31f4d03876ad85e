import 'server-only';
import { type WritingPlan, type WrittenStory, writeStory } from '@/lib/ai/writer/write-story';
import type { ErrorCode } from '@/lib/errors';
import { createWriter } from '@/lib/making/write-story';
import { getAdminClient } from '@/lib/supabase/admin';
import type { Stage } from './events';
import { runStep, type StepTools } from './run-step';
import { readFailure } from './step-errors';
import { type GaveUp, isModelsOwn } from './try-each-model';

/**
 * A story by the first writer of a chain that gets to its end: steps `outline`, `draft`, `critique`, … of the first, then
 * `outline-next-1`, … of the next, which begins anew: a plan made by one model and told by another is nobody's story.
 * @throws what the last of them failed with
 */
export async function writeAlongChain(
  step: StepTools,
  stage: Stage,
  candidates: readonly { id: string; plan: WritingPlan }[],
): Promise<WrittenStory & { model: string; gaveUp: GaveUp[] }> {
  const gaveUp: GaveUp[] = [];
  for (const [index, { id, plan }] of candidates.entries()) {
    const next = candidates[index + 1];
    // What was answered is kept, so asking again for the same would only read the same bad answer again.
    const permanent: ErrorCode[] = ['provider_bad_output'];
    if (next && next.plan.route !== 'built-in') permanent.push('provider_unavailable');
    const suffix = index === 0 ? '' : `-next-${index}`;
    try {
      const written = await writeStory(plan, {
        run: async <Result>(
          name: string,
          work: (writer: Awaited<ReturnType<typeof createWriter>>) => Promise<Result>,
        ) =>
          (await runStep(
            step,
            `${name}${suffix}`,
            async () => work(await createWriter(getAdminClient(), stage, id)),
            { permanent },
          )) as Result,
        readFailure,
      });
      return { ...written, model: id, gaveUp };
    } catch (error) {
      const failure = readFailure(error);
      if (!next || !isModelsOwn(failure.code)) throw error;
      gaveUp.push({ model: id, ...failure });
    }
  }
  throw new Error('No model was given for the story.');
}
