import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { getAdminClient } from '@/lib/supabase/admin';
import { databaseError } from '@/lib/supabase/database-error';

/** SQLSTATEs: two transactions waited for each other / our own "not a guest, or not an account". */
const DEADLOCK = '40P01';
const NO_GUEST = 'SL409';
const TRIES = 4;
const PAUSE_MS = 50;

/** How many rows of each table went from this guest to this account, all calls together. */
const movedSchema = z.record(z.string(), z.int());
export type MovedThings = { sessions: number; dossiers: number; stories: number };

/**
 * Gives everything of a guest to an account: all or nothing, and once, however often it is called. Call it only when the
 * tokens of both were seen. A job or an answer under way goes on under the account.
 *
 * @throws AppError `conflict` when the guest is no guest (any more) or the account is one, `database_failed`
 */
export async function migrateGuest(pair: { guestId: string; accountId: string }): Promise<MovedThings> {
  for (let tries = 1; ; tries += 1) {
    const { data, error } = await getAdminClient().rpc('migrate_guest', {
      p_guest: pair.guestId,
      p_account: pair.accountId,
    });
    if (!error) {
      const moved = movedSchema.parse(data);
      return {
        sessions: moved.chat_sessions ?? 0,
        dossiers: moved.dossiers ?? 0,
        stories: moved.stories ?? 0,
      };
    }
    if (error.code === NO_GUEST) {
      throw new AppError('conflict', 'Only what a guest made can go to an account that is not a guest.', {
        cause: error,
      });
    }
    // The database has ended one of the two; nothing was moved, and the other is done in a moment.
    if (error.code !== DEADLOCK || tries === TRIES) throw databaseError(error);
    await sleep(PAUSE_MS * tries);
  }
}
