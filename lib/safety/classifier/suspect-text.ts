import type { Leniency } from '../leniency.ts';
import type { ListFinding } from '../list-findings.ts';
import type { SafetyRule } from '../safety-rules.ts';
import { judgeText, type NamedModel } from './judge-text.ts';
import { unpackModel } from './packed-model.ts';
import weights from './weights.json' with { type: 'json' };

/**
 * How sure the classifier must be. Chosen by cross-validation over authors (`scripts/train-safety.ts`): what a list found
 * as well is believed sooner; in a text that is told, most words are our own writer's, and only what is nearly certain counts.
 */
const CERTAIN = { said: 0.63, listed: 0.5, told: 0.92 } as const;

let known: NamedModel | undefined;

/**
 * The rule that the classifier holds for broken.
 * @param isTold whether the text tells a story rather than asks for one
 * @param unasked a rule that does not hold here
 */
export function findSuspectRule(
  readings: readonly string[],
  findings: readonly ListFinding[],
  leniency: Leniency,
  isTold: boolean,
  unasked?: SafetyRule,
): SafetyRule | undefined {
  known ??= unpackModel(weights);
  const { certainty, rule } = judgeText(readings, findings, leniency, known, unasked);
  const limit = isTold ? CERTAIN.told : findings.length > 0 ? CERTAIN.listed : CERTAIN.said;
  if (certainty <= limit) return undefined;
  return findings[0]?.rule ?? rule;
}
