import 'server-only';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';

/** Whoever is at it gives a sign at each stage; removing many files may take a while. */
const SILENT_SECONDS = 300;

/** The owners whose erasure has begun and nobody is at any more: its process died. */
export async function listBrokenErasures(
  admin: DatabaseClient,
  silentSeconds = SILENT_SECONDS,
): Promise<string[]> {
  const { data, error } = await admin.rpc('list_broken_erasures', { p_silent_seconds: silentSeconds });
  if (error) throw databaseError(error);
  return data;
}
