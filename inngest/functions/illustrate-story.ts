import 'server-only';
import { invoke } from 'inngest';
import { planCast } from '@/lib/making/character-picture';
import { drawScene } from '@/lib/making/draw-scene';
import { getAdminClient } from '@/lib/supabase/admin';
import { inngest } from '../client';
import { drawCast } from '../draw-cast';
import { stageSchema, storyCancelled } from '../events';
import { makeEachScene } from '../make-each-scene';
import { mendDrift } from '../mend-drift';
import { runStep } from '../run-step';

/** Draws who is in the story, then every page in parallel, and has pages drawn again on which somebody looks different. */
export const illustrateFunction = inngest.createFunction(
  {
    id: 'illustrate-story',
    triggers: [invoke(stageSchema)],
    retries: 3,
    concurrency: { limit: 8 },
    cancelOn: [{ event: storyCancelled, if: 'async.data.jobId == event.data.jobId' }],
  },
  async ({ event, step }) => {
    const cast = await runStep(step, 'cast', () => planCast(getAdminClient(), event.data));
    const drawPages = () => makeEachScene(step, event.data, 'picture', drawScene);
    if (cast.isAwaited) await drawCast(step, event.data, cast);
    const [made] = await Promise.all([drawPages(), !cast.isAwaited && drawCast(step, event.data, cast)]);
    return { ...made, ...(await mendDrift(step, event.data)) };
  },
);
