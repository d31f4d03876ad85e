import type { Leniency } from '../leniency.ts';
import type { ListFinding } from '../list-findings.ts';
import type { SafetyRule } from '../safety-rules.ts';
import { judgeText, type NamedModel } from './judge-text.ts';
import { unpackModel } from './packed-model.ts';
import weights from './weights.json' with { type: 'json' };

/**
 * How sure the classifier must be. Chosen by cross-validation over authors (`scripts/train-safety.ts`): what a list found
 * as well is believed sooner. A turn of a conversation or a line of a profile is a piece of a wish ("How many pages?"), of which
 * the classifier has read few; in a text that is told, most words are our own writer's, and only what is nearly certain counts.
 */
const CERTAIN = { wish: 0.64, piece: 0.85, told: 0.95 } as const;
const CERTAIN_WHEN_LISTED = 0.49;

/** What kind of text it is: a whole wish, a piece of one, or a story (an answer) that is told. */
export type Manner = keyof typeof CERTAIN;

let known: NamedModel | undefined;

/**
 * The rule that the classifier holds for broken.
 * @param unasked a rule that does not hold here
 */
export function findSuspectRule(
  readings: readonly string[],
  findings: readonly ListFinding[],
  leniency: Leniency,
  manner: Manner,
  unasked?: SafetyRule,
): SafetyRule | undefined {
  known ??= unpackModel(weights);
  const { certainty, rule } = judgeText(readings, findings, leniency, known, unasked);
  const isListed = findings.length > 0 && manner !== 'told';
  const limit = isListed ? CERTAIN_WHEN_LISTED : CERTAIN[manner];
  if (certainty <= limit) return undefined;
  return findings[0]?.rule ?? rule;
}
