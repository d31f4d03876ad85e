import 'server-only';
import type { PostgrestError } from '@supabase/supabase-js';
import { z } from 'zod';
import { authError } from '@/lib/auth/auth-error';
import { forgetUser } from '@/lib/auth/forget-user';
import { INSTALLATION_USER_ID } from '@/lib/auth/installation-user';
import { forgetCaller } from '@/lib/http/general-limit';
import { log } from '@/lib/log';
import { stopVideos } from '@/lib/making/stop-videos';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { retryDeadlock } from '@/lib/supabase/retry-deadlock';
import { removeFiles } from './remove-files';

/** Our own SQLSTATE: no erasure has begun. */
const ENDED_ALREADY = 'SL404';
const PATIENCE = { tries: 5, pauseMs: 60 };

/** What erasing needs of the queue. @throws AppError `queue_unavailable` */
export type ErasureQueue = {
  /** Ends the runs of these jobs; nobody is told of it. */
  cancelJobs: (jobIds: readonly string[]) => Promise<void>;
  /** Has the queue forget everything that names one of these ids. */
  forget: (ids: readonly string[]) => Promise<void>;
};

const begunSchema = z.object({
  userIds: z.array(z.uuid()),
  folders: z.array(z.string()),
  jobIds: z.array(z.uuid()),
  cancelledJobIds: z.array(z.uuid()),
});
type Begun = z.infer<typeof begunSchema>;

/**
 * Erases everything of an owner: jobs under way, files, what the queue remembers, every row, the user. Files go before rows,
 * because rows tell where files are. It can die anywhere and be called again, by its owner or by `finish-erasures`: what has
 * begun stands in `household_erasures` until the very end. The user of the installation is nobody's and stays, empty.
 *
 * A call that a provider is working on settles into nothing: its row is gone, and what it cost stays in the day's sum.
 * @throws AppError `storage_failed`, `queue_unavailable`, `database_failed`: then it has to be called again
 */
export async function eraseHousehold(
  admin: DatabaseClient,
  ownerId: string,
  queue: ErasureQueue,
): Promise<void> {
  const keepsUser = ownerId === INSTALLATION_USER_ID;
  const target = { p_owner: ownerId, p_keeps_users: keepsUser };
  const begun = await begin(admin, ownerId);
  for (const jobId of begun.cancelledJobIds) await stopVideos(admin, jobId);
  if (begun.cancelledJobIds.length > 0) await queue.cancelJobs(begun.cancelledJobIds);
  await removeFiles(admin, begun);
  // Before the rows: without them nobody would know which jobs these were.
  await queue.forget([...begun.userIds, ...begun.jobIds]);
  const erased = await call(() => admin.rpc('erase_household_rows', target));
  if (erased === 'ended already') return;
  // Rows that came after the first look, with their folders.
  const last = await begin(admin, ownerId);
  if (keepsUser) await forgetCaller(ownerId);
  else for (const userId of last.userIds) await deleteUser(admin, userId);
  // A step that was under way may have put a file down before it found its story gone.
  await removeFiles(admin, last);
  // What a cron had handed over before the rows were gone.
  await queue.forget([...last.userIds, ...last.jobIds]);
  await call(() => admin.rpc('end_household_erasure', target));
  log.info({ ownerId, jobs: last.jobIds.length, stories: last.folders.length }, 'household erased');
}

async function begin(admin: DatabaseClient, ownerId: string): Promise<Begun> {
  let data: unknown;
  await call(async () => {
    const answer = await admin.rpc('begin_household_erasure', { p_owner: ownerId });
    data = answer.data;
    return answer;
  });
  return begunSchema.parse(data);
}

async function deleteUser(admin: DatabaseClient, userId: string): Promise<void> {
  const { error } = await admin.auth.admin.deleteUser(userId);
  if (error && error.code !== 'user_not_found') throw authError(error);
  await forgetUser(userId);
}

async function call(
  ask: () => PromiseLike<{ error: PostgrestError | null }>,
): Promise<'done' | 'ended already'> {
  const { error } = await retryDeadlock(ask, PATIENCE);
  if (!error) return 'done';
  // Two were at it at once, and the other has come to the end.
  if (error.code === ENDED_ALREADY) return 'ended already';
  throw databaseError(error);
}
