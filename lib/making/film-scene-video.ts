import 'server-only';
import path from 'node:path';
import type { Experimental_VideoModelV4 as VideoModelV4 } from '@ai-sdk/provider';
import { downloadVideo } from '@/lib/ai/download-video';
import { readVideoStatus, type VideoStatus } from '@/lib/ai/film-video';
import { enterProvider } from '@/lib/ai/gate/enter-provider';
import { judgeCall } from '@/lib/ai/gate/judge-call';
import { LONGEST_FILMING_MS } from '@/lib/ai/video-waits';
import { AppError, isAppError, toAppError } from '@/lib/errors';
import { readVideoFacts } from '@/lib/film/video-facts';
import { withWorkDir } from '@/lib/film/work-dir';
import { type BegunCall, failCall, noteCall, settleCall } from '@/lib/ledger/calls';
import { log } from '@/lib/log';
import { findAsset, saveAsset } from '@/lib/storage/assets';
import type { AssetRow } from '@/lib/story/rows';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { attachVideo, recordVideoNews } from './attach-video';
import { findOpenVideoCall } from './open-video-call';
import { buildVideoIntent, planSceneVideo, type SceneVideoPlan } from './plan-scene-video';
import type { BegunVideo, Operation, SceneVideo } from './start-scene-video';
import { cancelAtProvider } from './stop-videos';
import { getStoryInMaking, type StoryKey } from './story-in-making';
import { throwIfCancelled } from './throw-if-cancelled';
import { untilCancelled } from './until-cancelled';

/**
 * One page filmed by a video model, after its beginning (start-scene-video.ts): ask after it, fetch it, or give it up. Each takes
 * seconds; what one step tells the next is small and JSON.
 */

type Key = StoryKey & { jobId: string };

export type PolledVideo =
  | { state: 'pending'; retryAfterSeconds?: number | undefined }
  | { state: 'completed' };

/**
 * Asks after a film. What may pass by itself counts as "not yet": the whole time is the limit.
 * @throws AppError for good: `provider_refused`, `provider_rejected`, `job_cancelled`, `provider_failed` (it failed, or took too long)
 */
export async function pollSceneVideo(
  admin: DatabaseClient,
  key: Key,
  { position, candidateId }: SceneVideo,
  { call, operation, startedAt }: BegunVideo,
  now = Date.now(),
): Promise<PolledVideo> {
  const plan = planSceneVideo(await getStoryInMaking(admin, key), position, candidateId);
  await throwIfCancelled(admin, key);
  const status = await askGently(admin, plan, call, operation).catch(async (error: unknown) => {
    // It does not know the film any more, or us: what it did before nobody can tell.
    if (isAppError(error) && UNANSWERABLE.has(error.code)) await failCall(admin, call, 'lost', error);
    throw error;
  });
  if (status.state === 'completed') return { state: 'completed' };
  if (status.state === 'failed') {
    await failCall(admin, call, 'failed', status.error);
    throw status.error;
  }
  if (now - Date.parse(startedAt) > LONGEST_FILMING_MS) {
    const tooLong = new AppError(
      'provider_failed',
      'The AI service did not finish filming this page in time.',
    );
    await failCall(admin, call, 'lost', tooLong);
    await cancelAtProvider(plan.model, operation);
    throw tooLong;
  }
  if (status.fraction !== undefined) {
    await recordVideoNews(admin, key, plan, { state: 'filming', fraction: status.fraction });
  }
  return { state: 'pending', retryAfterSeconds: status.retryAfterSeconds };
}

const UNANSWERABLE: ReadonlySet<string> = new Set(['provider_rejected', 'provider_refused', 'misconfigured']);
const PASSING: ReadonlySet<string> = new Set([
  'provider_failed',
  'provider_unavailable',
  'provider_rate_limited',
  'provider_bad_output',
]);

async function askGently(
  admin: DatabaseClient,
  plan: SceneVideoPlan,
  call: BegunCall,
  operation: Operation,
): Promise<VideoStatus & { retryAfterSeconds?: number | undefined }> {
  try {
    return await ask(admin, plan, call, (model) => readVideoStatus({ model, operation }));
  } catch (error) {
    if (!isAppError(error) || !PASSING.has(error.code)) throw error;
    log.warn(
      { err: error, callId: call.id, model: plan.model },
      'a film could not be asked after; it will be again',
    );
    return { state: 'pending', retryAfterSeconds: error.retryAfterSeconds };
  }
}

