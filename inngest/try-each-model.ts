import 'server-only';
import { isModelsOwn } from '@/lib/ai/try-candidates';
import type { ErrorCode } from '@/lib/errors';
import { runStep, type StepTools } from './run-step';
import { type Patience, readFailure } from './step-errors';

export type GaveUp = { model: string; code: ErrorCode; message: string };

/**
 * One piece of work with the first model of a chain that gets it done: steps `picture-3`, then `picture-3-next-1`, … Each is
 * tried again by the queue as often as any step; the next model's turn comes when one has failed for good.
 *
 * What a guardrail forbids to send goes to no service, and straight to the built-in engine where the chain has it.
 *
 * @param work gets what those before it failed with
 * @param candidateIds as `listCandidates` named them, from a step's result: a changed environment changes no job under way
 * @param options.isOptional the story is whole without it: nothing keeps it waiting
 * @throws what the last of them failed with
 */
export async function tryEachModel<Result>(
  step: StepTools,
  id: string,
  candidateIds: readonly string[],
  work: (candidateId: string, gaveUp: readonly GaveUp[]) => Promise<Result>,
  options: { isOptional?: boolean } = {},
): Promise<{ result: Awaited<Result>; model: string; gaveUp: GaveUp[] }> {
  const gaveUp: GaveUp[] = [];
  let mayBeSent = true;
  for (const [index, model] of candidateIds.entries()) {
    if (!mayBeSent && !isBuiltIn(model)) continue;
    const next = candidateIds[index + 1];
    const patience = choosePatience(next, options.isOptional ?? false);
    try {
      const stepId = index === 0 ? id : `${id}-next-${index}`;
      const result = (await runStep(step, stepId, () => work(model, gaveUp), patience)) as Awaited<Result>;
      return { result, model, gaveUp };
    } catch (error) {
      const failure = readFailure(error);
      // Words that must not be sent are sent to nobody else either; the built-in engine works here.
      const isForbidden = failure.code === 'guardrail_violation';
      const goesOn = isForbidden ? candidateIds.slice(index + 1).some(isBuiltIn) : isModelsOwn(failure.code);
      if (next === undefined || !goesOn) throw error;
      mayBeSent = !isForbidden;
      gaveUp.push({ model, ...failure });
    }
  }
  throw new Error(`No model was given for ${id}.`);
}

/** A pause of a minute costs a minute, a stand-in the look of a page; a pause of ten minutes, again and again, the evening. */
const WORTH_WAITING_SECONDS = 60;

/**
 * A provider whose circuit is open is not waited for where another service is next. The built-in engine is no such service:
 * before it, a short pause is waited for. With nobody next, as long as the provider says.
 */
function choosePatience(next: string | undefined, isOptional: boolean): Patience {
  if (isOptional || (next && !isBuiltIn(next))) {
    return { permanent: ['provider_unavailable'], longestWaitSeconds: WORTH_WAITING_SECONDS };
  }
  return next ? { longestWaitSeconds: WORTH_WAITING_SECONDS } : {};
}

function isBuiltIn(candidateId: string): boolean {
  return candidateId.startsWith('builtin/');
}
