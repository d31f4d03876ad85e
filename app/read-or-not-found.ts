import 'server-only';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { getPageCaller } from '@/lib/auth/caller';
import { isAppError } from '@/lib/errors';
import { type Access, readAsGrownUp } from '@/lib/household/read-as-grown-up';
import type { DatabaseClient } from '@/lib/supabase/database-client';

const idSchema = z.uuid();

/**
 * Reads something by the id in a page's address as the one who is looking. A malformed id, an unknown one, somebody
 * else's and a visitor without a session all see the same not-found page.
 * @throws AppError `approval_required` for a story that waits for a grown-up, unless one is looking
 */
export async function readOrNotFound<View>(
  id: string,
  read: (client: DatabaseClient, id: string, access?: Access) => Promise<View>,
): Promise<View> {
  const caller = await getPageCaller();
  if (!caller || !idSchema.safeParse(id).success) notFound();
  try {
    return await readAsGrownUp(caller, (client, access) => read(client, id, access));
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') notFound();
    throw error;
  }
}
