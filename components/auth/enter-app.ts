import { tellAccountChanged } from '@/lib/client/account-query';

/**
 * Goes to a page with a fresh document. Somebody else is looking from now on, so neither the query cache nor the router's
 * cached pages of the one before may survive; a new document is the only way to be sure.
 */
export function enterApp(path: '/stories'): void {
  tellAccountChanged();
  window.location.assign(path);
}

/** The same for somebody who has signed out. */
export function leaveApp(): void {
  tellAccountChanged('signed-out');
  window.location.assign('/');
}
