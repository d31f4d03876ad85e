import { createHash } from 'node:crypto';
import { matchesEtag } from './etag.ts';

/**
 * JSON that a client may keep and ask about: a strong ETag of its very bytes, and 304 without a body when the client has
 * them already (RFC 9110, section 13.1.2). `no-cache` means: keep it, but ask each time.
 */
export function createJsonResponse(
  request: Request,
  value: unknown,
  init: { headers?: HeadersInit } = {},
): Response {
  const body = JSON.stringify(value);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = new Headers(init.headers);
  headers.set('etag', etag);
  headers.set('cache-control', 'private, no-cache');
  headers.append('vary', 'Cookie, Authorization');
  if (matchesEtag(request, etag)) return new Response(null, { status: 304, headers });
  headers.set('content-type', 'application/json');
  return new Response(request.method === 'HEAD' ? null : body, { status: 200, headers });
}
