'use client';

import { type TouchEvent, useCallback, useEffect, useRef, useState } from 'react';

/** A swipe is this long, and more sideways than up or down. */
const SWIPE_PX = 48;
/** Where arrow keys already mean something else. */
const OWN_ARROW_KEYS =
  'input, textarea, select, video, audio, [role="tablist"], [role="alertdialog"], [role="dialog"]';

export type PageTurning = {
  pageIndex: number;
  turnTo: (pageIndex: number) => void;
  /** Null on the last page. */
  turnForward: (() => void) | null;
  /** Null on the first page. */
  turnBack: (() => void) | null;
  swipeHandlers: { onTouchStart: (event: TouchEvent) => void; onTouchEnd: (event: TouchEvent) => void };
};

/** Which page lies open, turned by arrow keys, by a swipe or by hand. Arrow keys work while `enabled`. */
export function usePageTurning(pageCount: number, enabled: boolean): PageTurning {
  const [openPage, setOpenPage] = useState(0);
  const pageIndex = Math.min(openPage, Math.max(0, pageCount - 1));
  const touchStart = useRef<{ x: number; y: number }>(undefined);

  const turnBy = useCallback(
    (pages: number) => setOpenPage((page) => Math.min(Math.max(page + pages, 0), pageCount - 1)),
    [pageCount],
  );

  useEffect(() => {
    if (!enabled) return;
    const turnByKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest(OWN_ARROW_KEYS)) return;
      if (event.key === 'ArrowRight') turnBy(1);
      if (event.key === 'ArrowLeft') turnBy(-1);
    };
    window.addEventListener('keydown', turnByKey);
    return () => window.removeEventListener('keydown', turnByKey);
  }, [enabled, turnBy]);

  return {
    pageIndex,
    turnTo: setOpenPage,
    turnForward: pageIndex < pageCount - 1 ? () => turnBy(1) : null,
    turnBack: pageIndex > 0 ? () => turnBy(-1) : null,
    swipeHandlers: {
      onTouchStart: (event) => {
        const touch = event.touches[0];
        touchStart.current =
          touch && event.touches.length === 1 ? { x: touch.clientX, y: touch.clientY } : undefined;
      },
      onTouchEnd: (event) => {
        const start = touchStart.current;
        const touch = event.changedTouches[0];
        if (!start || !touch) return;
        const across = touch.clientX - start.x;
        const down = touch.clientY - start.y;
        if (Math.abs(across) < SWIPE_PX || Math.abs(across) < Math.abs(down) * 1.5) return;
        turnBy(across < 0 ? 1 : -1);
      },
    },
  };
}
