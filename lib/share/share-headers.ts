/**
 * On every answer under `/s/`: search engines leave it alone, and the address, which is the permission, is told to no other
 * site. Kept by nobody without asking again, so that a withdrawn link ends.
 */
export const SHARE_HEADERS: Readonly<Record<string, string>> = {
  'x-robots-tag': 'noindex, nofollow, noarchive, noimageindex',
  'referrer-policy': 'no-referrer',
};

/** Asked about each time; an ETag makes that cheap. */
export const SHARE_CACHE_CONTROL = 'private, no-cache, no-transform';

const SHARED = /^\/s\/[^/]+/;

/** Whether this path is of a shared story. */
export function isSharePath(pathname: string): boolean {
  return SHARED.test(pathname);
}

/** The path without the link's id, for logs and figures: whoever reads those shall not be able to open it. */
export function hideShareId(pathname: string): string {
  return pathname.replace(SHARED, '/s/:share');
}
