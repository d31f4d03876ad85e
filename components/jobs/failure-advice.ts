import { jobErrorSentence } from '@/components/error-sentence';

/** What somebody can do about it, where the sentence of the error does not say so already. */
const ADVICE: Record<string, string> = {
  guardrail_violation: 'Change the wish a little and begin a new story.',
  spend_cap_reached: 'Wait until the day is over, or have the cap raised; then try again.',
  daily_limit_reached: 'Tomorrow there are new ones.',
  invalid_request: 'Begin a new story and choose other options.',
  not_configured: 'Ask the person who runs this Storyloom to set it up, then try again.',
  misconfigured: 'Once that is mended, try again: what is there is kept.',
  disk_full: 'What was made so far is kept.',
  render_failed: 'Words, pictures and voices are kept: trying again makes only the film.',
  provider_failed: 'What was made so far is kept.',
  provider_unavailable: 'What was made so far is kept.',
  provider_rate_limited: 'What was made so far is kept.',
};
/** Reasons that have a sentence of their own only with what happened in it, which a summary does not know. */
const REASONS: Record<string, string> = {
  guardrail_violation: 'What was asked for, or what came back, does not belong in a story for children.',
  spend_cap_reached: 'The spending cap was reached.',
  daily_limit_reached: 'There were enough stories for that day.',
  invalid_request: 'It was asked for with options that cannot be used.',
  not_configured: 'Something it needs is not set up here.',
};

/** Why jobs fail and what to do, in plain words. @param message of one job, where there is one */
export function explainFailure(
  code: string,
  message: string | null = null,
): { reason: string; advice: string | null } {
  const reason =
    message === null ? (REASONS[code] ?? jobErrorSentence(code, null)) : jobErrorSentence(code, message);
  return { reason, advice: ADVICE[code] ?? null };
}
