import 'server-only';
import { invoke } from 'inngest';
import { clipScene } from '@/lib/making/clip-scene';
import { getStoryInMaking } from '@/lib/making/story-in-making';
import { getAdminClient } from '@/lib/supabase/admin';
import { inngest } from '../client';
import { clipStageSchema, storyCancelled } from '../events';
import { runStep } from '../run-step';

/** Makes a moving clip of every page, or of those that are named, one step each. */
export const clipFunction = inngest.createFunction(
  {
    id: 'clip-scenes',
    triggers: [invoke(clipStageSchema)],
    retries: 2,
    // A render keeps every core busy, and the film runs beside it.
    concurrency: { limit: 1 },
    cancelOn: [{ event: storyCancelled, if: 'async.data.jobId == event.data.jobId' }],
  },
  async ({ event, step }) => {
    const { sceneIds } = event.data;
    const pages = await runStep(step, 'list-scenes', async () => {
      const { scenes } = await getStoryInMaking(getAdminClient(), event.data);
      const wanted = scenes.filter(({ id }) => !sceneIds || sceneIds.includes(id));
      return wanted.map(({ id, position }) => ({ id, position }));
    });
    await Promise.all(
      pages.map(({ id, position }) =>
        runStep(step, `clip-${position + 1}`, () => clipScene(getAdminClient(), event.data, id)),
      ),
    );
    return { made: pages.length };
  },
);
