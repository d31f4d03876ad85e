'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { createKeptTextStore } from './kept-text-store';

const store = createKeptTextStore(() => window.sessionStorage);

export type KeptText = {
  text: string;
  write: (text: string) => void;
  /** Forgets what was written, and shows `initial` again: for when it was sent. */
  clear: () => void;
  /** Whether something was written that was not sent yet. */
  isKept: boolean;
};

/**
 * What is typed in a box, kept in this tab until it was sent: a reload, another page or an expired session loses nothing.
 * The first view is the server's (`initial`); what was kept stands there before the browser paints the living page.
 * @param key names the box, with the id of what is edited: `sequel.<story id>`. Boxes of one key show one text.
 */
export function useKeptText(key: string, initial = ''): KeptText {
  const kept = useSyncExternalStore(
    useCallback((onChange: () => void) => store.subscribe(key, onChange), [key]),
    () => store.read(key),
    () => null,
  );
  const write = useCallback(
    // Back at what it was: nothing is left to keep.
    (text: string) => store.keep(key, text === initial ? null : text),
    [key, initial],
  );
  const clear = useCallback(() => store.keep(key, null), [key]);
  return { text: kept ?? initial, write, clear, isKept: kept !== null };
}
