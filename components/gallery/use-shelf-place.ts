'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** Kept in the history entry: the first book that is seen, and how far below the top edge of the window it stands. */
type Place = { storyId: string; topPx: number };

const SETTLED_MS = 250;
const RESTORING_FRAMES = 30;
/** Whoever does one of these goes their own way. */
const TAKES_OVER = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
/** What the page's header hides. */
const HEADER_PX = 72;
/** Above this nobody has begun to scroll. */
const BEGINNING_PX = 160;

/**
 * Keeps the place on a long shelf: whoever goes into a book and comes back, or loads the page again, finds what they were
 * looking at where it was. The address names the page of the list it stands on, so that it can be sent to somebody.
 *
 * @param hrefAt the address of the shelf from a cursor on
 */
export function useShelfPlace(
  list: RefObject<HTMLElement | null>,
  hrefAt: (cursor: string | null) => string,
): void {
  const isRestoring = useRef(false);
  useLayoutEffect(() => {
    const place = (window.history.state as { shelfPlace?: Place | null } | null)?.shelfPlace;
    if (!place) return;
    isRestoring.current = true;
    let frame = 0;
    let frames = 0;
    const stop = () => {
      cancelAnimationFrame(frame);
      isRestoring.current = false;
      for (const type of TAKES_OVER) window.removeEventListener(type, stop);
    };
    // Again and again for a moment: the browser has a place of its own in mind, of a page that was shorter, and books that were
    // only guessed at get their height when they are seen.
    const restore = () => {
      const book = list.current?.querySelector(`[data-story="${CSS.escape(place.storyId)}"]`);
      const off = book ? book.getBoundingClientRect().top - place.topPx : 0;
      if (Math.abs(off) > 1) window.scrollBy({ top: off, behavior: 'instant' });
      frames += 1;
      if (frames > RESTORING_FRAMES) stop();
      else frame = requestAnimationFrame(restore);
    };
    for (const type of TAKES_OVER) window.addEventListener(type, stop, { passive: true });
    restore();
    return stop;
  }, [list]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = () => {
      // Another page is on its way, and its shape stands where the shelf was (components/layout/page-stage.tsx).
      if (isRestoring.current || list.current?.offsetParent === null) return;
      const isAtBeginning = window.scrollY < BEGINNING_PX;
      const book = isAtBeginning ? null : findFirstSeen(list.current);
      const shelfPlace = book && {
        storyId: book.dataset.story ?? '',
        topPx: book.getBoundingClientRect().top,
      };
      // With Next's own state in it, Next leaves the entry alone: the place is nothing to render for.
      window.history.replaceState(
        { ...window.history.state, shelfPlace },
        '',
        hrefAt(book?.dataset.cursor || null),
      );
    };
    const settle = () => {
      clearTimeout(timer);
      timer = setTimeout(remember, SETTLED_MS);
    };
    window.addEventListener('scroll', settle, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', settle);
    };
  }, [list, hrefAt]);
}

function findFirstSeen(list: HTMLElement | null): HTMLElement | null {
  for (const book of list?.querySelectorAll<HTMLElement>('[data-story]') ?? []) {
    if (book.getBoundingClientRect().bottom > HEADER_PX) return book;
  }
  return null;
}
