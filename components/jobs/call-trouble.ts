import type { StepSummary } from './group-calls';

/** What went wrong at a provider, after its name: "OpenAI gpt-image-1 was busy". */
const TROUBLES: Record<string, string> = {
  provider_failed: 'did not answer',
  provider_unavailable: 'was left alone because it kept failing',
  provider_rejected: 'did not accept the request',
  provider_refused: 'found this unsuitable',
  provider_rate_limited: 'was busy',
  provider_bad_output: 'answered with something unusable',
  picture_unreadable: 'sent a broken picture',
  narration_unreadable: 'sent a broken voice',
  spend_cap_reached: 'was not asked: the spending cap was reached',
  job_cancelled: 'was stopped',
  disk_full: 'could not be kept: the disk is full',
  storage_failed: 'could not be put away',
  lost: 'was asked, but its answer got lost',
};

/** What went wrong in a step, one sentence for each kind of trouble. */
export function troubleSentences(step: StepSummary): string[] {
  return step.troubles.map(({ label, code, times }) => {
    const often = times === 1 ? '' : times === 2 ? ' twice' : ` ${times} times`;
    return `${label} ${TROUBLES[code] ?? 'did not work'}${often}.`;
  });
}

/** Who took over: "Then Gemini 3 Flash."; nothing while it was one model all along. */
export function takeoverSentence(step: StepSummary): string | undefined {
  const others = step.models
    .slice(1)
    .map(({ label }) => (label.startsWith('Built-in') ? 'our own engine' : label));
  return others.length > 0 ? `Then ${others.join(', then ')}.` : undefined;
}
