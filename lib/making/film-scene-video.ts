import 'server-only';
import path from 'node:path';
import type { Experimental_VideoModelV4 as VideoModelV4 } from '@ai-sdk/provider';
import { z } from 'zod';
import { callProvider } from '@/lib/ai/call-provider';
import { getCallTimeoutMs } from '@/lib/ai/call-timeouts';
import { downloadVideo } from '@/lib/ai/download-video';
import { readVideoStatus, startVideo, type VideoStatus } from '@/lib/ai/film-video';
import { fitFirstFrame } from '@/lib/ai/first-frame';
import { enterProvider } from '@/lib/ai/gate/enter-provider';
import { judgeCall } from '@/lib/ai/gate/judge-call';
import { LONGEST_FILMING_MS } from '@/lib/ai/video-waits';
import { AppError, isAppError, toAppError } from '@/lib/errors';
import { readVideoFacts } from '@/lib/film/video-facts';
import { withWorkDir } from '@/lib/film/work-dir';
import {
  type BegunCall,
  begunCall,
  failCall,
  noteCall,
  reserveCall,
  settleCall,
  settleFoundCall,
} from '@/lib/ledger/calls';
import { log } from '@/lib/log';
import { findAsset, saveAsset } from '@/lib/storage/assets';
import { readAsset } from '@/lib/storage/read-asset';
import type { AssetRow } from '@/lib/story/rows';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { attachVideo, recordVideoNews } from './attach-video';
import { findOpenVideoCall, isSurelyNotStarted } from './open-video-call';
import { buildVideoIntent, planSceneVideo, type SceneVideoPlan } from './plan-scene-video';
import { cancelAtProvider } from './stop-videos';
import { getJob, getStoryInMaking, type StoryKey } from './story-in-making';
import { untilCancelled } from './until-cancelled';

/**
 * One page filmed by a video model, in steps that each take seconds: begin, ask after it, fetch. What one step tells the next
 * is small and JSON. A film costs as much as a whole book of pictures, so it is never begun twice: the provider's name for it
 * is in the ledger the moment it is known, and where that moment was missed the provider is asked.
 */

export type SceneVideo = { position: number; candidateId: string };
type Key = StoryKey & { jobId: string };

/** A film that is being made. */
export type BegunVideo = {
  call: BegunCall;
  operation: Operation;
  /** ISO 8601; the whole time is counted from here, also by a process that came later. */
  startedAt: string;
};
export type StartedVideo = { assetId: string } | BegunVideo;

const operationSchema = z.json();
type Operation = z.infer<typeof operationSchema>;

/** When to look again at a call that another process is making. */
const UNDER_WAY_SECONDS = 10;

/**
 * Begins a page's film, or finds the one that was begun or made before.
 * @throws AppError `provider_refused`, `provider_rejected`, `spend_cap_reached`, `job_cancelled` and what else is for good;
 *   `provider_unavailable`, `provider_rate_limited`, `provider_failed` for later
 */
export async function startSceneVideo(
  admin: DatabaseClient,
  key: Key,
  { position, candidateId }: SceneVideo,
): Promise<StartedVideo> {
  const story = await getStoryInMaking(admin, key);
  const plan = planSceneVideo(story, position, candidateId);
  const model = plan.candidate.create();
  const intent = buildVideoIntent(key, story, plan, model);

  const made = await findAsset(admin, { ...key, kind: 'video', contentHash: plan.contentHash });
  if (made) {
    await settleFoundCall(admin, intent);
    await attachVideo(admin, key, plan, made);
    return { assetId: made.id };
  }
  await throwIfCancelled(admin, key);
  const open = await findOpenVideoCall(admin, intent);
  if (open?.isUnderWay) {
    throw new AppError('provider_failed', 'This page is being given to the AI service.', {
      retryAfterSeconds: UNDER_WAY_SECONDS,
    });
  }
  if (open && open.providerId === null) await recoverName(admin, plan, model, open);
  const call = begunCall(await reserveCall(admin, intent));
  const startedAt = (open?.id === call.id ? open.createdAt : new Date()).toISOString();
  const operation =
    call.providerId === undefined
      ? await begin(admin, key, plan, model, call)
      : operationSchema.parse(JSON.parse(call.providerId));
  await stopIfCancelled(admin, key, plan, call, operation);
  await recordVideoNews(admin, key, plan, { state: 'started' });
  return { call, operation, startedAt };
}

