'use client';

import { useEffect, useRef } from 'react';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { Button, buttonVariants } from '@/components/ui/button';

type MoreBooksProps = {
  /** The page that begins where this one ends. */
  href: string;
  isFetching: boolean;
  error: Error | null;
  fetchMore: () => void;
};

/** How far below the window's edge the next books are fetched, so that nobody comes to an end that is none. */
const AHEAD = '1200px';

/** Fetches the next books when one comes near; a link for whoever has no script, and for opening it elsewhere. */
export function MoreBooks({ href, isFetching, error, fetchMore }: MoreBooksProps) {
  const place = useRef<HTMLDivElement>(null);
  const isAutomatic = !isFetching && error === null;
  useEffect(() => {
    const element = place.current;
    if (!element || !isAutomatic) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) fetchMore();
      },
      { rootMargin: AHEAD },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [fetchMore, isAutomatic]);
  return (
    <div ref={place} className="mt-8 grid min-h-12 justify-items-center gap-3">
      {error ? (
        <>
          <Alert variant="destructive">{errorSentence(error)}</Alert>
          <Button variant="outline" onClick={fetchMore}>
            Try again
          </Button>
        </>
      ) : (
        <a
          href={href}
          aria-disabled={isFetching}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
            event.preventDefault();
            if (!isFetching) fetchMore();
          }}
          className={buttonVariants({ variant: 'outline' })}
        >
          {isFetching ? 'Fetching more…' : 'Show more'}
        </a>
      )}
    </div>
  );
}
