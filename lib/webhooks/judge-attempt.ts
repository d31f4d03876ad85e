/** How one attempt went: the answer's status and Retry-After, or why there was no answer. */
export type AttemptOutcome = { status: number; retryAfter?: string | undefined } | { error: string };

export type Judgement =
  | { state: 'delivered' }
  | { state: 'failed'; gone: boolean }
  | { state: 'pending'; waitSeconds: number };

/** The wait before each retry: nine attempts over a little less than a day. */
export const RETRY_GAPS_SECONDS: readonly number[] = [5, 60, 300, 1_800, 7_200, 18_000, 25_200, 32_400];
const LONGEST_WAIT_SECONDS = 24 * 3_600;
/** So that what failed together does not come back together. */
const JITTER = 0.1;

/**
 * What an attempt means. Only 2xx is a success: a redirect is not followed, because whoever moves must say so here. 410 says
 * "never again"; "later" (429, 503) can be told with Retry-After, which counts when it is longer than our own wait.
 *
 * @param tries attempts before this one since the delivery was made or replayed
 * @param gaps seconds before each retry; when they are used up it has failed
 */
export function judgeAttempt(
  outcome: AttemptOutcome,
  tries: number,
  options: { gaps?: readonly number[]; now?: Date; random?: () => number } = {},
): Judgement {
  const { gaps = RETRY_GAPS_SECONDS, now = new Date(), random = Math.random } = options;
  const status = 'status' in outcome ? outcome.status : undefined;
  if (status !== undefined && status >= 200 && status < 300) return { state: 'delivered' };
  if (status === 410) return { state: 'failed', gone: true };
  const gap = gaps[tries];
  if (gap === undefined) return { state: 'failed', gone: false };
  const asked =
    'status' in outcome && (status === 429 || status === 503) ? readRetryAfter(outcome.retryAfter, now) : 0;
  const own = gap + gap * JITTER * random();
  return { state: 'pending', waitSeconds: Math.ceil(Math.min(Math.max(own, asked), LONGEST_WAIT_SECONDS)) };
}

/** Seconds, from a number of them or from a date (RFC 9110 section 10.2.3); 0 when it says neither. */
function readRetryAfter(header: string | undefined, now: Date): number {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const date = Date.parse(text);
  return Number.isNaN(date) ? 0 : Math.max(0, (date - now.getTime()) / 1_000);
}
