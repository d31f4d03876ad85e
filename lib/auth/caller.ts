import 'server-only';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { isAppError } from '@/lib/errors';
import { createBearerClient } from '@/lib/supabase/bearer';
import { type CookieJar, createCookieJar } from '@/lib/supabase/cookie-jar';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { readSessionCookie } from '@/lib/supabase/session-cookie';
import { renewSession } from './renew-session';
import { verifyToken } from './verify-token';

/** Who is asking. `client` acts as them, under row level security; `accessToken` is theirs too and never leaves the server. */
export type Caller = {
  userId: string;
  isGuest: boolean;
  email: string | undefined;
  via: 'cookie' | 'bearer';
  accessToken: string;
  client: DatabaseClient;
};

/**
 * Who sent this request: by bearer token, or by the browser's session cookie, which is renewed when needed (the new
 * cookies are in the jar). Null when the request brings neither, or only a cookie whose session is over.
 *
 * @throws AppError `unauthenticated` for a bearer token that is not good, `database_failed` when nobody could be asked.
 */
export async function getCaller(
  request: Request,
  jar: CookieJar = createCookieJar(request.headers.get('cookie')),
): Promise<Caller | null> {
  const bearer = /^bearer\s+(\S+)\s*$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (bearer) {
    return identify(bearer, 'bearer');
  }
  const accessToken = await renewSession(jar);
  return accessToken ? identifyCookie(accessToken) : null;
}

/** Who is looking at this page, once per request. The proxy has renewed the session before the page is rendered. */
export const getPageCaller = cache(async (): Promise<Caller | null> => {
  const jar = createCookieJar((await cookies()).toString());
  const session = await readSessionCookie(jar);
  return session ? identifyCookie(session.accessToken) : null;
});

export async function identify(accessToken: string, via: Caller['via']): Promise<Caller> {
  const user = await verifyToken(accessToken);
  return { ...user, via, accessToken, client: createBearerClient(accessToken) };
}

/** A cookie whose session is over is a visitor like any other, not an error. */
async function identifyCookie(accessToken: string): Promise<Caller | null> {
  try {
    return await identify(accessToken, 'cookie');
  } catch (error) {
    if (isAppError(error) && error.code === 'unauthenticated') {
      return null;
    }
    throw error;
  }
}
