'use client';

import { useSyncExternalStore } from 'react';

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
const MOMENT: Intl.DateTimeFormatOptions = { ...DAY, hour: '2-digit', minute: '2-digit' };
const nothingToFollow = () => () => {};

/**
 * A moment in the reader's own time zone. The server does not know that zone, so its first view shows the day in UTC and
 * the browser puts its own in place: longer by the time of day, unless `dayOnly`, where that would move what stands beside it.
 */
export function LocalTime({
  iso,
  className,
  dayOnly = false,
}: {
  iso: string;
  className?: string;
  dayOnly?: boolean;
}) {
  const text = useSyncExternalStore(
    nothingToFollow,
    () => new Date(iso).toLocaleString('en-GB', dayOnly ? DAY : MOMENT),
    () => new Date(iso).toLocaleDateString('en-GB', { ...DAY, timeZone: 'UTC' }),
  );
  return (
    <time dateTime={iso} className={className}>
      {text}
    </time>
  );
}
