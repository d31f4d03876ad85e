import 'server-only';
import { getEnv } from '@/lib/env';
import type { CookieJar } from '@/lib/supabase/cookie-jar';
import { createCookieClient } from '@/lib/supabase/server';
import { clearSessionCookies, hasSessionCookie, readSessionCookie } from '@/lib/supabase/session-cookie';
import { authError, isAuthServiceDown } from './auth-error';

/** A session this close to its end is renewed before it is used, so that it does not end in the middle of the work. */
const RENEW_BEFORE_END_MS = 60_000;

/** Renews the cookie session in the jar when it is about to end. @returns its access token, null without a session. */
export async function renewSession(jar: CookieJar): Promise<string | null> {
  if (!hasSessionCookie(jar)) {
    return null;
  }
  const session = await readSessionCookie(jar);
  if (!session) {
    // Cut off or made up: it will never be readable again, so the browser may forget it.
    clearSessionCookies(jar, getEnv().secureCookies);
    return null;
  }
  if (session.expiresAtMs - Date.now() > RENEW_BEFORE_END_MS) {
    return session.accessToken;
  }
  const { data, error } = await createCookieClient(jar).auth.getSession();
  if (error && isAuthServiceDown(error)) {
    throw authError(error);
  }
  return data.session?.access_token ?? null;
}
