'use client';

import { useSyncExternalStore } from 'react';

const LOCAL_FORMAT: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
};
const nothingToFollow = () => () => {};

/**
 * A moment in the reader's own time zone. The server does not know that zone, so its first view shows the day in UTC and
 * the browser puts its own in place.
 */
export function LocalTime({ iso, className }: { iso: string; className?: string }) {
  const text = useSyncExternalStore(
    nothingToFollow,
    () => new Date(iso).toLocaleString('en-GB', LOCAL_FORMAT),
    () => new Date(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  );
  return (
    <time dateTime={iso} className={className}>
      {text}
    </time>
  );
}
