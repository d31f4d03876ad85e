'use client';

import dynamic from 'next/dynamic';
import { useSyncExternalStore } from 'react';
import { createToastStore, type ShownToast } from './toast-store';

export type { ToastMessage } from './toast-store';

const NONE: readonly ShownToast[] = [];
const getNone = () => NONE;
/** One for the tab; nothing is ever shown while the server renders. */
const store = createToastStore();
const actions = { showToast: store.showToast, dismissToast: store.dismissToast };

// Most visits never see one: what draws them is fetched with the first.
const ToastShelf = dynamic(() => import('./toast-shelf').then((module) => module.ToastShelf), { ssr: false });

/**
 * Short messages at the foot of the page that leave by themselves: `showToast({ title, action?, durationMs?, onLeave? })`
 * answers an id for `dismissToast(id)`. Read out politely; F8 brings the focus to them. Only for what may be missed: what
 * went wrong and has to be mended stands in the page.
 */
export function useToast(): typeof actions {
  return actions;
}

/** Where they are shown; once, in the layout. */
export function Toaster() {
  const shown = useSyncExternalStore(store.subscribe, store.getShown, getNone);
  const isUsed = useSyncExternalStore(store.subscribe, wasUsed, () => false);
  return isUsed ? <ToastShelf shown={shown} store={store} /> : null;
}

let hasShown = false;
/** Stays where it is after the last one left, so that the next need not wait for it. */
function wasUsed(): boolean {
  hasShown ||= store.getShown().length > 0;
  return hasShown;
}
