import { type CookieOptionsWithName, combineChunks, stringFromBase64URL } from '@supabase/ssr';
import { z } from 'zod';
import type { CookieJar } from './cookie-jar';

/** Fixed, so that local and hosted Supabase, whose URLs would name it differently, share one cookie. */
const SESSION_COOKIE_NAME = 'storyloom-session';

const ENCODED_PREFIX = 'base64-';

/** Only our own server reads the session, so no script ever may. */
export function buildSessionCookieOptions(secure: boolean): CookieOptionsWithName {
  return { name: SESSION_COOKIE_NAME, path: '/', sameSite: 'lax', httpOnly: true, secure };
}

const storedSessionSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  /** Seconds since 1970. */
  expires_at: z.number(),
});
export type StoredSession = { accessToken: string; refreshToken: string; expiresAtMs: number };

export function hasSessionCookie(jar: CookieJar): boolean {
  return jar.getAll().some(({ name }) => name === SESSION_COOKIE_NAME || name === `${SESSION_COOKIE_NAME}.0`);
}

/**
 * The session as the browser sent it: not verified, not refreshed, and null when it cannot be read (a cookie that was
 * cut, or somebody's own making). The format is that of `@supabase/ssr`: base64url JSON, split over numbered cookies.
 */
export async function readSessionCookie(jar: CookieJar): Promise<StoredSession | null> {
  const cookies = new Map(jar.getAll().map(({ name, value }) => [name, value]));
  const value = await combineChunks(SESSION_COOKIE_NAME, (name) => cookies.get(name) ?? null);
  if (!value) {
    return null;
  }
  const parsed = storedSessionSchema.safeParse(decodeJson(value));
  return parsed.success
    ? {
        accessToken: parsed.data.access_token,
        refreshToken: parsed.data.refresh_token,
        expiresAtMs: parsed.data.expires_at * 1000,
      }
    : null;
}

function decodeJson(value: string): unknown {
  try {
    return JSON.parse(
      value.startsWith(ENCODED_PREFIX) ? stringFromBase64URL(value.slice(ENCODED_PREFIX.length)) : value,
    );
  } catch {
    // Not JSON: the caller treats what cannot be read as no session.
    return null;
  }
}

/** Takes the session, all its pieces and a pending code verifier out of the browser. */
export function clearSessionCookies(jar: CookieJar, secure: boolean): void {
  const { name: sessionName = SESSION_COOKIE_NAME, ...options } = buildSessionCookieOptions(secure);
  const isOurs = (name: string) =>
    name === sessionName || name.startsWith(`${sessionName}.`) || name.startsWith(`${sessionName}-`);
  jar.setAll(
    jar
      .getAll()
      .filter(({ name }) => isOurs(name))
      .map(({ name }) => ({ name, value: '', options: { ...options, maxAge: 0 } })),
  );
}
