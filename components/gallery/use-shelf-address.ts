'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { buildShelfHref, parseShelfAddress, type ShelfAddress } from './shelf-address';

export type ChangeShelf = (change: Partial<ShelfAddress>, options?: { isTyping?: boolean }) => void;

/**
 * How the shelf is looked at, out of the page's address. A change makes a new address, so that the browser's back button takes
 * it back; what is typed letter by letter makes one for all of it.
 */
export function useShelfAddress(): { address: ShelfAddress; change: ChangeShelf } {
  const search = useSearchParams().toString();
  const address = useMemo(() => parseShelfAddress(new URLSearchParams(search)), [search]);
  const change = useCallback<ChangeShelf>((changes, { isTyping = false } = {}) => {
    // Not from the `address` that is shown: it may be one choice behind.
    const latest = parseShelfAddress(new URLSearchParams(window.location.search));
    const href = buildShelfHref({ ...latest, cursor: null, ...changes });
    if (isTyping && latest.q !== '') window.history.replaceState(null, '', href);
    else window.history.pushState(null, '', href);
  }, []);
  return { address, change };
}
