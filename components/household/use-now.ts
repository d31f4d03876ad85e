'use client';

import { useEffect, useState } from 'react';

/**
 * The time, ms since 1970, again every so often; null on the server and in the first view, so that both say the same.
 * @param everyMs null stops it
 */
export function useNow(everyMs: number | null): number | null {
  const [nowMs, setNowMs] = useState<number | null>(null);
  useEffect(() => {
    if (everyMs === null) return;
    const look = () => setNowMs(Date.now());
    look();
    const timer = setInterval(look, everyMs);
    // A phone that slept shows the time it is, not the time it was.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [everyMs]);
  return nowMs;
}
