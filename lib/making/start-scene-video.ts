import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Experimental_VideoModelV4 as VideoModelV4 } from '@ai-sdk/provider';
import { z } from 'zod';
import { callProvider } from '@/lib/ai/call-provider';
import { getCallTimeoutMs } from '@/lib/ai/call-timeouts';
import { startVideo } from '@/lib/ai/film-video';
import { fitFirstFrame } from '@/lib/ai/first-frame';
import { enterProvider } from '@/lib/ai/gate/enter-provider';
import { judgeCall } from '@/lib/ai/gate/judge-call';
import { moderateDepiction } from '@/lib/ai/moderate-story';
import { AppError, isAppError, toAppError } from '@/lib/errors';
import {
  type BegunCall,
  begunCall,
  type CallIntent,
  failCall,
  noteCall,
  reserveCall,
  settleFoundCall,
} from '@/lib/ledger/calls';
import { log } from '@/lib/log';
import { guardDepiction } from '@/lib/safety/guard-depiction';
import { findAsset } from '@/lib/storage/assets';
import { readAsset } from '@/lib/storage/read-asset';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { attachVideo, recordVideoNews } from './attach-video';
import { countHolders, findOpenVideoCall, isSurelyNotStarted, type OpenVideoCall } from './open-video-call';
import { buildVideoIntent, planSceneVideo, type SceneVideoPlan } from './plan-scene-video';
import { cancelAtProvider } from './stop-videos';
import { getStoryInMaking, type StoryKey } from './story-in-making';
import { throwIfCancelled } from './throw-if-cancelled';

/**
 * The beginning of a page's film. A film costs as much as a whole book of pictures, so it is never begun twice: the provider's
 * name for it is in the ledger the moment it is known, and where that moment was missed the provider is asked.
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
/** There already; or being made; or being begun by another process at this very moment: look again. */
export type StartedVideo = { assetId: string } | BegunVideo | { isUnderWay: true };

const operationSchema = z.json();
export type Operation = z.infer<typeof operationSchema>;

/** What one page's film by one model is about. */
type Filming = { key: Key; plan: SceneVideoPlan; model: VideoModelV4; intent: CallIntent };

/**
 * Begins a page's film, or finds the one that was begun or made before.
 * @throws AppError `guardrail_violation` (nothing is sent), `provider_refused`, `provider_rejected`, `spend_cap_reached`, `job_cancelled` and what else is for good;
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
  const filming: Filming = { key, plan, model, intent: buildVideoIntent(key, story, plan, model) };

  const made = await findAsset(admin, { ...key, kind: 'video', contentHash: plan.contentHash });
  if (made) {
    await settleFoundCall(admin, filming.intent);
    await attachVideo(admin, key, plan, made);
    return { assetId: made.id };
  }
  guardDepiction(plan.prompt, 'video', story.brief);
  await moderateDepiction(plan.prompt, 'video', story.brief, { payer: key });
  await throwIfCancelled(admin, key);
  const open = await findOpenVideoCall(admin, filming.intent);
  const begun = open?.providerId ? await goOn(admin, filming, open) : await beginAlone(admin, filming);
  if (!begun) return { isUnderWay: true };
  await stopIfCancelled(admin, filming, begun);
  await recordVideoNews(admin, key, plan, { state: 'started' });
  return begun;
}

/** A film whose name is known belongs to nobody: whoever comes goes on with it. */
async function goOn(admin: DatabaseClient, { intent }: Filming, open: OpenVideoCall): Promise<BegunVideo> {
  const call = begunCall(await reserveCall(admin, intent));
  if (call.id !== open.id || call.providerId === undefined) {
    throw new AppError('internal', 'A film that was begun is not the one the ledger goes on with.');
  }
  return {
    call,
    operation: operationSchema.parse(JSON.parse(call.providerId)),
    startedAt: open.createdAt.toISOString(),
  };
}

/**
 * Orders a film while nobody else does. The place at the provider, under the page's own name, is also the lock: a living process
 * keeps it, a dead one's lapses within half a minute. Of two that meet neither orders.
 * @returns null when somebody else is at it
 */
async function beginAlone(admin: DatabaseClient, filming: Filming): Promise<BegunVideo | null> {
  const { plan, model, intent } = filming;
  const firstFrame = await fitFirstFrame(await readAsset(plan.picture.path), plan.size);
  const holder = `${intent.payer.jobId} ${intent.step}`;
  const pass = await enterProvider(admin, { provider: plan.candidate.provider.name, callId: holder });
  try {
    if ((await countHolders(admin, holder)) > 1) {
      await pass.leave('neutral');
      return null;
    }
    const left = await findOpenVideoCall(admin, intent);
    const open = left && left.providerId === null ? await recoverName(admin, plan, model, left) : left;
    const begun = open ? await goOn(admin, filming, open) : await order(admin, filming, firstFrame);
    await pass.leave('answered');
    return begun;
  } catch (error) {
    await pass.leave(judgeCall(error), toAppError(error).code);
    throw error;
  }
}

async function order(admin: DatabaseClient, filming: Filming, firstFrame: Uint8Array): Promise<BegunVideo> {
  const { key, plan, model, intent } = filming;
  const { prompt, seconds, size } = plan;
  const startedAt = new Date().toISOString();
  const call = begunCall(await reserveCall(admin, intent));
  try {
    const operation = operationSchema.parse(await startVideo({ model, prompt, firstFrame, seconds, size }));
    await noteName(admin, call, operation);
    log.info({ jobId: key.jobId, callId: call.id, model: plan.model, seconds }, 'a page is being filmed');
    return { call, operation, startedAt };
  } catch (error) {
    // An open row without a name is what the next try asks the provider about.
    if (isSurelyNotStarted(error)) await failCall(admin, call, 'failed', error);
    throw error;
  }
}

/**
 * An intent without the provider's name: the process died, or the connection broke, in the one moment in which the film may
 * have been begun. The provider is asked. One that knows of none is asked to begin; one that cannot be asked is not.
 */
async function recoverName(
  admin: DatabaseClient,
  plan: SceneVideoPlan,
  model: VideoModelV4,
  open: OpenVideoCall,
): Promise<OpenVideoCall | null> {
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
    return null;
  }
  log.info({ callId: open.id, model: plan.model }, 'a film that was begun before a crash was found again');
  await noteName(admin, call, operationSchema.parse(operation));
  return { ...open, providerId: JSON.stringify(operation) };
}

/** A name that is not written down may cost a second film, or this one: it is tried hard. */
async function noteName(admin: DatabaseClient, call: BegunCall, operation: Operation): Promise<void> {
  for (const waitMs of [100, 500, 2_000, 5_000]) {
    try {
      await noteCall(admin, call, { providerId: JSON.stringify(operation) });
      return;
    } catch (error) {
      log.warn(
        { err: error, callId: call.id, operation },
        'the name of a film could not be written down; again',
      );
      await sleep(waitMs);
    }
  }
  await noteCall(admin, call, { providerId: JSON.stringify(operation) });
}

/** Cancelled between the intent and the name: whoever stopped the others could not know of this one. */
async function stopIfCancelled(
  admin: DatabaseClient,
  { key, plan }: Filming,
  { call, operation }: BegunVideo,
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
