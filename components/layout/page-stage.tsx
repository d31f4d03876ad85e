'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useState } from 'react';
import { findVisit } from './find-visit';

/** A page that comes sooner is not announced. */
const SHOWN_AFTER_MS = 180;
/** Whoever is still here then has gone elsewhere, or has lost the connection, which is said above. */
const GIVEN_UP_AFTER_MS = 15_000;

/**
 * While another page is on its way, its shape stands where it will be. A `loading.tsx` would do the same, but it also makes
 * the server send the head before it knows whether a story exists: one that does not would answer 200 instead of 404, and
 * every first visit would begin with grey boxes. Lists and panels, which always exist, have one.
 */
export function PageStage({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  const [coming, setComing] = useState<{ from: string; to: string } | null>(null);
  const [shapes, setShapes] = useState<{ find: (address: string) => ReactNode } | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const announce = (event: MouseEvent) => {
      const to = findVisit(event, window.location);
      if (to === null) return;
      const from = window.location.pathname;
      // Fetched with the first press: there before they are shown. Without a connection nothing is, which is said above.
      import('@/components/skeletons/find-page-skeleton').then(
        ({ findPageSkeleton }) => setShapes({ find: findPageSkeleton }),
        () => undefined,
      );
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (window.location.pathname !== from) return;
        setComing({ from, to });
        timer = setTimeout(() => setComing(null), GIVEN_UP_AFTER_MS);
      }, SHOWN_AFTER_MS);
    };
    // A page that comes back out of the browser's own cache is complete.
    const forget = () => {
      clearTimeout(timer);
      setComing(null);
    };
    document.addEventListener('click', announce);
    window.addEventListener('pageshow', forget);
    window.addEventListener('popstate', forget);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('click', announce);
      window.removeEventListener('pageshow', forget);
      window.removeEventListener('popstate', forget);
    };
  }, []);

  // Where it has come, or the address is another by now, the page itself is shown.
  const skeleton = coming?.from === pathname ? (shapes?.find(coming.to) ?? null) : null;
  return (
    <>
      {skeleton}
      <div className="contents" hidden={skeleton !== null}>
        {children}
      </div>
    </>
  );
}
