import 'server-only';
import { stopVideos } from '@/lib/making/stop-videos';
import { getAdminClient } from '@/lib/supabase/admin';
import { inngest } from '../client';
import { storyCancelled } from '../events';
import { runStep } from '../run-step';

/** A cancelled job's runs end where they are; what their providers are filming is stopped from here. */
export const stopVideosFunction = inngest.createFunction(
  { id: 'stop-videos', triggers: [storyCancelled], retries: 3 },
  ({ event, step }) => runStep(step, 'stop', () => stopVideos(getAdminClient(), event.data.jobId)),
);
