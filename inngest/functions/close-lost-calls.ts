import 'server-only';
import { cron } from 'inngest';
import { closeLostCalls } from '@/lib/ledger/close-lost-calls';
import { getAdminClient } from '@/lib/supabase/admin';
import { inngest } from '../client';
import { runStep } from '../run-step';

/** Calls of models whose process died and whose step nobody tries again do not stay under way for ever. */
export const closeLostCallsFunction = inngest.createFunction(
  { id: 'close-lost-calls', triggers: [cron('41 * * * *')], retries: 1 },
  ({ step }) => runStep(step, 'close', async () => ({ closed: await closeLostCalls(getAdminClient()) })),
);
