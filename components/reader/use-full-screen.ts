'use client';

import { useEffect, useState } from 'react';

type FullScreen = { isFull: boolean; toggle: () => void; leave: () => void };

/**
 * The book over everything else. The document itself goes to full screen, not the book: what is shown over the page (a
 * word's meaning, the settings) lies in the document and would be left behind. Where a browser has no full screen, as on
 * an iPhone, the book still covers the whole page.
 */
export function useFullScreen(): FullScreen {
  const [isFull, setIsFull] = useState(false);

  useEffect(() => {
    if (!isFull) return;
    const root = document.documentElement;
    const overflow = root.style.overflow;
    root.style.overflow = 'hidden';
    const followBrowser = () => {
      if (!document.fullscreenElement) setIsFull(false);
    };
    const leaveByKey = (event: KeyboardEvent) => {
      // Something that lies over the book closes first.
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('[role="dialog"]'))
        return;
      setIsFull(false);
    };
    document.addEventListener('fullscreenchange', followBrowser);
    window.addEventListener('keydown', leaveByKey);
    return () => {
      root.style.overflow = overflow;
      document.removeEventListener('fullscreenchange', followBrowser);
      window.removeEventListener('keydown', leaveByKey);
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, [isFull]);

  const enter = () => {
    setIsFull(true);
    // Refused (an iPhone, a frame, a policy): the book covers the page all the same.
    document.documentElement.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => undefined);
  };
  return { isFull, toggle: isFull ? () => setIsFull(false) : enter, leave: () => setIsFull(false) };
}
