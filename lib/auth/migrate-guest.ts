import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { getAdminClient } from '@/lib/supabase/admin';
import { databaseError } from '@/lib/supabase/database-error';
import { retryDeadlock } from '@/lib/supabase/retry-deadlock';

/** Our own SQLSTATE: not a guest, or not an account. */
const NO_GUEST = 'SL409';
const PATIENCE = { tries: 4, pauseMs: 50 };

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
  const { data, error } = await retryDeadlock(
    () => getAdminClient().rpc('migrate_guest', { p_guest: pair.guestId, p_account: pair.accountId }),
    PATIENCE,
  );
  if (error?.code === NO_GUEST) {
    throw new AppError('conflict', 'Only what a guest made can go to an account that is not a guest.', {
      cause: error,
    });
  }
  if (error) throw databaseError(error);
  const moved = movedSchema.parse(data);
  return {
    sessions: moved.chat_sessions ?? 0,
    dossiers: moved.dossiers ?? 0,
    stories: moved.stories ?? 0,
  };
}
