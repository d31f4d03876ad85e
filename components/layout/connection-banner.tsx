'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { WifiOff } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { createConnectionWatch } from '@/lib/client/connection-watch';
import { isAppError } from '@/lib/errors';

const ANSWERS_WITHIN_MS = 5_000;

/**
 * Says that Storyloom cannot be reached, while it cannot: what is open can still be read. Leaves by itself, and what could
 * not be fetched meanwhile is asked for again.
 */
export function ConnectionBanner() {
  const queryClient = useQueryClient();
  const [watch] = useState(() =>
    createConnectionWatch({
      reach: reachStoryloom,
      isOffline: () => !navigator.onLine,
      onReturn: () => void askAgain(queryClient),
    }),
  );
  const connection = useSyncExternalStore(watch.subscribe, watch.getConnection, () => 'there');

  useEffect(() => {
    const ask = () => void watch.ask();
    const stop = watchRequests(queryClient, ask);
    window.addEventListener('offline', ask);
    window.addEventListener('online', ask);
    if (!navigator.onLine) ask();
    // Shows a page of ours instead of the browser's own when another is opened without a connection.
    if (process.env.NODE_ENV === 'production' && 'serviceWorker' in navigator) {
      navigator.serviceWorker.register('/sw.js').catch(() => {
        // Some browsers forbid it, e.g. in private windows: then their own page is shown.
      });
    }
    return () => {
      stop();
      window.removeEventListener('offline', ask);
      window.removeEventListener('online', ask);
    };
  }, [queryClient, watch]);

  return (
    <div role="status" className="sticky top-0 z-40">
      {connection === 'lost' ? (
        <div className="border-b bg-warning-soft text-warning">
          <p className="mx-auto flex max-w-6xl flex-wrap items-center justify-center gap-x-3 px-4 py-1 text-center text-sm sm:px-6">
            <WifiOff aria-hidden className="size-4 shrink-0" />
            <span>
              <strong>No connection.</strong> What is open can still be read.
            </span>
            <Button
              variant="ghost"
              size="sm"
              className="px-2 text-warning underline underline-offset-4"
              onClick={() => void watch.ask()}
            >
              Try now
            </Button>
          </p>
        </div>
      ) : null}
    </div>
  );
}

/** Any answer will do, also a refusal. */
async function reachStoryloom(): Promise<void> {
  await fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) });
}

async function askAgain(queryClient: QueryClient): Promise<void> {
  await queryClient.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
}

/** Suspects when a request gets no answer at all; fetch throws a TypeError then. */
function watchRequests(queryClient: QueryClient, onSuspect: () => void): () => void {
  const look = (error: unknown) => {
    if (isAppError(error) && error.cause instanceof TypeError) onSuspect();
  };
  const stops = [
    queryClient.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated') return;
      if (event.action.type === 'failed' || event.action.type === 'error') look(event.action.error);
    }),
    queryClient.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') look(event.action.error);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
