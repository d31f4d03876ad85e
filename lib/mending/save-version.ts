import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { WaitingJob } from '@/lib/story/waiting-job';
import { getAdminClient } from '@/lib/supabase/admin';
import type { Json } from '@/lib/supabase/database.types';
import { databaseError } from '@/lib/supabase/database-error';
import type { MendAnswer } from './mend-views';

const savedSchema = z.object({
  version: z.int(),
  jobId: z.uuid().nullable(),
  jobCreatedAt: z.string().nullish(),
});

export type NewVersion = {
  ownerId: string;
  storyId: string;
  /** The version the change was made from. */
  version: number;
  requestId: string;
  requestHash: string;
  record: Json;
  /** `NextState` */
  next: Json;
  /** Null: nothing has to be made. */
  jobId: string | null;
};

/**
 * Writes a change as the story's next version, with its job, in one transaction (`save_story_version`).
 * @returns the answer, and the job for the queue: a new one, or the one at work that this change has joined
 * @throws AppError `conflict` (SQLSTATE SL412 where the version has moved on), `not_found`, `idempotency_key_reused`
 */
export async function saveVersion(
  change: NewVersion,
): Promise<{ answer: MendAnswer; job: WaitingJob | null }> {
  const { ownerId, storyId } = change;
  const { data, error } = await getAdminClient().rpc('save_story_version', {
    p_owner_id: ownerId,
    p_story_id: storyId,
    p_version: change.version,
    p_request_id: change.requestId,
    p_request_hash: change.requestHash,
    p_change: change.record,
    p_state: change.next,
    ...(change.jobId && { p_job_id: change.jobId }),
  });
  if (error) throw databaseError(error);
  return toSaved(data, { ownerId, storyId });
}

/** A mend without a change: what an earlier one left unmade. A mend at work is the one. @throws AppError as above */
export async function beginMendAgain(
  key: { ownerId: string; storyId: string },
  jobId: string,
): Promise<{ answer: MendAnswer; job: WaitingJob | null }> {
  const { data, error } = await getAdminClient().rpc('begin_mend_again', {
    p_owner_id: key.ownerId,
    p_story_id: key.storyId,
    p_job_id: jobId,
  });
  if (error) throw databaseError(error);
  return toSaved(data, key);
}

function toSaved(
  data: Json,
  { ownerId, storyId }: { ownerId: string; storyId: string },
): { answer: MendAnswer; job: WaitingJob | null } {
  const { version, jobId, jobCreatedAt } = savedSchema.parse(data);
  const answer = { story_id: storyId, version, job_id: jobId };
  const job =
    jobId && jobCreatedAt
      ? { jobId, ownerId, createdAt: jobCreatedAt, kind: 'mend' as const, storyId }
      : null;
  return { answer, job };
}

/** What a request was answered that came before under the same key. @throws AppError `idempotency_key_reused` */
export async function findEarlierAnswer(
  storyId: string,
  { requestId, requestHash }: { requestId: string; requestHash: string },
): Promise<MendAnswer | null> {
  const { data, error } = await getAdminClient()
    .from('story_versions')
    .select('number, job_id, request_hash')
    .eq('story_id', storyId)
    .eq('request_id', requestId)
    .maybeSingle();
  if (error) throw databaseError(error);
  if (!data) return null;
  if (data.request_hash !== requestHash) {
    throw new AppError('idempotency_key_reused', 'This Idempotency-Key was used for another request.');
  }
  return { story_id: storyId, version: data.number, job_id: data.job_id };
}
