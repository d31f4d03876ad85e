import { z } from 'zod';
import {
  aspectRatioSchema,
  characterSheetSchema,
  illustrationStyleSchema,
  sceneSettingSchema,
} from '../../story/schema.ts';

/**
 * What the built-in illustrator is asked to draw: one page of one story. It travels in
 * `providerOptions.builtin.depiction` of the image model, so it is plain JSON. Browser-safe.
 */
export const depictionSchema = z.object({
  setting: sceneSettingSchema,
  /** Everybody seen on the page, the hero first. */
  characters: z.array(characterSheetSchema).max(8),
  /** Things the page should show: singular nouns. */
  props: z.array(z.string().max(60)).max(12),
  style: illustrationStyleSchema,
  aspectRatio: aspectRatioSchema,
  /** The story's seed: decides the world, not the page. */
  seed: z.number(),
  /** Which page it is, from zero; neighbouring pages get other cameras and poses. */
  sceneIndex: z.int().min(0),
  /** The page's words; further things to draw are found in them. */
  sceneText: z
    .string()
    // A page may hold thousands of words; what is seen is told near its beginning.
    .transform((text) => text.slice(0, 8_000))
    .optional(),
  /** The first character alone, from the front on plain paper, instead of a page: what a reference picture shows. */
  portrait: z.literal(true).optional(),
});
export type Depiction = z.infer<typeof depictionSchema>;
