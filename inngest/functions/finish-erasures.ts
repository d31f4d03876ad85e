import 'server-only';
import { cron } from 'inngest';
import { eraseHousehold } from '@/lib/erasure/erase-household';
import { listBrokenErasures } from '@/lib/erasure/list-broken-erasures';
import { getAdminClient } from '@/lib/supabase/admin';
import { inngest } from '../client';
import { erasureQueue } from '../erasure-queue';
import { runStep } from '../run-step';

/** An erasure whose process died is done to its end: the user may be gone already, and then nobody can ask for it again. */
export const finishErasures = inngest.createFunction(
  { id: 'finish-erasures', triggers: [cron('*/5 * * * *')], retries: 1, concurrency: { limit: 1 } },
  ({ step }) => runStep(step, 'finish', async () => ({ finished: await finishAll() })),
);

async function finishAll(): Promise<number> {
  const admin = getAdminClient();
  const owners = await listBrokenErasures(admin);
  for (const ownerId of owners) await eraseHousehold(admin, ownerId, erasureQueue);
  return owners.length;
}
