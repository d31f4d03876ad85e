const UNIT_MS: Record<string, number> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** A thousand years: more is a mistake, and would not fit a database column. */
const LONGEST_MS = 1000 * 366 * 86_400_000;

/**
 * @param text the SDK's form, for example `2h30m10s`; empty means zero (the SDK's way to write a sleep of 0)
 * @returns milliseconds, or undefined when the text is not a duration
 */
export function parseDurationMs(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?(ms|s|m|h|d|w))*$/.test(text)) return undefined;
  let totalMs = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d|w)/g)) {
    totalMs += Number(amount) * (UNIT_MS[unit as string] as number);
  }
  return totalMs <= LONGEST_MS ? Math.round(totalMs) : undefined;
}

/**
 * @param text a duration from now, or an ISO time
 * @returns Unix milliseconds, or undefined when the text is neither
 */
export function parseMoment(text: string, nowMs: number): number | undefined {
  const durationMs = parseDurationMs(text);
  if (durationMs !== undefined) return nowMs + durationMs;
  const timeMs = Date.parse(text);
  return Number.isNaN(timeMs) ? undefined : timeMs;
}
