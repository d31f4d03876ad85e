import { AsyncLocalStorage } from 'node:async_hooks';
import { hashDecisionText } from './decision-hash.ts';
import { PERSONAL_DATA_KINDS } from './personal-data/kinds.ts';
import { SAFETY_RULES } from './safety-rules.ts';

/**
 * What the guard, or whoever acts on its word, did:
 * - `refused`: input that was turned away, or a prompt that was not sent;
 * - `masked`: personal data that gave way to words;
 * - `repair_asked`: a model was asked to write it again; `softened`: the built-in engine wrote it milder;
 * - `failed`: made text that nothing could mend; `left_out`: a part that was dropped while the rest went on;
 * - `flagged`: seen and let through, as material only.
 */
export const DECISION_ACTIONS = [
  'refused',
  'masked',
  'repair_asked',
  'softened',
  'failed',
  'left_out',
  'flagged',
] as const;
export type DecisionAction = (typeof DECISION_ACTIONS)[number];

/** A rule that was broken, or the kind of personal data that was masked. */
export const DECISION_RULES = [...SAFETY_RULES, ...PERSONAL_DATA_KINDS] as const;
export type DecisionRule = (typeof DECISION_RULES)[number];

/**
 * Where the text stood: the places of the guard (an `answer` is what a model says in a conversation), and what is sent to a
 * picture's or a video's model.
 */
export const DECISION_PLACES = [
  'prompt',
  'chat',
  'answer',
  'profile',
  'document',
  'page',
  'story',
  'picture',
  'video',
] as const;
export type DecisionPlace = (typeof DECISION_PLACES)[number];

/** One row of the audit, without its owner. The text is not in it, only its keyed hash. */
export type Decision = {
  action: DecisionAction;
  rule: DecisionRule;
  place: DecisionPlace;
  textHash: string;
};

/** Whose text it was, and of which story, where that is only known during the work. */
export type DecisionSubject = { ownerId?: string; storyId?: string; jobId?: string };
export type KeepDecisions = (decisions: Decision[], subject: DecisionSubject) => Promise<void>;

type Collector = {
  decisions: Map<string, Decision>;
  subject: DecisionSubject;
  /** Once the work has ended: what comes late (an answer that is still streaming) goes straight to the keeper. */
  keepLate: KeepDecisions | undefined;
};

/** Bounds what one request can write: a document of thousands of addresses is told about by its first ones. */
const MOST_DECISIONS = 100;

/** One for the process, also where routes hold copies of this module. */
const shared = globalThis as { [key: symbol]: unknown };
const STORAGE_KEY = Symbol.for('storyloom.guard-decisions');
shared[STORAGE_KEY] ??= new AsyncLocalStorage<Collector>();
const collectors = shared[STORAGE_KEY] as AsyncLocalStorage<Collector>;

/**
 * Notes what was decided about a text, for the request or step that is under way; the text itself is forgotten here. The
 * same decision about the same text counts once. Outside a collector it does nothing.
 */
export function noteDecision({
  text,
  ...facts
}: {
  action: DecisionAction;
  rule: DecisionRule;
  place: DecisionPlace;
  text: string;
}): void {
  const collector = collectors.getStore();
  if (!collector || collector.decisions.size >= MOST_DECISIONS) return;
  const decision: Decision = { ...facts, textHash: hashDecisionText(text) };
  const key = `${decision.action} ${decision.rule} ${decision.place} ${decision.textHash}`;
  if (collector.decisions.has(key)) return;
  collector.decisions.set(key, decision);
  void collector.keepLate?.([decision], collector.subject);
}

/** Says whose story the work under way is about. */
export function nameDecisionSubject(subject: DecisionSubject): void {
  const collector = collectors.getStore();
  if (collector) Object.assign(collector.subject, subject);
}

/**
 * Runs a piece of work and hands over what was decided during it, whether it succeeds or throws, before the caller learns
 * how it ended. Work inside other work hands over its own part itself.
 * @param keep must not throw: an answer never fails for its audit (lib/safety/record-decisions.ts)
 */
export async function collectDecisions<Result>(
  keep: KeepDecisions,
  work: () => Promise<Result>,
): Promise<Result> {
  const collector: Collector = { decisions: new Map(), subject: {}, keepLate: undefined };
  try {
    return await collectors.run(collector, work);
  } finally {
    const decisions = [...collector.decisions.values()];
    collector.keepLate = keep;
    if (decisions.length > 0) await keep(decisions, collector.subject);
  }
}
