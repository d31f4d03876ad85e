import type { Leniency } from './leniency.ts';
import { findPhraseTopic } from './phrase-topics.ts';
import { hasProfanity } from './profanity.ts';
import type { SafetyRule } from './safety-rules.ts';
import { topicPatterns } from './topics.ts';

/** What a list found, and which of the lists: the classifier learns how far each can be trusted. */
export type ListFinding = { rule: SafetyRule; list: 'pattern' | 'phrase' | 'curse' };

/**
 * The first thing that each list finds in a reading.
 * @param unasked a rule that does not hold here
 */
export function findInLists(reading: string, leniency: Leniency, unasked?: SafetyRule): ListFinding[] {
  const found: ListFinding[] = [];
  const pattern = topicPatterns(leniency).find(([, expression]) => expression.test(reading))?.[0];
  if (pattern !== undefined) found.push({ rule: pattern, list: 'pattern' });
  const phrase = findPhraseTopic(reading, leniency, unasked);
  if (phrase !== undefined) found.push({ rule: phrase, list: 'phrase' });
  if (hasProfanity(reading)) found.push({ rule: 'profanity', list: 'curse' });
  return found;
}
