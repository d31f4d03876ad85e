import type { Leniency } from '../leniency.ts';
import type { ListFinding } from '../list-findings.ts';
import type { SafetyRule } from '../safety-rules.ts';
import { createJudge, type LinearModel } from './linear-model.ts';
import { readWords } from './text-features.ts';

/** So many words are judged together, and again beginning in their middle: something bad may stand in a long wish. */
const WINDOW_WORDS = 16;
const STEP_WORDS = 8;
const SHORT_WORDS = 20;
/** A longer text is judged window by window only: as a whole it is about too much. */
const LONGEST_WHOLE_WORDS = 80;
const LONGEST_WHOLE_LETTERS = 1_000;
/** What stands in a window was taken out of its sentences, so it is believed a little less. */
const WINDOW_TRUST = 0.97;
/** How far what only harms the young counts from nine on. */
const YOUNG_SHARE: Record<Leniency, number> = { young: 1, older: 0.7, teen: 0 };

/** How sure the classifier is that a text breaks a rule (0 to 1), and which one most likely. */
export type Judgement = { certainty: number; rule: SafetyRule };

/** A model and the names of its classes: `ok`, a rule, or `young:` and a rule. */
export type NamedModel = { model: LinearModel; labels: readonly string[] };

/** What the lists say of a text, as the classifier learns it. */
export function marksOf(findings: readonly ListFinding[]): string[] {
  return findings.length === 0 ? ['nothing found'] : findings.map(({ list, rule }) => `${list} ${rule}`);
}

/**
 * Judges the text as a whole and every window of it; the worst counts. Linear in the words.
 * @param unasked a rule that does not hold here
 */
export function judgeText(
  readings: readonly string[],
  findings: readonly ListFinding[],
  leniency: Leniency,
  { model, labels }: NamedModel,
  unasked?: SafetyRule,
): Judgement {
  // Of a long text the reading with hidden words brought to light says all that the plain one does.
  const isLong = (readings[0] ?? '').length > LONGEST_WHOLE_LETTERS;
  const texts = (isLong && readings.length > 1 ? readings.slice(1) : readings).map(readWords);
  const { judgeWhole, judgeStretch } = createJudge(texts, marksOf(findings), model);
  let worst: Judgement = { certainty: 0, rule: 'horror' };
  const compare = (likelihoods: Float64Array, trust: number) => {
    const { certainty, rule } = weigh(likelihoods, labels, leniency, unasked);
    if (certainty * trust > worst.certainty) worst = { certainty: certainty * trust, rule };
  };
  if (Math.max(0, ...texts.map(({ count }) => count)) <= LONGEST_WHOLE_WORDS) compare(judgeWhole(), 1);
  texts.forEach(({ count }, number) => {
    if (count <= SHORT_WORDS) return;
    for (let from = 0; from < count - STEP_WORDS; from += STEP_WORDS) {
      const to = Math.min(from + WINDOW_WORDS, count);
      compare(judgeStretch(number, { from, to }), WINDOW_TRUST);
    }
  });
  return worst;
}

function weigh(
  likelihoods: Float64Array,
  labels: readonly string[],
  leniency: Leniency,
  unasked: SafetyRule | undefined,
): Judgement {
  let certainty = 0;
  let most = 0;
  let rule = 'horror';
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at] ?? 'ok';
    if (label === 'ok' || label === unasked) continue;
    const isYoung = label.startsWith('young:');
    const share = (likelihoods[at] ?? 0) * (isYoung ? YOUNG_SHARE[leniency] : 1);
    certainty += share;
    if (share <= most) continue;
    most = share;
    rule = isYoung ? label.slice('young:'.length) : label;
  }
  return { certainty, rule: rule as SafetyRule };
}
