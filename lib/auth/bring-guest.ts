import 'server-only';
import { isAppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { type MovedThings, migrateGuest } from './migrate-guest';

/**
 * `migrateGuest` for somebody who signs in: a guest who has become an account in another tab keeps what it has, and that
 * must not keep anybody from signing in.
 */
export async function bringGuest(guestId: string, accountId: string): Promise<MovedThings | null> {
  try {
    return await migrateGuest({ guestId, accountId });
  } catch (error) {
    if (!isAppError(error) || error.code !== 'conflict') throw error;
    log.warn({ guestId, accountId }, 'this guest is an account by now and keeps what it made');
    return null;
  }
}