/** A call about a film, through the provider's gate. */
async function ask<Answer>(
  admin: DatabaseClient,
  plan: SceneVideoPlan,
  call: BegunCall,
  question: (model: VideoModelV4) => Promise<Answer>,
): Promise<Answer> {
  const pass = await enterProvider(admin, { provider: plan.candidate.provider.name, callId: call.id });
  try {
    const answer = await question(plan.candidate.create());
    await pass.leave('answered');
    return answer;
  } catch (error) {
    await pass.leave(judgeCall(error), toAppError(error).code);
    throw error;
  }
}

/**
 * Fetches a finished film, looks at every frame of it, keeps it, and pays.
 * @throws AppError `provider_failed` (not there, broken off) and `provider_bad_output` (no film that can be used), `disk_full`
 */
export async function fetchSceneVideo(
  admin: DatabaseClient,
  key: Key,
  { position, candidateId }: SceneVideo,
  { call, operation }: BegunVideo,
): Promise<{ assetId: string }> {
  const plan = planSceneVideo(await getStoryInMaking(admin, key), position, candidateId);
  // It is made, so it is billed, whatever becomes of its bytes.
  const units = { seconds: plan.seconds };
  await noteCall(admin, call, { units });
  const asset =
    (await findAsset(admin, { ...key, kind: 'video', contentHash: plan.contentHash })) ??
    (await untilCancelled(admin, key, (signal) => fetchAndSave(admin, key, plan, call, operation, signal)));
  const { costMicros } = await settleCall(admin, call, {
    units,
    assetId: asset.id,
    providerId: JSON.stringify(operation),
  });
  const { jobId } = key;
  log.info(
    { jobId, step: `video:${position + 1}`, model: plan.model, callId: call.id, costMicros },
    'model called',
  );
  await attachVideo(admin, key, plan, asset);
  return { assetId: asset.id };
}

async function fetchAndSave(
  admin: DatabaseClient,
  key: Key,
  plan: SceneVideoPlan,
  call: BegunCall,
  operation: Operation,
  signal: AbortSignal,
): Promise<AssetRow> {
  const { provider } = plan.candidate;
  return withWorkDir('video', async (workDir) => {
    const file = path.join(workDir, 'video.mp4');
    await ask(admin, plan, call, async (model) => {
      const status = await readVideoStatus({ model, operation, signal });
      if (status.state === 'failed') throw status.error;
      if (status.state === 'pending') {
        throw new AppError('provider_failed', 'The film is not there yet.', { retryAfterSeconds: 5 });
      }
      await downloadVideo(status.video, file, { headersFor: provider.videoJobs?.downloadHeaders, signal });
    });
    const facts = await readVideoFacts(file, { decode: true }).catch((error: unknown) => {
      throw new AppError('provider_bad_output', 'The AI service sent a film that cannot be used.', {
        cause: error,
      });
    });
    if (!facts.format.split(',').includes('mp4')) {
      throw new AppError('provider_bad_output', `The AI service sent ${facts.format} instead of MP4.`);
    }
    return saveAsset(admin, {
      ownerId: key.ownerId,
      storyId: key.storyId,
      sceneId: plan.scene.id,
      kind: 'video',
      contentHash: plan.contentHash,
      mediaType: 'video/mp4',
      content: { path: file },
      width: facts.width,
      height: facts.height,
      durationMs: facts.durationMs,
      details: { model: plan.model, prompt: plan.prompt },
    });
  });
}

/**
 * Gives a page's film up, for the next model to be asked: what is still open of it in the ledger is closed. What a finished film
 * costs was noted; one that was perhaps begun is perhaps billed.
 */
export async function dropSceneVideo(
  admin: DatabaseClient,
  key: Key,
  { position, candidateId }: SceneVideo,
  failure: AppError,
): Promise<void> {
  const story = await getStoryInMaking(admin, key);
  const plan = planSceneVideo(story, position, candidateId);
  const open = await findOpenVideoCall(admin, buildVideoIntent(key, story, plan, plan.candidate.create()));
  if (!open) return;
  await failCall(admin, { id: open.id, price: { row: '' } }, open.isAnswered ? 'failed' : 'lost', failure);
}
