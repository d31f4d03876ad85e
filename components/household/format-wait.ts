const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long is left, rounded up, as people say it: "30 s", "12 min", "3 h". */
export function formatWait(leftMs: number): string {
  if (leftMs <= MINUTE_MS) return `${Math.max(1, Math.ceil(leftMs / 1_000))} s`;
  if (leftMs <= 2 * HOUR_MS) return `${Math.ceil(leftMs / MINUTE_MS)} min`;
  return `${Math.ceil(leftMs / HOUR_MS)} h`;
}
