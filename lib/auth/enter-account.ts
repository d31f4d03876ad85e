import 'server-only';
import type { Session } from '@supabase/supabase-js';
import { isAppError } from '@/lib/errors';
import { log } from '@/lib/log';
import type { CookieJar } from '@/lib/supabase/cookie-jar';
import type { Caller } from './caller';
import { type MovedThings, migrateGuest } from './migrate-guest';
import { saveSession } from './session';

/**
 * Makes a proven session the browser's, and brings along what it made as a guest. The move comes before the cookie: broken
 * off in between, the browser is still the guest, and signing in again finishes it.
 *
 * @returns what was brought, null when the browser was no guest
 */
export async function enterAccount(
  session: Session,
  visitor: Caller | null,
  jar: CookieJar,
): Promise<MovedThings | null> {
  const isOther = visitor?.isGuest && visitor.userId !== session.user.id && !session.user.is_anonymous;
  const moved = isOther ? await bring(visitor.userId, session.user.id) : null;
  await saveSession(jar, session);
  return moved;
}

/** A guest who has become an account in another tab keeps what it has; that must not keep anybody from signing in. */
async function bring(guestId: string, accountId: string): Promise<MovedThings | null> {
  try {
    return await migrateGuest({ guestId, accountId });
  } catch (error) {
    if (!isAppError(error) || error.code !== 'conflict') throw error;
    log.warn({ guestId, accountId }, 'this guest is an account by now and keeps what it made');
    return null;
  }
}
