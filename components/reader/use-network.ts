'use client';

import { useSyncExternalStore } from 'react';

/** The part of the Network Information API that is asked; only Chromium has it. */
type Connection = EventTarget & { saveData?: boolean; effectiveType?: string };
const getConnection = () =>
  typeof navigator === 'undefined' ? undefined : (navigator as { connection?: Connection }).connection;

/** Under about 70 kbit/s, where even small pictures take many seconds. */
const SLOW: ReadonlySet<string | undefined> = new Set(['slow-2g', '2g']);

/** Whether the browser knows that there is no network. It may run on this very machine: then it still reaches us. */
export function useIsOffline(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      window.addEventListener('online', onChange);
      window.addEventListener('offline', onChange);
      return () => {
        window.removeEventListener('online', onChange);
        window.removeEventListener('offline', onChange);
      };
    },
    () => !navigator.onLine,
    () => false,
  );
}

/**
 * Whether bytes should be spared: somebody asked their browser to, or the connection is very slow.
 * @param savesData as the request's `Save-Data` header said it, for the first view
 */
export function useSparesBytes(savesData: boolean): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const connection = getConnection();
      connection?.addEventListener('change', onChange);
      return () => connection?.removeEventListener('change', onChange);
    },
    () => {
      const connection = getConnection();
      return connection ? connection.saveData === true || SLOW.has(connection.effectiveType) : savesData;
    },
    () => savesData,
  );
}
