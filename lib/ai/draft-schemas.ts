import { sceneDraftSchema, storyDraftSchema } from '../story/schema.ts';

/**
 * What is asked of a model, in the form strict output wants: every property is required, so what a draft may leave out is
 * left out of the question instead.
 */
const plainSceneSchema = sceneDraftSchema.omit({ title: true });

export const plainDraftSchema = storyDraftSchema
  .omit({ premise: true, outline: true })
  .extend({ scenes: plainSceneSchema.array() });
