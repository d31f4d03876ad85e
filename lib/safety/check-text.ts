import type { AgeGroup, StoryBrief, StoryTopic } from '../story/schema.ts';
import type { DecisionPlace } from './decisions.ts';
import { type Guardrails, getGuardrails } from './guardrails-config.ts';
import { hasInjectionMarks } from './injection-marks.ts';
import { leniencyFor } from './leniency.ts';
import { normaliseText } from './normalise-text.ts';
import { findPhraseTopic } from './phrase-topics.ts';
import { hasMaskedProfanity, hasProfanity } from './profanity.ts';
import { readText } from './read-text.ts';
import type { SafetyRule } from './safety-rules.ts';
import { findAvoidedTopic } from './story-topics.ts';
import { breaksTone } from './tone.ts';
import { topicPatterns } from './topics.ts';

/**
 * Where a text comes from. What people say (`prompt`, `chat`, `profile`) may not give orders to the machine. A `document` is
 * given to be told as it is, and a `page` tells it: orders in there are somebody's words, followed by nobody (those of a
 * document are looked at by given-orders.ts). A whole `story` is also held to its tone. A `picture` and a `video` are the
 * words that ask a model for one.
 */
export type GuardedPlace = DecisionPlace;

const MAY_QUOTE_ORDERS: ReadonlySet<GuardedPlace> = new Set([
  'document',
  'page',
  'story',
  'picture',
  'video',
]);

export type GuardOptions = {
  place: GuardedPlace;
  /** Without it the youngest listener is assumed. */
  ageGroup?: AgeGroup | undefined;
  contentRating?: StoryBrief['contentRating'];
  /** Moods, routines or preferences with their own entries in `config/guardrails.yaml`. */
  profile?: string | readonly string[] | undefined;
  /** Subjects that the household leaves out. */
  avoidTopics?: readonly StoryTopic[] | undefined;
};

export type TextVerdict = { allowed: true } | { allowed: false; rule: SafetyRule };

/** Says whether a text may reach a child, and if not, which rule forbids it. Never throws for what a text says. */
export function checkText(
  text: string,
  options: GuardOptions,
  guardrails: Guardrails = getGuardrails(options.profile),
): TextVerdict {
  const normal = normaliseText(text);
  const rule =
    firstOf(readText(text, normal), (reading) => findRule(reading, options, guardrails)) ??
    (hasMaskedProfanity(normal) ? 'profanity' : undefined) ??
    (!MAY_QUOTE_ORDERS.has(options.place) && hasInjectionMarks(normal) ? 'prompt_injection' : undefined) ??
    (options.place === 'story' && breaksTone(normal, guardrails.toneThresholds) ? 'tone' : undefined);
  return rule ? { allowed: false, rule } : { allowed: true };
}

function findRule(reading: string, options: GuardOptions, guardrails: Guardrails): SafetyRule | undefined {
  const leniency = leniencyFor(options.ageGroup, options.contentRating);
  return (
    topicPatterns(leniency).find(([, pattern]) => pattern.test(reading))?.[0] ??
    findPhraseTopic(
      reading,
      leniency,
      MAY_QUOTE_ORDERS.has(options.place) ? 'prompt_injection' : undefined,
    ) ??
    (hasProfanity(reading) ? 'profanity' : undefined) ??
    (findAvoidedTopic(reading, options.avoidTopics ?? []) ? 'topic' : undefined) ??
    (guardrails.banned?.test(reading) ? 'banned_term' : undefined)
  );
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
