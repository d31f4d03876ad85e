import 'server-only';
import { z } from 'zod';
import { getEnv } from '@/lib/env';
import { isAppError } from '@/lib/errors';
import { isGrownUp } from '@/lib/household/grown-up';
import { readProofCookie } from '@/lib/household/grown-up-token';
import { log } from '@/lib/log';
import type { CookieJar } from '@/lib/supabase/cookie-jar';
import { readSessionCookie } from '@/lib/supabase/session-cookie';
import { authError, isAuthServiceDown } from './auth-error';
import { bringGuest } from './bring-guest';
import type { MovedThings } from './migrate-guest';
import { createAuthClient } from './session';
import { verifyToken } from './verify-token';

/**
 * A link from a mail is a GET that anybody may have sent: what it opens may be somebody else's account, and a guest must
 * not lose everything to it. So the guest waits in a cookie of its own until its person acts on one of our pages.
 */
const COOKIE_NAME = 'storyloom-guest-aside';
const LIFETIME_SECONDS = 3_600;

const asideSchema = z.object({ accessToken: z.string().min(1), refreshToken: z.string().min(1) });

/** Lays the guest whose session this browser holds aside. Call it before another session takes its place. */
export async function layGuestAside(jar: CookieJar): Promise<void> {
  const session = await readSessionCookie(jar);
  if (!session) return;
  const { accessToken, refreshToken } = session;
  const text = JSON.stringify({ accessToken, refreshToken });
  writeCookie(jar, Buffer.from(text).toString('base64url'), LIFETIME_SECONDS);
}

export function hasGuestAside(jar: CookieJar): boolean {
  return jar.getAll().some(({ name }) => name === COOKIE_NAME);
}

/** Forgets the guest; what it made stays where it is. */
export function clearGuestAside(jar: CookieJar): void {
  if (hasGuestAside(jar)) writeCookie(jar, '', 0);
}

/**
 * Gives what the guest made to this account, then forgets the guest. Only for a POST from one of our own pages. A guest with
 * a PIN goes nowhere unless this browser has said it, and keeps nobody from signing in.
 *
 * @returns what was brought; null when no guest waits, its session is over, or its PIN was not said
 * @throws AppError as `migrateGuest`; the guest then goes on waiting
 */
export async function bringGuestAside(jar: CookieJar, accountId: string): Promise<MovedThings | null> {
  const tokens = readCookie(jar);
  const guestId = tokens ? await findGuest(tokens) : null;
  const isBringing = guestId !== null && guestId !== accountId;
  if (
    isBringing &&
    !(await isGrownUp({ userId: guestId, via: 'cookie', grownUpProof: readProofCookie(jar) }))
  ) {
    return null;
  }
  const moved = isBringing ? await bringGuest(guestId, accountId) : null;
  clearGuestAside(jar);
  return moved;
}

type Tokens = z.output<typeof asideSchema>;

/** Null when the session is over for good, or was no guest's. */
async function findGuest({ accessToken, refreshToken }: Tokens): Promise<string | null> {
  try {
    const { userId, isGuest } = await verifyToken(accessToken);
    return isGuest ? userId : null;
  } catch (error) {
    if (!isAppError(error) || error.code !== 'unauthenticated') throw error;
    log.debug({ err: error }, 'the token of a guest laid aside has run out');
  }
  const { data, error } = await createAuthClient().auth.refreshSession({ refresh_token: refreshToken });
  if (error && isAuthServiceDown(error)) throw authError(error);
  return data.user?.is_anonymous ? data.user.id : null;
}

function readCookie(jar: CookieJar): Tokens | null {
  const value = jar.getAll().find(({ name }) => name === COOKIE_NAME)?.value;
  if (!value) return null;
  try {
    return asideSchema.parse(JSON.parse(Buffer.from(value, 'base64url').toString()));
  } catch (error) {
    // A cookie that was cut, or of somebody's own making, holds no guest.
    log.debug({ err: error }, 'the cookie of a guest laid aside cannot be read');
    return null;
  }
}

function writeCookie(jar: CookieJar, value: string, maxAge: number): void {
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'strict' as const,
    secure: getEnv().secureCookies,
    maxAge,
  };
  jar.setAll([{ name: COOKIE_NAME, value, options }]);
}
