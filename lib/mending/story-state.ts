import { z } from 'zod';
import { readingColumnSchema } from '../story/rows';
import { voiceSchema } from '../story/schema';

/** What of a page is made, and can be made again. */
export const PARTS = ['picture', 'narration', 'clip'] as const;
export type Part = (typeof PARTS)[number];

const assetIdSchema = z.uuid().nullable();

/** A page as a version keeps it (`snapshot_story` in the migrations): its words, what decides its media, and which these are. */
export const pageStateSchema = z.object({
  id: z.uuid(),
  revision: z.int(),
  title: z.string(),
  text: z.string(),
  summary: z.string(),
  depiction: z.json(),
  voice: voiceSchema.nullable(),
  pictureNote: z.string(),
  pictureTake: z.int(),
  pictureText: z.string().nullable(),
  pictureIndex: z.int(),
  due: z.array(z.enum(PARTS)),
  pictureAssetId: assetIdSchema,
  narrationAssetId: assetIdSchema,
  clipAssetId: assetIdSchema,
  videoAssetId: assetIdSchema,
});
export type PageState = z.infer<typeof pageStateSchema>;

/** A story as a version keeps it. Film and joined voices are null where they are those of an older version. */
export const storyStateSchema = z.object({
  version: z.int(),
  title: z.string(),
  reading: readingColumnSchema.partial(),
  filmAssetId: assetIdSchema,
  captionsAssetId: assetIdSchema,
  posterAssetId: assetIdSchema,
  audioAssetId: assetIdSchema,
  scenes: z.array(pageStateSchema),
});
export type StoryState = z.infer<typeof storyStateSchema>;
