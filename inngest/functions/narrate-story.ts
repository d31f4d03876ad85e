import 'server-only';
import { invoke } from 'inngest';
import { narrateScene } from '@/lib/making/narrate-scene';
import { inngest } from '../client';
import { stageSchema, storyCancelled } from '../events';
import { makeEachScene } from '../make-each-scene';

/** Reads every page aloud, in parallel. */
export const narrateFunction = inngest.createFunction(
  {
    id: 'narrate-story',
    triggers: [invoke(stageSchema)],
    retries: 3,
    concurrency: { limit: 8 },
    cancelOn: [{ event: storyCancelled, if: 'async.data.jobId == event.data.jobId' }],
  },
  ({ event, step }) => makeEachScene(step, event.data, 'narration', narrateScene),
);
