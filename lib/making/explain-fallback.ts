import { labelModel } from '../ai/models.ts';
import type { ErrorCode } from '../errors.ts';

export type FailedModel = { model: string; code: ErrorCode; message: string };

const MADE_BY = { picture: 'The picture was drawn by', narration: 'The page is read by' } as const;
const STAND_INS: Record<string, string> = {
  'builtin/illustrator': 'the built-in illustrator',
  'builtin/narrator': 'the built-in narrator',
};

/**
 * Why a page's picture or voice is not the first choice's, for people: who made it, and what each of those before failed
 * with. Services go by their labels, never by their addresses.
 * @param modelId `provider/model` that made it
 * @param gaveUp at least one, first choice first; its code stands for all
 */
export function explainFallback(
  part: 'picture' | 'narration',
  modelId: string,
  [first, ...others]: readonly FailedModel[],
): { code: ErrorCode; message: string } {
  if (!first) throw new RangeError('Nobody gave up.');
  const maker = STAND_INS[modelId] ?? labelModel(modelId);
  const reasons = [
    `${MADE_BY[part]} ${maker}, because ${describe(first, '')}`,
    ...others.map((one) => describe(one, one.code === 'guardrail_violation' ? ' either' : ' too')),
  ];
  return { code: first.code, message: reasons.join(' ') };
}

/** A model that was not even asked, because the words broke a rule of ours, has not failed. */
function describe({ model, code, message }: FailedModel, again: string): string {
  return code === 'guardrail_violation'
    ? `nothing was sent to ${labelModel(model)}${again}: ${message}`
    : `${labelModel(model)} failed${again}: ${message}`;
}
