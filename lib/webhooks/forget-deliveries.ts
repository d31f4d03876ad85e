import 'server-only';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';

/** Long enough to find out next month what went wrong this month. */
const KEPT_DAYS = 30;
const DAY_MS = 24 * 3_600_000;

/** Deletes what was told, or given up, long ago; what is still to be told stays. @returns how many */
export async function forgetDeliveries(admin: DatabaseClient, now = Date.now()): Promise<number> {
  const { count, error } = await admin
    .from('webhook_deliveries')
    .delete({ count: 'exact' })
    .neq('state', 'pending')
    .lt('created_at', new Date(now - KEPT_DAYS * DAY_MS).toISOString());
  if (error) throw databaseError(error);
  return count ?? 0;
}
