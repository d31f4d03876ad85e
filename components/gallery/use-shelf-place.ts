'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** Kept in the history entry: the first book that is seen, and how far below the top edge of the window it stands. */
type Place = { storyId: string; topPx: number };

const SETTLED_MS = 250;
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
  const isRestored = useRef(false);
  useLayoutEffect(() => {
    if (isRestored.current) return;
    isRestored.current = true;
    const place = (window.history.state as { shelfPlace?: Place } | null)?.shelfPlace;
    if (!place) return;
    const restore = () => {
      const book = list.current?.querySelector(`[data-story="${CSS.escape(place.storyId)}"]`);
      if (book) window.scrollBy({ top: book.getBoundingClientRect().top - place.topPx, behavior: 'instant' });
    };
    restore();
    // Once more when books that were only guessed at have got their height.
    const frame = requestAnimationFrame(restore);
    return () => cancelAnimationFrame(frame);
  }, [list]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = () => {
      // Another page is on its way, and its shape stands where the shelf was (components/layout/page-stage.tsx).
      if (list.current?.offsetParent === null) return;
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
