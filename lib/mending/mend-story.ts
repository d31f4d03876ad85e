import 'server-only';
import { AppError, isAppError } from '@/lib/errors';
import type { ReadingCaller } from '@/lib/household/read-as-grown-up';
import { log } from '@/lib/log';
import { hashContent } from '@/lib/story/content-hash';
import { measureStory } from '@/lib/story/reading/measure-story';
import { identifyRequest } from '@/lib/story/request-identity';
import type { WaitingJob } from '@/lib/story/waiting-job';
import { getAdminClient } from '@/lib/supabase/admin';
import type { Json } from '@/lib/supabase/database.types';
import { guardChange } from './guard-change';
import type { MendAnswer, MendConflict } from './mend-views';
import { type Change, type NextState, planChange } from './plan-change';
import { readStoryToMend, type StoryToMend } from './read-story-to-mend';
import { findEarlierAnswer, saveVersion } from './save-version';
import type { PageState, StoryState } from './story-state';

export type MendRequest = {
  storyId: string;
  /** The change, once the story is known; it says itself what does not fit the story. */
  change: (story: StoryToMend) => Change | Promise<Change>;
  /** What the request holds, so that one that comes again is known. */
  asked: unknown;
  /** What the editor began from. */
  from?: { sceneId?: string | undefined; revision?: number | undefined; version?: number | undefined };
  idempotencyKey: string | null;
  send: (job: WaitingJob) => Promise<void>;
};

/** Somebody else's change between our reading and our writing is read, and ours made on top of it; not for ever. */
const MOST_TRIES = 4;

/**
 * Changes a finished story: the words are guarded, the change is a new version, and what depends on it is left to a job. The
 * rows come first and the event after them, as with `startStoryJob`.
 * @throws AppError `conflict` with `current` where the editor began from something older; `guardrail_violation`, `not_found`,
 *   `approval_required`, `idempotency_key_reused`, `invalid_request`
 */
export async function mendStory(caller: ReadingCaller, request: MendRequest): Promise<MendAnswer> {
  const { storyId, idempotencyKey, asked } = request;
  const { jobId } = identifyRequest(caller.userId, idempotencyKey && `mend ${storyId} ${idempotencyKey}`);
  const identity = { requestId: jobId, requestHash: hashContent({ asked, from: request.from ?? null }) };
  for (let attempt = 1; ; attempt += 1) {
    const story = await readStoryToMend(caller, storyId);
    // A request that comes again began from what it has changed itself.
    const earlier = idempotencyKey ? await findEarlierAnswer(storyId, identity) : null;
    if (earlier) return earlier;
    checkStart(story.state, request.from);
    const change = await request.change(story);
    const listening = { client: getAdminClient(), ownerId: caller.userId, storyId, brief: story.brief };
    const guarded = await guardChange(change, story.state, listening);
    const planned = planChange(story.state, story.brief, guarded);
    if (!planned) return { story_id: storyId, version: story.state.version, job_id: null };
    const { scenes } = planned.next;
    const reading =
      planned.changesWords && scenes
        ? await measureStory({ scenes, characters: story.characters }, story.brief)
        : undefined;
    const next = { ...planned.next, ...(reading && { reading }) };
    try {
      const saved = await saveVersion({
        ...identity,
        ownerId: caller.userId,
        storyId,
        version: story.state.version,
        record: planned.record as Json,
        next: toColumn(next),
        jobId: planned.needsJob ? jobId : null,
      });
      if (saved.job) await request.send(saved.job);
      const { kind, page } = planned.record;
      log.info(
        { storyId, ownerId: caller.userId, version: saved.answer.version, kind, page },
        'story changed',
      );
      return saved.answer;
    } catch (error) {
      if (!isChangedMeanwhile(error) || attempt >= MOST_TRIES) throw error;
    }
  }
}

/** @throws AppError `conflict` with how it is now */
function checkStart(state: StoryState, from: MendRequest['from']): void {
  if (!from) return;
  const { sceneId, revision, version } = from;
  const page = sceneId === undefined ? undefined : state.scenes.find(({ id }) => id === sceneId);
  if (sceneId !== undefined && !page) {
    if (revision === undefined) throw new AppError('not_found', 'There is no such page.');
    throw conflict('This page was taken out of the story in the meantime.', state, null);
  }
  if (page && revision !== undefined && page.revision !== revision) {
    throw conflict('This page was changed in the meantime. Nothing of yours is lost.', state, page);
  }
  if (version !== undefined && version !== state.version) {
    throw conflict('This story was changed in the meantime. Nothing of yours is lost.', state, page ?? null);
  }
}

function conflict(message: string, state: StoryState, page: PageState | null): AppError {
  const current: MendConflict = {
    version: state.version,
    title: state.title,
    scene_ids: state.scenes.map(({ id }) => id),
    scene: page && { id: page.id, revision: page.revision, title: page.title, text: page.text },
  };
  return new AppError('conflict', message, { current });
}

/** Of `save_story_version`: another change was first. */
function isChangedMeanwhile(error: unknown): boolean {
  return isAppError(error) && error.code === 'conflict' && sqlState(error.cause) === 'SL412';
}

function sqlState(cause: unknown): unknown {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
}

function toColumn(next: NextState): Json {
  return JSON.parse(JSON.stringify(next)) as Json;
}
