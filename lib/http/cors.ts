import { getEnv } from '../env.ts';

/** What a page of another site may read of our answers, beside what every page may. */
const EXPOSED_HEADERS = [
  'Content-Disposition',
  'Content-Range',
  'ETag',
  'Link',
  'Location',
  'Preference-Applied',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'X-Request-Id',
].join(', ');

const PREFLIGHT_SECONDS = 600;

/** Whether `CORS_ORIGINS` lets pages of this origin call us. */
export function isOriginAllowed(origin: string, allowed: readonly string[] = getEnv().corsOrigins): boolean {
  return allowed.includes('*') || allowed.includes(origin);
}

/**
 * The CORS headers of an answer (https://fetch.spec.whatwg.org/#http-cors-protocol). Never with credentials: a page of
 * another site brings a token or a key, and cookies stay with ours.
 *
 * @param origin the request's Origin header
 */
export function buildCorsHeaders(
  origin: string | null,
  allowed: readonly string[] = getEnv().corsOrigins,
): Record<string, string> {
  if (allowed.length === 0) return {};
  if (allowed.includes('*')) {
    return { 'access-control-allow-origin': '*', 'access-control-expose-headers': EXPOSED_HEADERS };
  }
  // A cache must not give one site's answer to another, nor the answer without the header to either.
  const vary = { vary: 'Origin' };
  return origin && isOriginAllowed(origin, allowed)
    ? { 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED_HEADERS, ...vary }
    : vary;
}

/** The answer to a preflight; to an origin that is not allowed it says nothing, and the browser refuses by itself. */
export function buildPreflightHeaders(
  request: { origin: string | null; wantedHeaders: string | null },
  allowed: readonly string[] = getEnv().corsOrigins,
): Record<string, string> {
  const headers = buildCorsHeaders(request.origin, allowed);
  if (!headers['access-control-allow-origin']) return headers;
  return {
    ...headers,
    'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
    // Named one by one: `*` would not cover Authorization.
    'access-control-allow-headers': cleanHeaderNames(request.wantedHeaders),
    'access-control-max-age': String(PREFLIGHT_SECONDS),
    vary: 'Origin, Access-Control-Request-Headers',
  };
}

const USUAL_HEADERS =
  'Authorization, Content-Type, Idempotency-Key, If-None-Match, Last-Event-ID, Prefer, Range';

function cleanHeaderNames(wanted: string | null): string {
  const names = (wanted ?? '').split(',').map((name) => name.trim());
  const valid = names.filter((name) => /^[\w!#$%&'*+.^`|~-]{1,100}$/.test(name));
  return valid.length > 0 ? valid.join(', ') : USUAL_HEADERS;
}
