import 'server-only';
import { AppError } from '@/lib/errors';
import { drawScene } from '@/lib/making/draw-scene';
import { failMend } from '@/lib/making/finish-job';
import { joinNarration } from '@/lib/making/join-narration';
import { narrateScene } from '@/lib/making/narrate-scene';
import {
  beginMend,
  type DuePage,
  finishMend,
  hasMovedOn,
  type MendPlan,
  planMend,
  unlessGone,
} from '@/lib/making/plan-mend';
import { getAdminClient } from '@/lib/supabase/admin';
import { inngest } from '../client';
import { mendRequested, mendRequestedSchema, type Stage, storyCancelled } from '../events';
import { makeScene } from '../make-each-scene';
import { runStep, type StepTools } from '../run-step';
import { readFailure } from '../step-errors';
import { clipFunction } from './clip-scenes';
import { filmSceneFunction } from './film-scene';
import { filmFunction } from './film-story';

/** Changes that may come, one after the other, while those before them are made. */
const MOST_ROUNDS = 20;

/**
 * Makes what a finished story lacks after a change, and nothing else. Its rows say what that is: a change that comes meanwhile
 * joins this run (`jobs_one_mend`), which looks again before it ends.
 */
export const mendStoryFunction = inngest.createFunction(
  {
    id: 'mend-story',
    triggers: [mendRequested],
    retries: 3,
    idempotency: 'event.data.jobId + "@" + event.data.createdAt',
    // Pages of one story one after the other: a mend is small, and stories that are being made have their pages, too.
    concurrency: [
      { limit: 1, key: 'event.data.storyId' },
      { limit: 2, key: 'event.data.ownerId' },
    ],
    cancelOn: [{ event: storyCancelled, if: 'async.data.jobId == event.data.jobId' }],
    onFailure: async ({ event, error }) => {
      const { jobId } = mendRequestedSchema.parse(event.data.event.data);
      await failMend(getAdminClient(), jobId, readFailure(error));
    },
  },
  async ({ event, step }) => {
    const { jobId, ownerId, storyId } = event.data;
    const stage = { jobId, ownerId, storyId };
    const isToDo = await runStep(step, 'begin', () => beginMend(getAdminClient(), stage));
    if (!isToDo) return { jobId, rounds: 0 };
    for (let round = 1; round <= MOST_ROUNDS; round += 1) {
      const plan = await runStep(step, `plan-${round}`, () => planMend(getAdminClient(), stage));
      try {
        await makeRound(step, stage, plan, round);
      } catch (error) {
        const hasMoved = await runStep(step, `look-${round}`, () =>
          hasMovedOn(getAdminClient(), stage, plan.version),
        );
        if (!hasMoved) throw error;
        continue;
      }
      const isDone = await runStep(step, `finish-${round}`, () =>
        finishMend(getAdminClient(), stage, plan.version),
      );
      if (isDone) return { jobId, rounds: round };
    }
    return runStep(step, 'give-up', () =>
      Promise.reject(
        new AppError(
          'job_cancelled',
          'The story was changed again and again. What is left can be made once more.',
        ),
      ),
    );
  },
);

async function makeRound(step: StepTools, stage: Stage, plan: MendPlan, round: number): Promise<void> {
  const named = (name: string) => (round === 1 ? name : `${name}-round-${round}`);
  const makeOne =
    (part: 'picture' | 'narration', make: typeof drawScene | typeof narrateScene) =>
    ({ id, position, candidates }: DuePage & { candidates: string[] }) =>
      makeScene(
        step,
        stage,
        { part, position, sceneId: id, stepId: named(`${part}-${position + 1}`), candidates },
        (modelId) => unlessGone(getAdminClient(), id, () => make(getAdminClient(), stage, id, { modelId })),
      );
  await Promise.all([
    ...plan.pictures.map(makeOne('picture', drawScene)),
    ...plan.narrations.map(makeOne('narration', narrateScene)),
  ]);
  if (plan.joins) await runStep(step, named('join'), () => joinNarration(getAdminClient(), stage));
  await Promise.all(
    plan.videos.pages.map(({ position }) =>
      step.invoke(named(`film-${position + 1}`), {
        function: filmSceneFunction,
        data: { ...stage, position, candidateIds: plan.videos.candidates },
      }),
    ),
  );
  const sceneIds = plan.clips.map(({ id }) => id);
  await Promise.all([
    plan.films && step.invoke(named('film'), { function: filmFunction, data: stage }),
    sceneIds.length > 0 &&
      step.invoke(named('clips'), { function: clipFunction, data: { ...stage, sceneIds } }),
  ]);
}
