import 'server-only';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';

/** Longer than any film is waited for. A call that does end later than this is settled all the same. */
const LONGEST_CALL_MS = 6 * 3_600_000;

/**
 * A call whose process died is found by the next try of its step. Where there is no next try (a conversation, a job that was
 * cancelled) nobody comes back to it: it becomes `lost` here. What it counts stays the same.
 * @returns how many
 */
export async function closeLostCalls(admin: DatabaseClient, now = Date.now()): Promise<number> {
  const { count, error } = await admin
    .from('model_calls')
    .update({ status: 'lost', finished_at: new Date(now).toISOString() }, { count: 'exact' })
    .eq('status', 'reserved')
    .lt('created_at', new Date(now - LONGEST_CALL_MS).toISOString());
  if (error) throw databaseError(error);
  return count ?? 0;
}
