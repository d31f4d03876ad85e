import { z } from 'zod';
import type { Database } from '@/lib/supabase/database.types';
import { SCENE_PARTS } from './nouns';
import { READING_VERDICTS } from './reading/judge-reading';
import {
  characterSheetSchema,
  sceneSettingSchema,
  storyBriefSchema,
  voiceSchema,
  wordTimingSchema,
} from './schema';

/** Rows as the database gives them, and the schemas of their JSON columns, which are parsed on every read. */
type Tables = Database['public']['Tables'];
export type StoryRow = Tables['stories']['Row'];
export type SceneRow = Tables['scenes']['Row'];
export type CharacterRow = Tables['characters']['Row'];
export type AssetRow = Tables['assets']['Row'];
export type JobRow = Tables['jobs']['Row'];
/** The words of a story that waits for a grown-up, which are not in its own row. */
export type WithheldWords = Tables['withheld_words']['Row'];
export type JobEventRow = Tables['job_events']['Row'];

export const savedBriefSchema = storyBriefSchema.extend({ seed: z.int().min(0) });
export type SavedBrief = z.infer<typeof savedBriefSchema>;

export const depictionColumnSchema = z.object({
  setting: sceneSettingSchema,
  characterIds: z.array(z.string()),
  props: z.array(z.string()),
});

/** What older stories lack is optional. Units: lib/story/reading/measure-reading.ts. `band` only where the readers have one. */
export const readingColumnSchema = z.object({
  words: z.int(),
  sentences: z.int(),
  grade: z.number(),
  meanSentenceLength: z.number().optional(),
  spache: z.number().optional(),
  daleChall: z.number().optional(),
  shareOutsideAgeList: z.number().optional(),
  band: z.enum(READING_VERDICTS).optional(),
  hardWords: z.array(z.object({ word: z.string(), meaning: z.string() })).optional(),
});
export type ReadingColumn = z.infer<typeof readingColumnSchema>;

export const sheetColumnSchema = characterSheetSchema;

/** Who reads a page; null: the story's own voice. */
export const pageVoiceSchema = voiceSchema.nullable();

export const outlineColumnSchema = z.array(z.string());

export const narrationDetailsSchema = z.object({ model: z.string(), words: z.array(wordTimingSchema) });
export const pictureDetailsSchema = z.object({ model: z.string(), prompt: z.string() });

export const warningColumnSchema = z.array(
  z.object({
    code: z.string(),
    message: z.string(),
    scene: z.int().optional(),
    part: z.enum(SCENE_PARTS).optional(),
  }),
);
