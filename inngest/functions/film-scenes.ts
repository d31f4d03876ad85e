import 'server-only';
import { invoke } from 'inngest';
import { listCandidates } from '@/lib/ai/models';
import { getStoryInMaking } from '@/lib/making/story-in-making';
import { getAdminClient } from '@/lib/supabase/admin';
import { inngest } from '../client';
import { stageSchema, storyCancelled } from '../events';
import { runStep } from '../run-step';
import { filmSceneFunction } from './film-scene';

/** Has every page filmed by a video model, all at once, a function for each: waiting for a film takes many small steps. */
export const filmScenesFunction = inngest.createFunction(
  {
    id: 'film-scenes',
    triggers: [invoke(stageSchema)],
    retries: 3,
    cancelOn: [{ event: storyCancelled, if: 'async.data.jobId == event.data.jobId' }],
  },
  async ({ event, step }) => {
    // A changed environment changes no job under way: the chain is a step's result.
    const plan = await runStep(step, 'list-scenes', async () => {
      const story = await getStoryInMaking(getAdminClient(), event.data);
      return {
        positions: story.scenes.map((scene) => scene.position),
        candidateIds: listCandidates('video', story.brief.models?.video).map(({ id }) => id),
      };
    });
    if (plan.candidateIds.length === 0) return { filmed: 0 };
    const films = await Promise.all(
      plan.positions.map((position) =>
        step.invoke(`film-${position + 1}`, {
          function: filmSceneFunction,
          data: { ...event.data, position, candidateIds: plan.candidateIds },
        }),
      ),
    );
    return { filmed: films.filter(({ assetId }) => assetId !== null).length };
  },
);
