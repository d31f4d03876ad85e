import 'server-only';
import { invoke } from 'inngest';
import { AppError } from '@/lib/errors';
import { createWriter, planWriting, saveDraft } from '@/lib/making/write-story';
import { getAdminClient } from '@/lib/supabase/admin';
import { inngest } from '../client';
import { stageSchema, storyCancelled } from '../events';
import { runStep } from '../run-step';
import { writeAlongChain } from '../write-along-chain';

/** Writes the story and saves it; after this it can be read. */
export const writeFunction = inngest.createFunction(
  {
    id: 'write-story',
    triggers: [invoke(stageSchema)],
    retries: 3,
    concurrency: { limit: 8 },
    cancelOn: [{ event: storyCancelled, if: 'async.data.jobId == event.data.jobId' }],
  },
  async ({ event, step }) => {
    const candidates = await runStep(step, 'plan', () => planWriting(getAdminClient(), event.data));
    const written = await writeAlongChain(step, candidates, (id) =>
      createWriter(getAdminClient(), event.data, id),
    );
    await runStep(step, 'save', () => saveDraft(getAdminClient(), event.data, written));
    const { notRead } = written;
    // What was told is kept and can be read; nothing more is spent.
    if (notRead?.code === 'spend_cap_reached') {
      await runStep(step, 'stop', () => Promise.reject(new AppError(notRead.code, notRead.message)));
    }
    return { scenes: written.draft.scenes.length };
  },
);
