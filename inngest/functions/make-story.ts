import 'server-only';
import { beginJob } from '@/lib/making/begin-job';
import { completeJob, failJob } from '@/lib/making/finish-job';
import { getAdminClient } from '@/lib/supabase/admin';
import { takeDeliveries } from '@/lib/webhooks/take-deliveries';
import { inngest } from '../client';
import { storyCancelled, storyRequested, storyRequestedSchema } from '../events';
import { runStep } from '../run-step';
import { buildWebhookDue, sendWebhooks } from '../send';
import { readFailure } from '../step-errors';
import { clipFunction } from './clip-scenes';
import { filmScenesFunction } from './film-scenes';
import { filmFunction } from './film-story';
import { illustrateFunction } from './illustrate-story';
import { narrateFunction } from './narrate-story';
import { writeFunction } from './write-story';

/** The whole story, as a table of contents. Each stage is a function of its own, so a failure names its stage. */
export const makeStory = inngest.createFunction(
  {
    id: 'make-story',
    triggers: [storyRequested],
    retries: 3,
    idempotency: 'event.data.jobId + "@" + event.data.createdAt',
    // One reader who asks for ten stories does not make the others wait.
    concurrency: [{ limit: 2, key: 'event.data.ownerId' }],
    cancelOn: [{ event: storyCancelled, if: 'async.data.jobId == event.data.jobId' }],
    onFailure: async ({ event, error }) => {
      const key = storyRequestedSchema.parse(event.data.event.data);
      await failJob(getAdminClient(), key, readFailure(error));
      await sendWebhooks({ jobId: key.jobId });
    },
  },
  async ({ event, step }) => {
    const { jobId, ownerId } = event.data;
    const plan = await runStep(step, 'begin', () => beginJob(getAdminClient(), { jobId, ownerId }));
    if (!plan) return { jobId, made: false };
    const data = { jobId, ownerId, storyId: plan.storyId };

    if (!plan.isWritten) await step.invoke('write', { function: writeFunction, data });
    await Promise.all([
      plan.pictures && step.invoke('illustrate', { function: illustrateFunction, data }),
      plan.narration && step.invoke('narrate', { function: narrateFunction, data }),
    ]);
    // Film and clips are made of what a video model delivers, so that comes first.
    if (plan.videos) await step.invoke('film-scenes', { function: filmScenesFunction, data });
    await Promise.all([
      plan.film && step.invoke('film', { function: filmFunction, data }),
      plan.clips && step.invoke('clips', { function: clipFunction, data }),
    ]);

    await runStep(step, 'complete', () => completeJob(getAdminClient(), data));
    const due = await runStep(step, 'webhooks', () => takeDeliveries(getAdminClient(), { jobId }));
    if (due.length > 0) await step.sendEvent('tell', due.map(buildWebhookDue));
    return { jobId, made: true };
  },
);
