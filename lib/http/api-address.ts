import type { IncomingHttpHeaders } from 'node:http';

/** Addresses that a document writes without `/api`, and that no page of ours has. */
const ALWAYS_API = [
  /^\/users(\/[^/]+(\/stories)?)?$/,
  /^\/auth\/(login|refresh|logout)$/,
  /^\/stories\/[^/]+\/status$/,
  /^\/sessions(\/[^/]+(\/messages)?)?$/,
  /^\/dossier(\/[^/]+)?$/,
  /^\/conversation\/[^/]+\/(history|transcripts)$/,
];
/** Read by nobody, so what is posted there is the API's and every GET the page's. */
const POSTED = [/^\/chat$/];
/** Addresses that a page of ours has as well: a GET from a browser is the page's. */
const SHARED = [/^\/stories(\/[^/]+)?$/];

/**
 * The address under which Next finds a request's route: the documents of Stories We Tell, of
 * StoryMimi and of the Flutter client write `/chat`, `/stories/` and `/auth/login` without `/api`, and some a slash at the end. What is a page
 * of ours, and what is the API's already, stays as it is. A redirect would not do: clients drop the body or the token.
 *
 * @param target path and query
 */
export function toApiAddress(method: string, target: string, headers: IncomingHttpHeaders): string {
  const query = target.indexOf('?');
  const path = query < 0 ? target : target.slice(0, query);
  const rest = query < 0 ? '' : target.slice(query);
  const bare = path.length > 1 ? path.replace(/\/+$/, '') : path;
  if (bare.startsWith('/api/')) return bare + rest;
  if (ALWAYS_API.some((pattern) => pattern.test(bare))) return `/api${bare}${rest}`;
  if (method === 'POST' && POSTED.some((pattern) => pattern.test(bare)) && wantsApi(method, headers))
    return `/api${bare}${rest}`;
  if (SHARED.some((pattern) => pattern.test(bare)) && wantsApi(method, headers)) return `/api${bare}${rest}`;
  // Where both the page and the check of a load balancer are one address.
  return bare === '/health' ? bare + rest : target;
}

/** Whether a program asks, and not somebody who looks at a page or Next's own navigation between pages. */
function wantsApi(method: string, headers: IncomingHttpHeaders): boolean {
  if (headers.rsc !== undefined || headers['next-action'] !== undefined) return false;
  if (method !== 'GET' && method !== 'HEAD') return true;
  const accept = headers.accept ?? '*/*';
  if (accept.includes('application/json') || headers.authorization !== undefined) return true;
  // Our session lives in a cookie: whoever brings one and no token came from a browser.
  if (headers.cookie !== undefined) return false;
  return !accept.includes('text/html') && headers['sec-fetch-site'] !== 'same-origin';
}
