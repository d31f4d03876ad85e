import 'server-only';
import { getObjectStore } from '@/lib/storage/object-store';
import { removeInParts } from '@/lib/storage/remove-in-parts';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';

/** After so long the database takes no copy any more (`duplicate_story`): nobody will name these files. */
const LONGEST_COPY_MS = 3_600_000;
const COPIES_AT_ONCE = 100;

/**
 * Files of stories that were being copied when their process died. The note goes last: whoever dies here is followed by the next.
 * @returns how many copies were cleared away
 */
export async function removeUnfinishedCopies(
  admin: DatabaseClient,
  { now = Date.now() }: { now?: number } = {},
): Promise<number> {
  const { data, error } = await admin
    .from('unfinished_copies')
    .select('id, paths')
    .lt('begun_at', new Date(now - LONGEST_COPY_MS).toISOString())
    .limit(COPIES_AT_ONCE);
  if (error) throw databaseError(error);
  const store = await getObjectStore();
  for (const { id, paths } of data) {
    await removeInParts(store, paths);
    const gone = await admin.from('unfinished_copies').delete().eq('id', id);
    if (gone.error) throw databaseError(gone.error);
  }
  return data.length;
}