/**
 * An intent without the provider's name: the process died, or the connection broke, in the one moment in which the film may
 * have been begun. The provider is asked. One that knows of none is asked to begin; one that cannot be asked is not.
 */
async function recoverName(
  admin: DatabaseClient,
  plan: SceneVideoPlan,
  model: VideoModelV4,
  open: { id: string; createdAt: Date },
): Promise<void> {
  const call = { id: open.id, price: { row: '' } };
  const { findStarted } = plan.candidate.provider.videoJobs ?? {};
  if (!findStarted) {
    const failure = new AppError(
      'provider_rejected',
      `It is not known whether ${plan.model} has begun to film this page, and it is not asked twice.`,
    );
    await failCall(admin, call, 'lost', failure);
    throw failure;
  }
  const operation = await callProvider(
    undefined,
    (signal) => findStarted({ modelId: model.modelId, prompt: plan.prompt, since: open.createdAt, signal }),
    getCallTimeoutMs('video'),
  );
  if (operation === null) {
    await failCall(admin, call, 'failed', new AppError('provider_failed', 'The film was never begun.'));
    return;
  }
  log.info({ callId: open.id, model: plan.model }, 'a film that was begun before a crash was found again');
  await noteCall(admin, call, { providerId: JSON.stringify(operation) });
}

async function begin(
  admin: DatabaseClient,
  key: Key,
  plan: SceneVideoPlan,
  model: VideoModelV4,
  call: BegunCall,
): Promise<Operation> {
  const firstFrame = await readFirstFrame(plan).catch(async (error: unknown) => {
    await failCall(admin, call, 'failed', error);
    throw error;
  });
  const pass = await enterProvider(admin, { provider: plan.candidate.provider.name, callId: call.id }).catch(
    async (error: unknown) => {
      await failCall(admin, call, 'failed', error);
      throw error;
    },
  );
  try {
    const operation = operationSchema.parse(
      await startVideo({ model, prompt: plan.prompt, firstFrame, seconds: plan.seconds, size: plan.size }),
    );
    await noteCall(admin, call, { providerId: JSON.stringify(operation) });
    await pass.leave('answered');
    log.info(
      { jobId: key.jobId, callId: call.id, model: plan.model, seconds: plan.seconds },
      'a page is being filmed',
    );
    return operation;
  } catch (error) {
    await pass.leave(judgeCall(error), toAppError(error).code);
    // An open row without a name is what the next try asks the provider about.
    if (isSurelyNotStarted(error)) await failCall(admin, call, 'failed', error);
    throw error;
  }
}

async function readFirstFrame({ picture, size }: SceneVideoPlan): Promise<Uint8Array> {
  return fitFirstFrame(await readAsset(picture.path), size);
}

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
  await settleCall(admin, call, { units, assetId: asset.id, providerId: JSON.stringify(operation) });
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
 * Gives a page's film up, for the next model to be asked: what is still open of it in the ledger is closed. A film that could
 * not be fetched was noted as billed; one whose beginning nobody knows of may have been.
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
  await failCall(
    admin,
    { id: open.id, price: { row: '' } },
    open.providerId === null ? 'lost' : 'failed',
    failure,
  );
}

async function throwIfCancelled(admin: DatabaseClient, key: Key): Promise<void> {
  const job = await getJob(admin, key);
  if (job.status === 'cancelled') throw new AppError('job_cancelled', 'The job was cancelled.');
}

/** Cancelled between the intent and the name: whoever stopped the others could not know of this one. */
async function stopIfCancelled(
  admin: DatabaseClient,
  key: Key,
  plan: SceneVideoPlan,
  call: BegunCall,
  operation: Operation,
): Promise<void> {
  try {
    await throwIfCancelled(admin, key);
  } catch (error) {
    if (!isAppError(error) || (error.code !== 'job_cancelled' && error.code !== 'not_found')) throw error;
    await failCall(admin, call, 'lost', error);
    await cancelAtProvider(plan.model, operation);
    throw error;
  }
}
