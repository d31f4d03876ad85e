import { checkText } from '../../safety/check-text.ts';
import { describeListener, type Listener } from '../../safety/guard.ts';
import { normaliseText } from '../../safety/normalise-text.ts';
import type { SafetyRule } from '../../safety/safety-rules.ts';
import type { StoryDraft } from '../../story/schema.ts';
import { type DraftPlace, mapDraftTexts, wholeOf } from './draft-texts.ts';

/** Why a text cannot stay: a rule it breaks, or `unreadable`: there is nothing visible in it. */
export type FaultReason = SafetyRule | 'unreadable';
export type DraftFault = {
  /** Absent: the story as a whole. */
  place?: DraftPlace;
  reason: FaultReason;
  text: string;
};
export type Check = (text: string, as?: 'page' | 'story') => FaultReason | undefined;

/**
 * The guard's word on one piece of text for this listener. Pure but for `config/guardrails.yaml`.
 * @param flagged what a moderation model would not let pass: texts that hold it do not pass either
 */
export function createCheck(listener: Listener, flagged: readonly string[] = []): Check {
  const options = describeListener(listener);
  return (text, place = 'page') => {
    if (text.trim() !== '' && normaliseText(text) === '') return 'unreadable';
    const verdict = checkText(text, { ...options, place });
    if (!verdict.allowed) return verdict.rule;
    return flagged.some((one) => text.includes(one)) ? 'moderation' : undefined;
  };
}

/** Everything in a draft that the guard would stop, where `guardDraft` stops at the first; then the story as a whole. */
export function findFaults(draft: StoryDraft, check: Check): DraftFault[] {
  const faults: DraftFault[] = [];
  mapDraftTexts(draft, (text, place) => {
    const reason = check(text);
    if (reason) faults.push({ place, reason, text });
    return text;
  });
  const whole = wholeOf(draft);
  const reason = check(whole, 'story');
  // What a page says is found in the whole again.
  const isToldAlready = faults.some(
    (fault) => fault.place?.path.endsWith('.text') && fault.reason === reason,
  );
  if (reason && !isToldAlready) faults.push({ reason, text: whole });
  return faults;
}
