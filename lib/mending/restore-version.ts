import 'server-only';
import type { ReadingCaller } from '@/lib/household/read-as-grown-up';
import { identifyRequest } from '@/lib/story/request-identity';
import type { WaitingJob } from '@/lib/story/waiting-job';
import { getAdminClient } from '@/lib/supabase/admin';
import { databaseError } from '@/lib/supabase/database-error';
import { readVersion } from './list-versions';
import { mendStory } from './mend-story';
import type { MendAnswer } from './mend-views';
import { wantedOf } from './plan-change';
import { readStoryToMend, type StoryToMend } from './read-story-to-mend';
import { beginMendAgain } from './save-version';

/**
 * Makes a story again what it was: a new version that is equal to an older one, with everything that was made for that one. The
 * present version comes back whole: what a mend that failed or was cancelled left unmade is made.
 * @throws AppError as `mendStory`; `not_found` for a version that is not kept
 */
export async function restoreVersion(
  caller: ReadingCaller,
  request: {
    storyId: string;
    number: number;
    /** The version that whoever asks has seen; without it the last word counts. */
    from?: number | undefined;
    idempotencyKey: string | null;
    send: (job: WaitingJob) => Promise<void>;
  },
): Promise<MendAnswer> {
  const { storyId, number, from, idempotencyKey, send } = request;
  const story = await readStoryToMend(caller, storyId);
  if (number === story.state.version) return mendAgain(caller, story, { idempotencyKey, send });
  return mendStory(caller, {
    storyId,
    change: async () => {
      const [state, assetIds] = await Promise.all([readVersion(storyId, number), listAssetIds(storyId)]);
      return { kind: 'restore', number, state, assetIds };
    },
    asked: { restore: number },
    ...(from !== undefined && { from: { version: from } }),
    idempotencyKey,
    send,
  });
}

async function mendAgain(
  caller: ReadingCaller,
  { id: storyId, brief, state }: StoryToMend,
  { idempotencyKey, send }: { idempotencyKey: string | null; send: (job: WaitingJob) => Promise<void> },
): Promise<MendAnswer> {
  const wanted = wantedOf(brief);
  const isWhole =
    !(wanted.film && state.filmAssetId === null) &&
    !(wanted.narration && state.audioAssetId === null) &&
    state.scenes.every(
      (page) =>
        page.due.length === 0 &&
        !(wanted.pictures && page.pictureAssetId === null) &&
        !(wanted.narration && page.narrationAssetId === null) &&
        !(wanted.clips && page.clipAssetId === null),
    );
  if (isWhole) return { story_id: storyId, version: state.version, job_id: null };
  const key = idempotencyKey && `mend ${storyId} ${idempotencyKey}`;
  const { jobId } = identifyRequest(caller.userId, key);
  const { answer, job } = await beginMendAgain({ ownerId: caller.userId, storyId }, jobId);
  if (job) await send(job);
  return answer;
}

async function listAssetIds(storyId: string): Promise<Set<string>> {
  const ids = new Set<string>();
  const admin = getAdminClient();
  for (let from = 0; ; from += 1_000) {
    const { data, error } = await admin
      .from('assets')
      .select('id')
      .eq('story_id', storyId)
      .order('id')
      .range(from, from + 999);
    if (error) throw databaseError(error);
    for (const { id } of data) ids.add(id);
    if (data.length < 1_000) return ids;
  }
}
