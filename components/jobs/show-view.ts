import type { MouseEvent } from 'react';

/**
 * Shows another view of the list at once: its address changes, and the page asks for what that says. The link itself would ask
 * the server for the whole page, and whoever types meanwhile would be overtaken by it. A press that asks for another tab keeps it.
 */
export function showView(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  window.history.pushState(null, '', event.currentTarget.href);
}
