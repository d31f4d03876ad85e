'use client';

import { type FocusEvent, type KeyboardEvent, useRef } from 'react';

type WordWalk = {
  /** For the element that holds the page's words. */
  tabIndex: 0;
  onFocus: (event: FocusEvent<HTMLElement>) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
};

/**
 * Hearing single words without a mouse: who came to the words with the keyboard goes from word to word with the arrows,
 * and hears each. A press with the mouse also brings the focus here; then arrows still turn pages.
 */
export function useWordWalk(hear: ((wordIndex: number) => void) | null): WordWalk | undefined {
  const isByKey = useRef(false);
  const wordIndex = useRef(-1);
  if (!hear) return undefined;
  return {
    tabIndex: 0,
    onFocus: (event) => {
      if (event.target !== event.currentTarget) return;
      isByKey.current = event.currentTarget.matches(':focus-visible');
      wordIndex.current = -1;
    },
    onKeyDown: (event) => {
      if (event.target !== event.currentTarget || !isByKey.current) return;
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const step = findStep(event);
      if (step === null) return;
      const count = event.currentTarget.querySelectorAll('[data-word]').length;
      wordIndex.current = Math.min(Math.max(wordIndex.current + step, 0), count - 1);
      event.preventDefault();
      event.stopPropagation();
      hear(wordIndex.current);
    },
  };
}

function findStep(event: KeyboardEvent<HTMLElement>): number | null {
  const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') return event.key === forward ? 1 : -1;
  // The same word once more.
  return event.key === 'Enter' ? 0 : null;
}
