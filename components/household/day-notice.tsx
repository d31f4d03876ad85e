'use client';

import { EnoughForToday } from './enough-for-today';
import { useHousehold } from './use-household';
import { useNow } from './use-now';

const LOOK_EVERY_MS = 30_000;

/** Before anybody writes a wish: how many stories there may still be today, where there is a limit. */
export function DayNotice() {
  const household = useHousehold();
  const limit = household?.daily_limit ?? null;
  const nowMs = useNow(limit === null ? null : LOOK_EVERY_MS);
  if (!household || limit === null) return null;
  const left = limit - household.begun_today;
  const leftMs = nowMs === null ? undefined : Date.parse(household.day_ends_at) - nowMs;
  // A page that lay open over midnight knows only of yesterday.
  if (leftMs !== undefined && leftMs <= 0) return null;
  if (left <= 0) return <EnoughForToday leftMs={leftMs} />;
  return (
    <p className="px-2 text-muted-foreground">
      {left === 1 ? 'There is one more story today.' : `There are ${left} more stories today.`}
    </p>
  );
}
