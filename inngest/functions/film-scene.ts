import 'server-only';
import { invoke } from 'inngest';
import { isModelsOwn } from '@/lib/ai/try-candidates';
import { MOST_POLLS, videoWaitSeconds } from '@/lib/ai/video-waits';
import { AppError, type ErrorCode } from '@/lib/errors';
import { detachVideo } from '@/lib/making/attach-video';
import { dropSceneVideo, fetchSceneVideo, pollSceneVideo } from '@/lib/making/film-scene-video';
import { recordSceneFailure } from '@/lib/making/scene-failure';
import {
  type BegunVideo,
  type SceneVideo,
  type StartedVideo,
  startSceneVideo,
} from '@/lib/making/start-scene-video';
import { getAdminClient } from '@/lib/supabase/admin';
import { inngest } from '../client';
import { type SceneStage, sceneStageSchema, storyCancelled } from '../events';
import { runStep, type StepTools } from '../run-step';
import { readFailure, toStepError } from '../step-errors';

/** Together longer than a call and a place at its provider are ever waited for. */
const MOST_LOOKS = 20;
const SECONDS_BETWEEN_LOOKS = 8;

/**
 * One page filmed by the first model of the chain that gets it done. Begun once, asked after with growing waits, fetched; no step
 * takes longer than a call, and no process has to live as long as the film takes. When every model has failed the page keeps
 * its picture, which the built-in camera moves over, and the job says so.
 */
export const filmSceneFunction = inngest.createFunction(
  {
    id: 'film-scene',
    triggers: [invoke(sceneStageSchema)],
    retries: 4,
    concurrency: { limit: 8 },
    cancelOn: [{ event: storyCancelled, if: 'async.data.jobId == event.data.jobId' }],
  },
  async ({ event, step }): Promise<{ assetId: string | null; model: string | null }> => {
    const { position, candidateIds } = event.data;
    const page = position + 1;
    let failure: { code: ErrorCode; message: string } | undefined;
    for (const [index, candidateId] of candidateIds.entries()) {
      const hasNext = index + 1 < candidateIds.length;
      const name = index === 0 ? `video-${page}` : `video-${page}-next-${index}`;
      try {
        const { assetId } = await filmWith(step, name, event.data, candidateId, hasNext);
        return { assetId, model: candidateId };
      } catch (error) {
        failure = readFailure(error);
        // Words that must not be sent: the page keeps its picture.
        if (failure.code === 'guardrail_violation') break;
        if (!isModelsOwn(failure.code)) throw error;
      }
    }
    await runStep(step, `video-${page}-stand-in`, async () => {
      if (!failure) return;
      await detachVideo(getAdminClient(), event.data, position);
      await recordSceneFailure(getAdminClient(), event.data, { part: 'video', position, ...failure });
    });
    return { assetId: null, model: null };
  },
);

async function filmWith(
  step: StepTools,
  name: string,
  stage: SceneStage,
  candidateId: string,
  hasNext: boolean,
): Promise<{ assetId: string }> {
  const video = { position: stage.position, candidateId };
  try {
    const started = await begin(step, name, stage, video, hasNext);
    if ('assetId' in started) return started;
    await waitForVideo(step, name, stage, video, started);
    return await runStep(step, `${name}-fetch`, () =>
      fetchSceneVideo(getAdminClient(), stage, video, started),
    );
  } catch (error) {
    const { code, message } = readFailure(error);
    if (isModelsOwn(code)) {
      await runStep(step, `${name}-drop`, () =>
        dropSceneVideo(getAdminClient(), stage, video, new AppError(code, message)),
      );
    }
    throw error;
  }
}

/** While another process is at the very same order (the queue came back before it was done) this one looks again. */
async function begin(
  step: StepTools,
  name: string,
  stage: SceneStage,
  video: SceneVideo,
  hasNext: boolean,
): Promise<{ assetId: string } | BegunVideo> {
  // Another service is next: the pause of one that keeps failing is not waited for.
  const permanent: ErrorCode[] = hasNext ? ['provider_unavailable'] : [];
  for (let look = 1; look <= MOST_LOOKS; look += 1) {
    const id = look === 1 ? `${name}-start` : `${name}-start-again-${look}`;
    const work = () => startSceneVideo(getAdminClient(), stage, video);
    const started = (await runStep(step, id, work, { permanent })) as StartedVideo;
    if (!('isUnderWay' in started)) return started;
    await step.sleep(`${name}-hold-${look}`, `${SECONDS_BETWEEN_LOOKS + (look % 3)}s`);
  }
  throw toStepError(
    new AppError('provider_failed', 'The AI service did not say in time whether it films this page.'),
  );
}

async function waitForVideo(
  step: StepTools,
  name: string,
  stage: SceneStage,
  video: SceneVideo,
  begun: BegunVideo,
): Promise<void> {
  let hintSeconds = 0;
  for (let poll = 1; poll <= MOST_POLLS; poll += 1) {
    await step.sleep(`${name}-wait-${poll}`, `${videoWaitSeconds(poll, hintSeconds)}s`);
    const polled = await runStep(
      step,
      `${name}-poll-${poll}`,
      () => pollSceneVideo(getAdminClient(), stage, video, begun),
      // What may pass by itself is no failure of a poll: this one is for good.
      { permanent: ['provider_failed', 'provider_bad_output'] },
    );
    if (polled.state === 'completed') return;
    hintSeconds = polled.retryAfterSeconds ?? 0;
  }
}
