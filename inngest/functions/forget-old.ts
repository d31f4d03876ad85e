import 'server-only';
import { cron } from 'inngest';
import { eraseHousehold } from '@/lib/erasure/erase-household';
import { log } from '@/lib/log';
import {
  forgetAnswers,
  forgetExpired,
  forgetTranscripts,
  listUnseenGuests,
  removeOwnerlessFiles,
} from '@/lib/retention/forget-old';
import { removeUnfinishedCopies } from '@/lib/retention/remove-unfinished-copies';
import { getAdminClient } from '@/lib/supabase/admin';
import { inngest } from '../client';
import { erasureQueue } from '../erasure-queue';
import { runStep } from '../run-step';

const GUESTS_A_STEP = 20;
const MOST_STEPS = 50;

/**
 * What is kept for a time and no longer (docs/privacy.md); some times a day, because a machine at home may sleep at night: guests nobody has seen for long with all that is theirs,
 * transcripts, what models answered, files without an owner.
 */
export const forgetOld = inngest.createFunction(
  { id: 'forget-old', triggers: [cron('23 */4 * * *')], retries: 2, concurrency: { limit: 1 } },
  async ({ step }) => {
    let guests = 0;
    // In steps, so that a long list is no long call; the rest comes the next time.
    for (let round = 1; round <= MOST_STEPS; round += 1) {
      const erased = await runStep(step, `guests-${round}`, eraseSomeGuests);
      guests += erased;
      if (erased < GUESTS_A_STEP) break;
    }
    const transcripts = await runStep(step, 'transcripts', () => forgetTranscripts(getAdminClient()));
    const answers = await runStep(step, 'answers', () => forgetAnswers(getAdminClient()));
    const expired = await runStep(step, 'expired', () => forgetExpired(getAdminClient()));
    const folders = await runStep(step, 'files', () => removeOwnerlessFiles(getAdminClient()));
    const copies = await runStep(step, 'copies', () => removeUnfinishedCopies(getAdminClient()));
    return { guests, transcripts, answers, expired, folders, copies };
  },
);

/**
 * How many, and never who: a step's result is kept by the queue. One who cannot be erased keeps none of the others; the step
 * fails after them.
 */
async function eraseSomeGuests(): Promise<number> {
  const admin = getAdminClient();
  const guests = await listUnseenGuests(admin, { limit: GUESTS_A_STEP });
  const failures: unknown[] = [];
  for (const guestId of guests) {
    try {
      await eraseHousehold(admin, guestId, erasureQueue);
    } catch (error) {
      log.error({ err: error, ownerId: guestId }, 'a guest nobody has seen for long cannot be erased');
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return guests.length;
}
