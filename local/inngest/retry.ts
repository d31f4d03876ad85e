/** The waits of the Inngest server between the attempts of one step, in seconds. */
const BACKOFF_SECONDS = [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200];
const JITTER_MS = 30_000;
const LONGEST_MS = 24 * 3_600_000;
const LONGEST_LOCAL_MS = 600_000;

/**
 * When to try again after attempt number `attempt` (from 0) failed.
 * @param retryAfter the answer's `retry-after` header, seconds or an ISO time; it wins over the back-off
 * @param baseMs for local runs: base × 2^attempt instead of the server's back-off
 * @returns Unix milliseconds, at most 24 h from now
 */
export function retryMoment(
  attempt: number,
  nowMs: number,
  options: { retryAfter?: string | undefined; baseMs?: number | undefined },
): number {
  const { retryAfter, baseMs } = options;
  if (retryAfter !== undefined) {
    const asked = /^\d+(\.\d+)?$/.test(retryAfter)
      ? nowMs + Number(retryAfter) * 1000
      : Date.parse(retryAfter);
    if (!Number.isNaN(asked)) return Math.min(Math.max(asked, nowMs), nowMs + LONGEST_MS);
  }
  if (baseMs !== undefined) return nowMs + Math.min(baseMs * 2 ** attempt, LONGEST_LOCAL_MS);
  const seconds = BACKOFF_SECONDS[Math.min(attempt, BACKOFF_SECONDS.length - 1)] as number;
  return nowMs + seconds * 1000 + Math.random() * JITTER_MS;
}
