import { getEnv } from '../env.ts';

/** How somebody who starts long work wants to hear of its end (RFC 7240). */
export type Preference = {
  /** How long the answer may be kept waiting; 0: answer at once that the work has begun. */
  waitMs: number;
  /** What of `Prefer` was followed, for `Preference-Applied`; null when nothing was asked for. */
  applied: string | null;
};

/**
 * Reads `Prefer: respond-async` and `Prefer: wait=<seconds>`. Both together: wait so long, then answer 202. Nobody waits
 * longer than SYNC_WAIT_SECONDS; other preferences are none of ours.
 *
 * @param patienceMs how long a sender waits who says nothing
 */
export function readPreference(
  request: Request,
  patienceMs: number = getEnv().syncWaitMs,
  longestMs: number = getEnv().syncWaitMs,
): Preference {
  const preferences = (request.headers.get('prefer') ?? '')
    .split(',')
    .map((preference) => preference.split(';', 1)[0]?.trim().toLowerCase() ?? '');
  const respondAsync = preferences.includes('respond-async');
  const seconds = preferences.flatMap((preference) => {
    const asked = /^wait\s*=\s*"?(\d{1,6})"?$/.exec(preference)?.[1];
    return asked === undefined ? [] : [Number(asked)];
  })[0];
  const waitMs =
    seconds === undefined ? (respondAsync ? 0 : patienceMs) : Math.min(longestMs, seconds * 1_000);
  const applied = [
    ...(respondAsync ? ['respond-async'] : []),
    ...(seconds === undefined ? [] : [`wait=${waitMs / 1_000}`]),
  ];
  return { waitMs, applied: applied.join(', ') || null };
}
