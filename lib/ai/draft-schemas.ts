import { z } from 'zod';
import { MAX_SCENES, sceneDraftSchema, storyDraftSchema } from '../story/schema.ts';

/**
 * What is asked of a model, in the form strict output wants: every property is required, so what a draft may leave out is
 * left out of the question instead.
 */
const bare = storyDraftSchema.omit({ premise: true, outline: true });
const title = z.string().min(1).max(120);

/** A story without chapters. */
export const plainDraftSchema = bare.extend({
  scenes: sceneDraftSchema.omit({ title: true }).array().min(1).max(MAX_SCENES),
});

/** What a story in chapters will be, before any of it is told. */
export const outlineSchema = z.object({
  title,
  /** Who wants what, and what stands in the way. */
  premise: z.string().min(1).max(600),
  chapters: z
    .array(z.object({ title, summary: z.string().min(1).max(600) }))
    .min(1)
    .max(MAX_SCENES),
});
export type Outline = z.infer<typeof outlineSchema>;

/** What pictures need to know of a text that is there already: everything but its words. */
export const describedTextSchema = bare.extend({
  scenes: sceneDraftSchema.omit({ title: true, text: true }).array().min(1).max(MAX_SCENES),
});
