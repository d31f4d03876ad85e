/** A film takes a model from half a minute to some minutes; longer than this and nobody waits any more. */
export const LONGEST_FILMING_MS = 20 * 60_000;

const WAIT_SECONDS = [5, 8, 12, 17, 23];
const LONGEST_WAIT_SECONDS = 30;
/** A provider that asks for more patience than this is asked earlier all the same. */
const MOST_PATIENCE_SECONDS = 120;

/**
 * How long to wait before a film is asked after for the nth time (from 1), in seconds: growing, and never shorter than the
 * provider asked for.
 */
export function videoWaitSeconds(poll: number, hintSeconds = 0): number {
  const planned = WAIT_SECONDS[poll - 1] ?? LONGEST_WAIT_SECONDS;
  return Math.ceil(Math.max(planned, Math.min(hintSeconds, MOST_PATIENCE_SECONDS)));
}

/** More polls than the whole time has room for. */
export const MOST_POLLS = 60;
