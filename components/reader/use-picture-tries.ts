'use client';

import { useCallback, useEffect, useState } from 'react';
import { useBrokenPicture } from './use-broken-picture';

/**
 * A picture that is asked for again when it could not be loaded: by hand, and by itself when the network comes back.
 * `attempt` is for the img's key, so that a new try is a new request; the rest is for the img itself.
 */
export function usePictureTries(url: string | null) {
  const [attempt, setAttempt] = useState(0);
  const { isBroken, ...watching } = useBrokenPicture(url === null ? null : `${url} ${attempt}`);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  useEffect(() => {
    if (!isBroken) return;
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [isBroken, retry]);
  return { isBroken, retry, attempt, watching };
}
