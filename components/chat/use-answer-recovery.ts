'use client';

import { useEffect, useEffectEvent, useState } from 'react';

const FIRST_TRY_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;

/**
 * Takes an answer up again whose stream was lost before its end, as long as `isCutOff`: it is written to its end whether
 * or not anybody listens, and one whose writer is gone is closed by the server after half a minute.
 * @returns whether the reader should be told that we wait
 */
export function useAnswerRecovery(isCutOff: boolean, resume: () => Promise<void>): boolean {
  const [isWaiting, setIsWaiting] = useState(false);
  const takeUp = useEffectEvent(resume);

  useEffect(() => {
    if (!isCutOff) return;
    let isOver = false;
    let waitMs = FIRST_TRY_MS;
    let timer = setTimeout(tryAgain, waitMs);
    async function tryAgain() {
      setIsWaiting(true);
      await takeUp();
      if (isOver) return;
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
      timer = setTimeout(tryAgain, waitMs);
    }
    return () => {
      isOver = true;
      clearTimeout(timer);
      setIsWaiting(false);
    };
  }, [isCutOff]);
  return isWaiting;
}
