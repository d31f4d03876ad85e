'use client';

import { useEffect, useRef, useState } from 'react';
import { smoothTimeLeft } from './time-left';

const TICK_MS = 1_000;

/**
 * The time a job still takes, counted down between estimates. Null while nobody knows.
 * @param estimateMs as it was at `asOfMs` (milliseconds since 1970)
 */
export function useTimeLeft(estimateMs: number | null, asOfMs: number): number | null {
  const latest = useRef({ estimateMs, asOfMs });
  latest.current = { estimateMs, asOfMs };
  const [shownMs, setShownMs] = useState<number | null>(estimateMs);
  const isKnown = estimateMs !== null;

  useEffect(() => {
    if (!isKnown) {
      setShownMs(null);
      return;
    }
    let beforeMs = Date.now();
    const tick = () => {
      const nowMs = Date.now();
      const passedMs = nowMs - beforeMs;
      beforeMs = nowMs;
      setShownMs((shown) => {
        const { estimateMs: known, asOfMs: since } = latest.current;
        return known === null ? null : smoothTimeLeft(shown, known - (nowMs - since), passedMs);
      });
    };
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [isKnown]);

  return shownMs;
}
