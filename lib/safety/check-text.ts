import type { AgeGroup } from '../story/schema.ts';
import { foldText } from './fold-text.ts';
import { type Guardrails, getGuardrails } from './guardrails-config.ts';
import { normaliseText } from './normalise-text.ts';
import { hasMaskedProfanity, hasProfanity } from './profanity.ts';
import { measureTone, TONE_KINDS } from './tone.ts';
import { type SafetyRule, topicPatterns } from './topics.ts';

/** Where a text comes from: a story is also held to its tone, what people ask for is not. */
export type GuardedPlace = 'prompt' | 'chat' | 'profile' | 'story';

export type GuardOptions = {
  place: GuardedPlace;
  /** Without it the youngest listener is assumed. */
  ageGroup?: AgeGroup;
  /** A mood, routine or preference with its own entry in `config/guardrails.yaml`. */
  profile?: string;
};

export type TextVerdict = { allowed: true } | { allowed: false; rule: SafetyRule };

/** Says whether a text may reach a child, and if not, which rule forbids it. Never throws for what a text says. */
export function checkText(
  text: string,
  options: GuardOptions,
  guardrails: Guardrails = getGuardrails(options.profile),
): TextVerdict {
  const normal = normaliseText(text);
  const folded = foldText(normal);
  const rule =
    findTopic(folded, options.ageGroup) ??
    (hasProfanity(folded) || hasMaskedProfanity(normal) ? 'profanity' : undefined) ??
    (guardrails.banned?.test(folded) ? 'banned_term' : undefined) ??
    (options.place === 'story' && breaksTone(normal, guardrails) ? 'tone' : undefined);
  return rule ? { allowed: false, rule } : { allowed: true };
}

function findTopic(folded: string, ageGroup: AgeGroup | undefined): SafetyRule | undefined {
  return topicPatterns(ageGroup).find(([, pattern]) => pattern.test(folded))?.[0];
}

function breaksTone(text: string, guardrails: Guardrails): boolean {
  const tone = measureTone(text);
  if (!tone) return false;
  return TONE_KINDS.some(
    (kind) => tone[kind] > (guardrails.toneThresholds[kind] ?? Number.POSITIVE_INFINITY),
  );
}
