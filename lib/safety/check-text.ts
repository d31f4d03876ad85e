import type { AgeGroup, StoryBrief, StoryTopic } from '../story/schema.ts';
import { findSuspectRule, type Manner } from './classifier/suspect-text.ts';
import type { DecisionPlace } from './decisions.ts';
import { type Guardrails, getGuardrails } from './guardrails-config.ts';
import { hasInjectionMarks } from './injection-marks.ts';
import { leniencyFor } from './leniency.ts';
import { findInLists } from './list-findings.ts';
import { normaliseText } from './normalise-text.ts';
import { hasMaskedProfanity, hasPlainCurse } from './profanity.ts';
import { readText } from './read-text.ts';
import type { SafetyRule } from './safety-rules.ts';
import { findAvoidedTopic } from './story-topics.ts';
import { breaksTone } from './tone.ts';

/**
 * Where a text comes from. What people say (`prompt`, `chat`, `profile`) may not give orders to the machine. A `document` is
 * given to be told as it is, and a `page` tells it: orders in there are somebody's words, followed by nobody (those of a
 * document are looked at by given-orders.ts). An `answer` in a conversation is told too. A whole `story` is also held to its tone. A `picture` and a `video` are the
 * words that ask a model for one.
 */
export type GuardedPlace = DecisionPlace;

const MAY_QUOTE_ORDERS: ReadonlySet<GuardedPlace> = new Set([
  'answer',
  'document',
  'page',
  'story',
  'picture',
  'video',
]);

/** Our own orders to a painter: nothing that a classifier of wishes knows. The lists hold for what they were made from. */
const DEPICTED: ReadonlySet<GuardedPlace> = new Set(['picture', 'video']);

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

/** A conversation is looked at whole at each of its turns; what is longer is rarely asked about twice. */
const LONGEST_REMEMBERED = 4_000;
const MOST_REMEMBERED = 2_000;
/** Verdicts of the guardrails in force: those of a file that was changed are forgotten with it. */
const remembered = new WeakMap<Guardrails, Map<string, TextVerdict>>();

/** Says whether a text may reach a child, and if not, which rule forbids it. Never throws for what a text says. */
export function checkText(
  text: string,
  options: GuardOptions,
  guardrails: Guardrails = getGuardrails(options.profile),
): TextVerdict {
  if (text.length > LONGEST_REMEMBERED) return judge(text, options, guardrails);
  const { place, ageGroup, contentRating, avoidTopics } = options;
  const key = JSON.stringify([place, ageGroup, contentRating, avoidTopics, text]);
  const verdicts = remembered.get(guardrails) ?? new Map<string, TextVerdict>();
  const known = verdicts.get(key);
  if (known) return known;
  if (verdicts.size >= MOST_REMEMBERED) verdicts.clear();
  remembered.set(guardrails, verdicts);
  const verdict = judge(text, options, guardrails);
  verdicts.set(key, verdict);
  return verdict;
}

/** An id says nothing, but its digits read as letters would say anything by chance. */
const IDS = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

function judge(said: string, options: GuardOptions, guardrails: Guardrails): TextVerdict {
  const text = said.replace(IDS, ' ');
  const normal = normaliseText(text);
  const rule =
    findRule(readText(text, normal), options, guardrails) ??
    (hasMaskedProfanity(normal) ? 'profanity' : undefined) ??
    (!MAY_QUOTE_ORDERS.has(options.place) && hasInjectionMarks(normal) ? 'prompt_injection' : undefined) ??
    (options.place === 'story' && breaksTone(normal, guardrails.toneThresholds) ? 'tone' : undefined);
  return rule ? { allowed: false, rule } : { allowed: true };
}

/**
 * What is told must not have anything in it that a list knows. What people say is a wish, in which a word of the lists may
 * be a name or a joke: there the classifier decides, and a list's finding counts for much with it.
 */
function findRule(
  readings: readonly string[],
  options: GuardOptions,
  guardrails: Guardrails,
): SafetyRule | undefined {
  const leniency = leniencyFor(options.ageGroup, options.contentRating);
  const manner = mannerOf(options.place);
  const isTold = manner === 'told';
  const unasked = isTold ? 'prompt_injection' : undefined;
  const findings = readings.flatMap((reading) => findInLists(reading, leniency, unasked));
  if (readings.some(hasPlainCurse)) return 'profanity';
  if (isTold && findings[0]) return findings[0].rule;
  return (
    (DEPICTED.has(options.place)
      ? undefined
      : findSuspectRule(readings, findings, leniency, manner, unasked)) ??
    (readings.some((reading) => findAvoidedTopic(reading, options.avoidTopics ?? []))
      ? 'topic'
      : undefined) ??
    (readings.some((reading) => guardrails.banned?.test(reading)) ? 'banned_term' : undefined)
  );
}

function mannerOf(place: GuardedPlace): Manner {
  if (MAY_QUOTE_ORDERS.has(place)) return 'told';
  return place === 'prompt' ? 'wish' : 'piece';
}
