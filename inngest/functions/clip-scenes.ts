import 'server-only';
import { invoke } from 'inngest';
import { clipScene } from '@/lib/making/clip-scene';
import { getStoryInMaking } from '@/lib/making/story-in-making';
import { getAdminClient } from '@/lib/supabase/admin';
import { inngest } from '../client';
import { stageSchema, storyCancelled } from '../events';
import { runStep } from '../run-step';

/** Makes a moving clip of every page, one step each. */
export const clipFunction = inngest.createFunction(
  {
    id: 'clip-scenes',
    triggers: [invoke(stageSchema)],
    retries: 2,
    // A render keeps every core busy, and the film runs beside it.
    concurrency: { limit: 1 },
    cancelOn: [{ event: storyCancelled, if: 'async.data.jobId == event.data.jobId' }],
  },
  async ({ event, step }) => {
    const positions = await runStep(step, 'list-scenes', async () => {
      const story = await getStoryInMaking(getAdminClient(), event.data);
      return story.scenes.map((scene) => scene.position);
    });
    await Promise.all(
      positions.map((position) =>
        runStep(step, `clip-${position + 1}`, () => clipScene(getAdminClient(), event.data, position)),
      ),
    );
    return { made: positions.length };
  },
);
