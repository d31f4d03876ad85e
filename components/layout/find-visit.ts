type Press = Pick<MouseEvent, 'button' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'target'>;

/**
 * The path of the other page of ours that a press on a link leads to in this tab; null for everything else: another
 * window, a download, another place or another view of the same page.
 */
export function findVisit(press: Press, here: Pick<Location, 'origin' | 'pathname' | 'href'>): string | null {
  if (press.button !== 0 || press.metaKey || press.ctrlKey || press.shiftKey || press.altKey) return null;
  const link = isElement(press.target) ? press.target.closest('a[href]') : null;
  if (!link || link.hasAttribute('download')) return null;
  const target = link.getAttribute('target');
  if (target && target !== '_self') return null;
  const address = new URL(link.getAttribute('href') ?? '', here.href);
  return address.origin === here.origin && address.pathname !== here.pathname ? address.pathname : null;
}

function isElement(target: EventTarget | null): target is Element {
  return target !== null && 'closest' in target;
}
