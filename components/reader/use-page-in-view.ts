'use client';

import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps what is read on the screen. A page turned from the foot of a long one begins at its top, and while the voice reads,
 * the page follows it. Who scrolls away from the spoken word is left alone.
 *
 * @param spokenWord index of the word being spoken, -1 for none
 * @returns for the element that holds the page
 */
export function usePageInView(pageIndex: number, spokenWord: number): RefObject<HTMLDivElement | null> {
  const page = useRef<HTMLDivElement>(null);
  const shownIndex = useRef(pageIndex);
  const followedWord = useRef<Element>(null);

  useEffect(() => {
    if (shownIndex.current === pageIndex) return;
    shownIndex.current = pageIndex;
    if (page.current && page.current.getBoundingClientRect().top < 0) {
      page.current.scrollIntoView({ block: 'start' });
    }
  }, [pageIndex]);

  useEffect(() => {
    const word = spokenWord < 0 ? null : (page.current?.querySelector('[data-spoken]') ?? null);
    const wordBefore = followedWord.current;
    followedWord.current = word;
    if (wordBefore?.isConnected && !isOnScreen(wordBefore)) return;
    word?.scrollIntoView({ block: 'nearest' });
  }, [spokenWord]);

  return page;
}

function isOnScreen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}
