import 'server-only';
import type { Caller } from '@/lib/auth/caller';
import { AppError, isAppError } from '@/lib/errors';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { isGrownUp } from './grown-up';
import { isHidden, reviewSchema } from './household-views';

/** As whom a story is read: row level security shows its owner nothing of one that waits; a grown-up reads as the service. */
export type Access = 'owner' | 'grown-up';

export type ReadingCaller = Pick<Caller, 'client' | 'userId' | 'via' | 'grownUpProof'>;

/**
 * Reads one story as its owner, and where that is refused because it waits for a grown-up, as the service, for a caller who
 * has proven to be one. `read` says `approval_required` only of a story that the caller's own client has found, and reads
 * by the same id again.
 * @throws AppError `approval_required` for everybody else, and what `read` throws
 */
export async function readAsGrownUp<Found>(
  caller: ReadingCaller,
  read: (client: DatabaseClient, access: Access) => Promise<Found>,
): Promise<Found> {
  try {
    return await read(caller.client, 'owner');
  } catch (error) {
    if (!isAppError(error) || error.code !== 'approval_required' || !(await isGrownUp(caller))) throw error;
    return read(getAdminClient(), 'grown-up');
  }
}

/** @throws AppError `approval_required` when nothing of this story may be shown to this reader */
export function checkReview(review: string, access: Access): void {
  if (access === 'owner' && isHidden(reviewSchema.parse(review))) {
    throw new AppError('approval_required', 'A grown-up of the household looks at this story first.');
  }
}
