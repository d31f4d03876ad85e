import { z } from 'zod';
import { voiceSchema } from '../story/schema.ts';

/** What is asked and answered when a finished story is mended. Browser-safe. */

/** Letters of one page: about 5,000 words. */
export const MAX_PAGE_TEXT = 30_000;
export const MAX_STORY_TITLE = 200;
export const MAX_PAGE_TITLE = 200;
export const MAX_PICTURE_NOTE = 300;
/** Far above any story's pages. */
const MOST_PAGES = 2_000;

const revisionSchema = z
  .int()
  .min(1)
  .describe('The page’s `revision` the change began from; where it is not the present one, 409.');
const versionSchema = z
  .int()
  .min(1)
  .describe('The story’s `version` the change began from; where it is not the present one, 409.');

export const renameStoryRequestSchema = z.strictObject({
  title: z.string().trim().min(1, 'A story needs a title.').max(MAX_STORY_TITLE),
  version: versionSchema.optional(),
});
export type RenameStoryRequest = z.infer<typeof renameStoryRequestSchema>;

export const mendSceneRequestSchema = z
  .strictObject({
    text: z
      .string()
      .trim()
      .min(1, 'A page needs words.')
      .max(MAX_PAGE_TEXT, 'A page has at most 30,000 characters.')
      .optional(),
    /** Of a chapter; empty takes it away. */
    title: z.string().trim().max(MAX_PAGE_TITLE).optional(),
    revision: revisionSchema,
  })
  .refine(({ text, title }) => text !== undefined || title !== undefined, {
    message: 'Say the page’s new text or title.',
    path: ['text'],
  });
export type MendSceneRequest = z.infer<typeof mendSceneRequestSchema>;

export const redoSceneRequestSchema = z.discriminatedUnion('part', [
  z.strictObject({
    part: z.literal('picture'),
    note: z
      .string()
      .trim()
      .max(MAX_PICTURE_NOTE)
      .optional()
      .describe('What the picture should show; without it another take of what it showed.'),
    revision: revisionSchema.optional(),
  }),
  z.strictObject({
    part: z.literal('voice'),
    voice: voiceSchema.optional().describe('Who reads the page; without it the next of the voices.'),
    revision: revisionSchema.optional(),
  }),
]);
export type RedoSceneRequest = z.infer<typeof redoSceneRequestSchema>;

/** Body of POST …/versions/{n}/restore, which needs none. `version`: the one that whoever asks has seen. */
export const restoreVersionRequestSchema = z.strictObject({ version: z.int().min(1) }).optional();

export const orderScenesRequestSchema = z.strictObject({
  scene_ids: z.array(z.uuid()).min(1).max(MOST_PAGES).describe('Every page once, in the new order.'),
  version: versionSchema,
});
export type OrderScenesRequest = z.infer<typeof orderScenesRequestSchema>;

export const mendAnswerSchema = z.object({
  story_id: z.uuid(),
  /** The story's version from now on. */
  version: z.int(),
  /** What makes the rest, and where to follow it; null: nothing has to be made. A change that comes meanwhile joins the job at work. */
  job_id: z.uuid().nullable(),
});
export type MendAnswer = z.infer<typeof mendAnswerSchema>;

/** `current` of a 409: the story, and the page that was to be changed, as they are now. */
export const mendConflictSchema = z.object({
  version: z.int(),
  title: z.string(),
  scene_ids: z.array(z.uuid()),
  scene: z
    .object({ id: z.uuid(), revision: z.int(), title: z.string(), text: z.string() })
    .nullable()
    .describe('Null where the page is gone, or none was named.'),
});
export type MendConflict = z.infer<typeof mendConflictSchema>;

export const CHANGE_KINDS = [
  'made',
  'title',
  'text',
  'picture',
  'voice',
  'delete',
  'order',
  'restore',
] as const;

/** What made a version, without words. */
export const changeSchema = z.object({
  kind: z.enum(CHANGE_KINDS),
  sceneId: z.uuid().optional(),
  /** From 1, as it stood before. */
  page: z.int().optional(),
  note: z.string().optional(),
  voice: voiceSchema.optional(),
  /** The version that came back. */
  restored: z.int().optional(),
});
export type ChangeRecord = z.infer<typeof changeSchema>;

const wordsSchema = z.object({ title: z.string(), text: z.string() });

export const versionViewSchema = z.object({
  number: z.int(),
  created_at: z.string(),
  /** How it came about; `made` is the story as it was told first. */
  change: z.enum(CHANGE_KINDS),
  /** The page it was about, from 1. */
  page: z.int().nullable(),
  scene_id: z.uuid().nullable(),
  /** Asked of a picture. */
  note: z.string().nullable(),
  voice: voiceSchema.nullable(),
  restored: z.int().nullable(),
  title: z.string(),
  num_scenes: z.int(),
  /** Of a `text`, `delete` or `title`: the words before it and after it. Those of a story are its title alone. */
  before: wordsSchema.nullable(),
  after: wordsSchema.nullable(),
  is_current: z.boolean(),
});
export type VersionView = z.infer<typeof versionViewSchema>;

export const versionListViewSchema = z.object({
  story_id: z.uuid(),
  /** The present one. */
  version: z.int(),
  /** Newest first; at most the last 200. */
  versions: z.array(versionViewSchema),
});
export type VersionListView = z.infer<typeof versionListViewSchema>;
