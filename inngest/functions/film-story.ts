import 'server-only';
import { invoke } from 'inngest';
import { filmStory } from '@/lib/making/film-story';
import { getAdminClient } from '@/lib/supabase/admin';
import { inngest } from '../client';
import { stageSchema, storyCancelled } from '../events';
import { runStep } from '../run-step';

/** Renders the film in one step: its files live on one machine's disk, and only as long as the step. */
export const filmFunction = inngest.createFunction(
  {
    id: 'film-story',
    triggers: [invoke(stageSchema)],
    retries: 2,
    // A render keeps every core busy; two at once only make both late.
    concurrency: { limit: 1 },
    cancelOn: [{ event: storyCancelled, if: 'async.data.jobId == event.data.jobId' }],
  },
  ({ event, step }) => runStep(step, 'render', () => filmStory(getAdminClient(), event.data)),
);
