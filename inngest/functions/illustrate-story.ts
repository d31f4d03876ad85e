import 'server-only';
import { invoke } from 'inngest';
import { drawScene } from '@/lib/making/draw-scene';
import { inngest } from '../client';
import { stageSchema, storyCancelled } from '../events';
import { makeEachScene } from '../make-each-scene';

/** Draws every page, in parallel. */
export const illustrateFunction = inngest.createFunction(
  {
    id: 'illustrate-story',
    triggers: [invoke(stageSchema)],
    retries: 3,
    concurrency: { limit: 8 },
    cancelOn: [{ event: storyCancelled, if: 'async.data.jobId == event.data.jobId' }],
  },
  ({ event, step }) => makeEachScene(step, event.data, 'picture', drawScene),
);
