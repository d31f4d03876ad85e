import 'server-only';
import { getEnv } from '@/lib/env';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';

const DAY_MS = 24 * 3_600_000;

/** Deletes audit rows that are older than `AUDIT_DAYS`. @returns how many */
export async function forgetDecisions(
  admin: DatabaseClient,
  { now = Date.now(), keptDays = getEnv().auditDays }: { now?: number; keptDays?: number } = {},
): Promise<number> {
  const { count, error } = await admin
    .from('guard_decisions')
    .delete({ count: 'exact' })
    .lt('created_at', new Date(now - keptDays * DAY_MS).toISOString());
  if (error) throw databaseError(error);
  return count ?? 0;
}
