import { type NextRequest, NextResponse } from 'next/server';
import { renewSession } from '@/lib/auth/renew-session';
import { getEnv } from '@/lib/env';
import { isAppError } from '@/lib/errors';
import { countAddress } from '@/lib/http/general-limit';
import { buildContentSecurityPolicy, buildSecurityHeaders } from '@/lib/http/security-headers';
import { log } from '@/lib/log';
import { isSharePath, SHARE_HEADERS } from '@/lib/share/share-headers';
import { type CookieJar, createCookieJar } from '@/lib/supabase/cookie-jar';
import { withVisitorAgent } from '@/lib/supabase/visitor-agent';

/**
 * Before a page is rendered: renews a browser session that is about to end, because pages cannot set cookies, and puts
 * the security headers on. The API does both itself (lib/http/define-route.ts) and is left out: a proxy would hold
 * every request body in memory.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const isShared = isSharePath(request.nextUrl.pathname);
  const refusal = isShared ? refuseTooMany(request) : null;
  if (refusal) return refusal;
  const jar = createCookieJar(request.headers.get('cookie'));
  await withVisitorAgent(request.headers, () => renew(jar));

  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const { storage } = getEnv();
  const policy = buildContentSecurityPolicy({
    nonce,
    isDevelopment: process.env.NODE_ENV === 'development',
    mediaOrigin: storage.kind === 's3' ? storage.cdnOrigin : undefined,
  });
  const headers = new Headers(request.headers);
  // Next reads the nonce out of the policy and puts it on its own scripts.
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  if (jar.hasChanges()) {
    headers.set('cookie', jar.toCookieHeader());
  }

  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  for (const [name, value] of buildSecurityHeaders({ isHttps: getEnv().secureCookies })) {
    response.headers.set(name, value);
  }
  if (isShared) {
    for (const [name, value] of Object.entries(SHARE_HEADERS)) response.headers.set(name, value);
  }
  jar.applyTo(response.headers);
  return response;
}

/** Pages that strangers open are counted like calls of the API, which counts its own. */
function refuseTooMany(request: NextRequest): NextResponse | null {
  const headers: Record<string, string> = { ...SHARE_HEADERS, 'content-type': 'text/plain; charset=utf-8' };
  try {
    countAddress(request, headers);
    return null;
  } catch (error) {
    if (!isAppError(error) || error.code !== 'rate_limited') throw error;
    headers['retry-after'] = String(error.retryAfterSeconds ?? 60);
    return new NextResponse(error.message, { status: 429, headers });
  }
}

/** A page without its session is better than no page: who cannot be asked about is a visitor for the moment. */
async function renew(jar: CookieJar): Promise<void> {
  try {
    await renewSession(jar);
  } catch (error) {
    log.warn({ err: error }, 'session could not be renewed');
  }
}

/** Everything but the API, what Next has built, and what lies in `public/` for anybody: none of it is a page. */
export const config = {
  matcher: [
    '/((?!api/|_next/|auth/confirm|health$|health/ready$|favicon\\.ico|icon\\.svg|apple-icon|icons/|examples/|manifest\\.webmanifest|robots\\.txt|sw\\.js).*)',
  ],
};
