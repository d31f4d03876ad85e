import 'server-only';
import { isModelsOwn } from '@/lib/ai/try-candidates';
import { isKeptBadAnswer } from '@/lib/ai/writer/answer-not-kept';
import type { Writer } from '@/lib/ai/writer/ask-writer';
import { type Stages, type WritingPlan, type WrittenStory, writeStory } from '@/lib/ai/writer/write-story';
import { runStep, type StepTools } from './run-step';
import { type Patience, readFailure } from './step-errors';
import type { GaveUp } from './try-each-model';

export type WritingCandidate = { id: string; plan: WritingPlan };

/**
 * A story by the first writer of a chain that gets to its end: steps `outline`, `draft`, `critique`, … of the first, then
 * `outline-next-1`, … of the next, which begins anew: a plan made by one model and told by another is nobody's story.
 * @param createWriter called inside every step, so that the brief is guarded and read anew
 * @throws what the last of them failed with
 */
export async function writeAlongChain(
  step: StepTools,
  candidates: readonly WritingCandidate[],
  createWriter: (candidateId: string) => Promise<Writer>,
): Promise<WrittenStory & { model: string; gaveUp: GaveUp[] }> {
  const gaveUp: GaveUp[] = [];
  for (const [index, { id, plan }] of candidates.entries()) {
    const next = candidates[index + 1];
    const stages = buildStages(step, () => createWriter(id), {
      suffix: index === 0 ? '' : `-next-${index}`,
      hasOther: next !== undefined && next.plan.route !== 'built-in',
    });
    try {
      return { ...(await writeStory(plan, stages)), model: id, gaveUp };
    } catch (error) {
      const failure = readFailure(error);
      if (!next || !isModelsOwn(failure.code)) throw error;
      gaveUp.push({ model: id, ...failure });
    }
  }
  throw new Error('No model was given for the story.');
}

function buildStages(
  step: StepTools,
  createWriter: () => Promise<Writer>,
  { suffix, hasOther }: { suffix: string; hasOther: boolean },
): Stages {
  const patience: Patience = {
    permanent: hasOther ? ['provider_unavailable'] : [],
    isPermanent: isKeptBadAnswer,
  };
  return {
    run: async <Result>(name: string, work: (writer: Writer) => Promise<Result>) =>
      (await runStep(step, `${name}${suffix}`, async () => work(await createWriter()), patience)) as Result,
    readFailure,
  };
}
