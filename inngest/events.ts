import { eventType } from 'inngest';
import { z } from 'zod';
import { ERASED_EVENT, erasedEventSchema } from '@/lib/erasure/erased-event';

/** Events are only the baton: they carry ids, and rows carry the state. */

/** `createdAt` tells a job from one of the same id that was deleted before (`WaitingJob`). */
export const storyRequestedSchema = z.object({ jobId: z.uuid(), ownerId: z.uuid(), createdAt: z.string() });
export const storyRequested = eventType('story/requested', { schema: storyRequestedSchema });

/** A finished story has changed: what depends on the change is to be made again. */
export const mendRequestedSchema = storyRequestedSchema.extend({ storyId: z.uuid() });
export const mendRequested = eventType('story/mend-requested', { schema: mendRequestedSchema });

export const storyCancelled = eventType('story/cancelled', {
  schema: z.object({ jobId: z.uuid() }),
});

/** What one stage of a story's making is asked to do. */
export const stageSchema = z.object({ jobId: z.uuid(), storyId: z.uuid(), ownerId: z.uuid() });
export type Stage = z.infer<typeof stageSchema>;

/** Clips of some pages only, where they are named. */
export const clipStageSchema = stageSchema.extend({ sceneIds: z.array(z.uuid()).optional() });

/** The same for one page, with the chain of models that may do it. */
export const sceneStageSchema = stageSchema.extend({
  position: z.int().nonnegative(),
  candidateIds: z.array(z.string()),
});
export type SceneStage = z.infer<typeof sceneStageSchema>;

/** A delivery whose time has come; `round` is which hand-over this is. */
export const webhookDueSchema = z.object({
  deliveryId: z.uuid(),
  ownerId: z.uuid(),
  round: z.int().positive(),
});
export const webhookDue = eventType('webhook/due', { schema: webhookDueSchema });

export const householdErased = eventType(ERASED_EVENT, { schema: erasedEventSchema });
