/** How much of the way to a new estimate is gone in a second: what is shown moves, and does not jump. */
const DRIFT_PER_SECOND = 0.35;
/** A job that is not so far has work before it, whatever the clock says. */
const NEARLY_DONE = 0.9;

/**
 * What is shown next: time passes, and what is shown drifts towards what is known.
 * @param shownMs null before anything was shown
 * @param knownMs the latest estimate as of now
 */
export function smoothTimeLeft(shownMs: number | null, knownMs: number, passedMs: number): number {
  if (shownMs === null) return Math.max(0, knownMs);
  const counted = Math.max(0, shownMs - passedMs);
  const share = 1 - (1 - DRIFT_PER_SECOND) ** (passedMs / 1_000);
  return Math.max(0, counted + (Math.max(0, knownMs) - counted) * share);
}

/**
 * In the words of somebody who does not know to the second: "About 20 seconds left".
 * @param progress 0…1
 */
export function describeTimeLeft(ms: number, progress: number): string {
  const seconds = ms / 1_000;
  if (seconds < 3) return progress < NEARLY_DONE ? 'Just a little longer' : 'Nearly done';
  if (seconds < 50) return `About ${Math.ceil(seconds / 5) * 5} seconds left`;
  const minutes = Math.round(seconds / 60);
  if (minutes <= 1) return 'About a minute left';
  if (minutes < 90) return `About ${minutes} minutes left`;
  return `About ${Math.round(minutes / 60)} hours left`;
}

/** A span that is over: `0.8 s`, `12 s`, `2 min 5 s`. */
export function formatSpan(ms: number): string {
  const seconds = Math.max(0.1, ms / 1_000);
  if (seconds < 60) return `${seconds < 9.95 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
