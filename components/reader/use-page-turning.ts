'use client';

import { type TouchEvent, useCallback, useEffect, useRef, useState } from 'react';

/** A swipe is this long, and more sideways than up or down. */
const SWIPE_PX = 48;
/** Where keys already mean something else. */
const OWN_KEYS =
  'input, textarea, select, video, audio, [role="tablist"], [role="slider"], [role="menu"], [role="alertdialog"], [role="dialog"], [contenteditable], [data-own-keys]';
/** What the space bar presses. */
const PRESSED_BY_SPACE = 'a, button, summary, [role="button"]';

/** Which page lies open, and which one was turned away from. */
export type OpenPage = { index: number; from: number | null; turns: number };

export type PageTurning = {
  pageIndex: number;
  /** The page before, and a number that grows with each turn. */
  turned: OpenPage;
  turnTo: (pageIndex: number) => void;
  /** Null on the last page. */
  turnForward: (() => void) | null;
  /** Null on the first page. */
  turnBack: (() => void) | null;
  swipeHandlers: { onTouchStart: (event: TouchEvent) => void; onTouchEnd: (event: TouchEvent) => void };
};

type PageTurningOptions = {
  pageCount: number;
  /** Counted from 0. */
  initialPage: number;
  /** Whether keys are heard. */
  isOpen: boolean;
  /** A book that is read from right to left lies open the other way round. */
  isRtl: boolean;
  /** One page at a time: the space bar turns at the page's foot, and in full screen so do the keys of a presenter. */
  isPaged: boolean;
  isFull: boolean;
};

/** Which page lies open, turned by keys, by a swipe or by hand. */
export function usePageTurning(options: PageTurningOptions): PageTurning {
  const { pageCount, isOpen, isRtl, isPaged, isFull } = options;
  const [open, setOpen] = useState<OpenPage>({ index: options.initialPage, from: null, turns: 0 });
  const last = Math.max(0, pageCount - 1);
  const pageIndex = Math.min(open.index, last);
  const touchStart = useRef<{ x: number; y: number }>(undefined);

  const turn = useCallback(
    (find: (index: number) => number) =>
      setOpen((before) => {
        const index = Math.min(Math.max(find(Math.min(before.index, last)), 0), last);
        return index === before.index ? before : { index, from: before.index, turns: before.turns + 1 };
      }),
    [last],
  );
  const turnTo = useCallback((index: number) => turn(() => index), [turn]);

  useEffect(() => {
    if (!isOpen) return;
    const turnByKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(OWN_KEYS)) return;
      const isSpace = event.key === ' ';
      if (event.shiftKey && !isSpace) return;
      if (isSpace && (!isPaged || target?.closest(PRESSED_BY_SPACE))) return;
      const pages = findTurn(event, { isRtl, isPaged, isFull });
      if (pages === null) return;
      event.preventDefault();
      turn((index) => index + pages);
    };
    window.addEventListener('keydown', turnByKey);
    return () => window.removeEventListener('keydown', turnByKey);
  }, [isOpen, isRtl, isPaged, isFull, turn]);

  return {
    pageIndex,
    turned: open,
    turnTo,
    turnForward: pageIndex < last ? () => turn((index) => index + 1) : null,
    turnBack: pageIndex > 0 ? () => turn((index) => index - 1) : null,
    swipeHandlers: {
      onTouchStart: (event) => {
        const touch = event.touches[0];
        touchStart.current =
          touch && event.touches.length === 1 ? { x: touch.clientX, y: touch.clientY } : undefined;
      },
      onTouchEnd: (event) => {
        const start = touchStart.current;
        const touch = event.changedTouches[0];
        touchStart.current = undefined;
        if (!isPaged || !start || !touch) return;
        const across = touch.clientX - start.x;
        const down = touch.clientY - start.y;
        if (Math.abs(across) < SWIPE_PX || Math.abs(across) < Math.abs(down) * 1.5) return;
        turn((index) => index + (across < 0 === isRtl ? -1 : 1));
      },
    },
  };
}

/** How many pages a key turns; null where it means nothing here, or where the page has more to show below. */
function findTurn(
  event: KeyboardEvent,
  { isRtl, isPaged, isFull }: { isRtl: boolean; isPaged: boolean; isFull: boolean },
): number | null {
  switch (event.key) {
    case 'ArrowRight':
      return isRtl ? -1 : 1;
    case 'ArrowLeft':
      return isRtl ? 1 : -1;
    case 'Home':
      return Number.NEGATIVE_INFINITY;
    case 'End':
      return Number.POSITIVE_INFINITY;
    // What the button of a presenter sends.
    case 'PageDown':
      return isFull && isPaged ? 1 : null;
    case 'PageUp':
      return isFull && isPaged ? -1 : null;
    case ' ':
      if (event.shiftKey) return isAtEdge('top') ? -1 : null;
      return isAtEdge('foot') ? 1 : null;
    default:
      return null;
  }
}

const EDGE_PX = 8;

/** Whether the open page has nothing more to show in this direction: else the space bar scrolls, as everywhere. */
function isAtEdge(edge: 'top' | 'foot'): boolean {
  const page = document.querySelector('[data-book-page]')?.getBoundingClientRect();
  if (!page) return true;
  if (edge === 'top') return page.top >= -EDGE_PX;
  const controls = document.querySelector('[data-book-controls]')?.getBoundingClientRect();
  return page.bottom <= Math.min(window.innerHeight, controls?.top ?? window.innerHeight) + EDGE_PX;
}
