import 'server-only';
import { invoke } from 'inngest';
import { joinNarration } from '@/lib/making/join-narration';
import { narrateScene } from '@/lib/making/narrate-scene';
import { getAdminClient } from '@/lib/supabase/admin';
import { inngest } from '../client';
import { stageSchema, storyCancelled } from '../events';
import { makeEachScene } from '../make-each-scene';
import { runStep } from '../run-step';

/** Reads every page aloud, in parallel, and joins the voices into one file of the whole story. */
export const narrateFunction = inngest.createFunction(
  {
    id: 'narrate-story',
    triggers: [invoke(stageSchema)],
    retries: 3,
    concurrency: { limit: 8 },
    cancelOn: [{ event: storyCancelled, if: 'async.data.jobId == event.data.jobId' }],
  },
  async ({ event, step }) => {
    const result = await makeEachScene(step, event.data, 'narration', narrateScene);
    await runStep(step, 'join', () => joinNarration(getAdminClient(), event.data));
    return result;
  },
);
