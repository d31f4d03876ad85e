import { PROGRESS } from './job-news';

/** How much of the writing is done when a call has been answered; a critique that finds nothing ends it early. */
const SHARES = { outline: 0.2, told: 0.75, critique: 0.9 } as const;

/**
 * Where a job stands when one call of its writer has been answered, so that the minutes a real model takes can be seen to
 * pass. Undefined for calls that only mend what is counted already.
 */
export function writingProgress(step: string, pages: number): number | undefined {
  const share = shareOf(step, pages);
  if (share === undefined) return undefined;
  return PROGRESS.started + (PROGRESS.written - PROGRESS.started) * share;
}

function shareOf(step: string, pages: number): number | undefined {
  if (step === 'outline' || step === 'critique') return SHARES[step];
  if (step === 'draft') return SHARES.told;
  const page = /^chapter:(\d+)$/.exec(step)?.[1];
  if (page === undefined) return undefined;
  return SHARES.outline + (SHARES.told - SHARES.outline) * Math.min(1, Number(page) / pages);
}
