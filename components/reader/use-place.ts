'use client';

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PageTurning } from './use-page-turning';

const keyOf = (storyId: string) => `storyloom.place.${storyId}`;
/** The effect that moves before anything is painted; the server has nothing to paint. */
const useEarlyEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/**
 * Keeps the open page in the address (`?page=3`), so that it can be sent to somebody, and in this browser, so that a story
 * opens where it was left. Who had read it to its end begins anew.
 *
 * @param isLinked the address named a page: that one is meant
 * @returns whether the story was opened where it was left
 */
export function usePlace(
  storyId: string,
  { pageIndex, turnTo }: PageTurning,
  { pageCount, isLinked }: { pageCount: number; isLinked: boolean },
): boolean {
  const [isBack, setIsBack] = useState(false);
  const hasLooked = useRef(false);

  useEarlyEffect(() => {
    if (hasLooked.current || isLinked) return;
    const kept = Number(readKept(storyId));
    if (!Number.isInteger(kept) || kept < 1 || kept >= pageCount) return;
    setIsBack(true);
    turnTo(kept);
  }, [storyId, pageCount, isLinked, turnTo]);

  useEffect(() => {
    if (!hasLooked.current) {
      // The first page is what everybody begins with, not a place.
      hasLooked.current = true;
      return;
    }
    const address = new URL(window.location.href);
    if (pageIndex === 0) address.searchParams.delete('page');
    else address.searchParams.set('page', String(pageIndex + 1));
    if (address.href !== window.location.href) window.history.replaceState(null, '', address);
    keep(storyId, pageIndex > 0 && pageIndex < pageCount - 1 ? String(pageIndex) : null);
  }, [storyId, pageIndex, pageCount]);

  return isBack;
}

/** A browser may forbid its store: then nothing is remembered, and reading goes on. */
function readKept(storyId: string): string | null {
  try {
    return window.localStorage.getItem(keyOf(storyId)) ?? '';
  } catch {
    return null;
  }
}

function keep(storyId: string, page: string | null): void {
  try {
    if (page === null) window.localStorage.removeItem(keyOf(storyId));
    else window.localStorage.setItem(keyOf(storyId), page);
  } catch {
    // Forbidden or full: the place is not worth a word to anybody who reads.
  }
}
