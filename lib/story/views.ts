import { z } from 'zod';
import { reviewSchema } from '../household/household-views.ts';
import { JOB_EVENT_TYPES } from './job-event-types.ts';
import { jobFiltersShape } from './job-list-views.ts';
import { SCENE_PARTS } from './nouns.ts';
import { READING_VERDICTS } from './reading/judge-reading.ts';
import {
  ageGroupSchema,
  aspectRatioSchema,
  characterSheetSchema,
  illustrationStyleSchema,
  JOB_KINDS,
  JOB_STAGES,
  JOB_STATUSES,
  STORY_PARTS,
  TRANSITIONS,
  toneSchema,
  voiceSchema,
} from './schema.ts';

/**
 * What our HTTP API answers: the Kids Story Agent document's shapes (snake_case) with Storyloom's additions after them.
 * Our own pages read exactly these, so there is one reading of a story. Browser-safe.
 */

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  code: z.string(),
  /** Of a `guardrail_violation`: which rule was broken. */
  rule: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** Of a `conflict` where a story was changed meanwhile: how it is now. */
  current: z.record(z.string(), z.unknown()).optional(),
  request_id: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;

export const jobAcceptedViewSchema = z.object({
  job_id: z.uuid(),
  story_id: z.uuid(),
  status: z.literal('pending'),
  message: z.string(),
});
export type JobAcceptedView = z.infer<typeof jobAcceptedViewSchema>;

export const jobWarningViewSchema = z.object({
  code: z.string(),
  message: z.string(),
  scene: z.int().optional(),
  /** What of that page it is about. */
  part: z.enum(SCENE_PARTS).optional(),
});

export const jobViewSchema = z.object({
  job_id: z.uuid(),
  /** `mend`: makes again what depends on a change of a finished story. */
  kind: z.enum(JOB_KINDS),
  status: z.enum(JOB_STATUSES),
  /** Present once the story can be read (text saved), not only when the job has completed; of one that waits for a grown-up, when it has. */
  story_id: z.uuid().nullable(),
  error: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
  error_code: z.string().nullable(),
  stage: z.enum(JOB_STAGES),
  /** 0…1 */
  progress: z.number(),
  warnings: z.array(jobWarningViewSchema),
  started_at: z.string().nullable(),
  finished_at: z.string().nullable(),
  title: z.string(),
  prompt: z.string(),
  age_group: ageGroupSchema,
  num_scenes: z.int(),
  /** Of the story. While it is `waiting` or `declined` the title is empty. */
  review: reviewSchema,
  /** What its story was asked to have. */
  parts: z.array(z.enum(STORY_PARTS)),
  /** How long it still takes, in milliseconds, by what others took here; null while it waits, where nobody knows, and at its end. */
  time_left_ms: z.int().min(0).nullable(),
});
export type JobView = z.infer<typeof jobViewSchema>;

export const listedJobViewSchema = jobViewSchema.extend({
  /** What its models have cost so far, in micro-dollars; 0 where nobody was paid. */
  cost_micros: z.int(),
});
export type ListedJobView = z.infer<typeof listedJobViewSchema>;

export const jobListViewSchema = z.object({
  jobs: z.array(listedJobViewSchema),
  total: z.int(),
  /** For the page after this one, as in the `Link` header; null on the last. */
  next_cursor: z.string().nullable(),
});
export type JobListView = z.infer<typeof jobListViewSchema>;

/**
 * One server-sent event of …/jobs/{id}/events. The SSE `id:` is the event's id, `event:` its type, `data:` this object.
 * Types: `status` (pending, processing, completed, failed, cancelled), `stage`, `story` (text is readable),
 * `picture`, `narration` and `clip` (with `scene`), `video` (a model films a scene: begun, how far where it tells, done), `audio` (the whole story in one file), `film`, `warning`.
 */
export const jobEventViewSchema = z.object({
  id: z.int(),
  type: z.enum(JOB_EVENT_TYPES),
  job_id: z.uuid(),
  status: z.enum(JOB_STATUSES),
  stage: z.enum(JOB_STAGES),
  progress: z.number(),
  created_at: z.string(),
  /** Zero-based scene the event is about. */
  scene: z.int().optional(),
  /** 0…1: how far the scene's film is. */
  scene_progress: z.number().optional(),
  message: z.string().optional(),
  code: z.string().optional(),
  /** As of the job; only on events that are told as they happen. */
  time_left_ms: z.int().min(0).nullable().optional(),
});
export type JobEventView = z.infer<typeof jobEventViewSchema>;

export const wordTimingViewSchema = z.object({ text: z.string(), start_ms: z.number(), end_ms: z.number() });

export type WordTimingView = z.infer<typeof wordTimingViewSchema>;

export const sceneViewSchema = z.object({
  id: z.uuid(),
  display_order: z.int(),
  /** Of a chapter; empty where the story has none. */
  title: z.string(),
  text: z.string(),
  scene_description: z.string(),
  image_url: z.string().nullable(),
  image_width: z.int().nullable(),
  image_height: z.int().nullable(),
  audio_url: z.string().nullable(),
  /** Its moving clip, where clips were asked for. */
  video_url: z.string().nullable(),
  duration_ms: z.int().nullable(),
  /** When each word is spoken, from the start of this scene's audio. Empty without narration. */
  words: z.array(wordTimingViewSchema),
  /** Counts changes of this page, from 1: a change says which it began from. */
  revision: z.int(),
  /** What was asked of its picture, beyond the page’s own words. */
  picture_note: z.string(),
  /** Who reads it. */
  voice: voiceSchema,
});
export type SceneView = z.infer<typeof sceneViewSchema>;

export const filmViewSchema = z.object({
  video_url: z.string(),
  captions_url: z.string(),
  poster_url: z.string().nullable(),
  duration_ms: z.int(),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  /** Of which version of the story it is: an older one, while a change is being made. */
  version: z.int(),
});
export type FilmView = z.infer<typeof filmViewSchema>;

/** All narration of the story in one file. */
export const storyAudioViewSchema = z.object({
  audio_url: z.string(),
  duration_ms: z.int(),
  bytes: z.int(),
  /** As of a film. */
  version: z.int(),
});
export type StoryAudioView = z.infer<typeof storyAudioViewSchema>;

/** Somebody in the story: their sheet, which is locked, and the picture every page is drawn from, where there is one. */
export const characterViewSchema = characterSheetSchema.extend({ picture_url: z.string().nullable() });
export type CharacterView = z.infer<typeof characterViewSchema>;

const mediaItemShape = {
  id: z.uuid(),
  prompt_used: z.string(),
  scene_description: z.string(),
  display_order: z.int(),
};

/** How hard the story is to read, for grown-ups. What was not measured yet when an older story was made is null. */
export const readingViewSchema = z.object({
  words: z.int().describe('Words in the whole story.'),
  sentences: z.int().describe('Sentences in the whole story.'),
  grade: z.number().describe('Flesch–Kincaid: a US school grade, 0 for beginners.'),
  mean_sentence_length: z.number().nullable().describe('Words in a sentence on average.'),
  spache: z
    .number()
    .nullable()
    .describe('Spache’s US school grade; measured for readers up to 8 years, else null.'),
  dale_chall: z
    .number()
    .nullable()
    .describe(
      'The raw score of Dale and Chall; measured for readers from 9 years on, else null. Below 5 is grade 4 and lower, 5 to 6 is grades 5 and 6, 6 to 7 is grades 7 and 8.',
    ),
  share_outside_age_list: z
    .number()
    .nullable()
    .describe('0 to 1: the share of words that are not on the word list of the age. Names do not count.'),
  band: z
    .enum(READING_VERDICTS)
    .nullable()
    .describe('Whether all figures fit the readers’ age; null for older audiences and for a given text.'),
  hard_words: z
    .array(z.object({ word: z.string(), meaning: z.string() }))
    .describe(
      'Words that readers of the age may not know, in small letters as the text has them, explained.',
    ),
});
export type ReadingView = z.infer<typeof readingViewSchema>;

export const storyViewSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  content: z.string(),
  age_group: ageGroupSchema,
  prompt: z.string(),
  created_at: z.string(),
  /** What it is written in (BCP-47), found out from its text. */
  language: z.string(),
  favourite: z.boolean(),
  images: z.array(z.object({ ...mediaItemShape, image_url: z.string() })),
  /** `model`: whose work the clip is; `builtin/film` where our own camera moves over the picture. */
  videos: z.array(z.object({ ...mediaItemShape, video_url: z.string(), model: z.string() })),
  status: z.enum(['draft', 'making', 'ready', 'failed']),
  /** The job that made it. */
  job_id: z.uuid().nullable(),
  /** Counts changes, from 1: the story as it was made. */
  version: z.int(),
  /** The job that makes what depends on a change, while there is one. */
  mending_job_id: z.uuid().nullable(),
  project_id: z.uuid(),
  /** The conversation it was told from. */
  session_id: z.uuid().nullable(),
  /** Whose story it is, of the household's readers, while they are there. */
  reader_id: z.uuid().nullable(),
  /** Whether a grown-up has looked at it. A story that is `waiting` or `declined` is read by grown-ups alone. */
  review: reviewSchema,
  /** The story this one goes on from, while that is there. */
  sequel_of: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  /** Of a story in chapters: what it is about, and what happens in each. Empty elsewhere. */
  premise: z.string(),
  outline: z.array(z.string()),
  moral: z.string(),
  theme: z.string(),
  style: illustrationStyleSchema,
  aspect_ratio: aspectRatioSchema,
  voice: voiceSchema,
  seed: z.int(),
  /** How long each scene of the film lasts at least; null: as long as its narration. */
  seconds_per_scene: z.number().nullable(),
  reading: readingViewSchema.nullable(),
  characters: z.array(characterViewSchema),
  scenes: z.array(sceneViewSchema),
  film: filmViewSchema.nullable(),
  audio: storyAudioViewSchema.nullable(),
  /** Who made what: `builtin/storyteller`, `openai/gpt-image-1`, … */
  models: z.object({
    text: z.string().nullable(),
    picture: z.string().nullable(),
    speech: z.string().nullable(),
  }),
  /** Of the link by which anybody may read it, while its owner has made one; null for whoever is not the owner. */
  share_id: z.string().nullable(),
});
export type StoryView = z.infer<typeof storyViewSchema>;

export const storySummaryViewSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  age_group: ageGroupSchema,
  prompt: z.string(),
  created_at: z.string(),
  num_images: z.int(),
  status: z.enum(['draft', 'making', 'ready', 'failed']),
  job_id: z.uuid().nullable(),
  project_id: z.uuid(),
  session_id: z.uuid().nullable(),
  reader_id: z.uuid().nullable(),
  /** One that is `waiting` or `declined` has a title that says so, and no picture. */
  review: reviewSchema,
  cover_url: z.string().nullable(),
  duration_ms: z.int().nullable(),
  style: illustrationStyleSchema,
  language: z.string(),
  favourite: z.boolean(),
  /** Pages as far as they are written, or as many as were asked for. */
  num_scenes: z.int(),
  /** As in the story itself. */
  share_id: z.string().nullable(),
});
export type StorySummaryView = z.infer<typeof storySummaryViewSchema>;

export const storyListViewSchema = z.object({
  stories: z.array(storySummaryViewSchema),
  /** How many the whole list has, under its filters. */
  total: z.int(),
  /** What all the caller’s stories are written in, whatever the filters: what `language` can ask for. */
  languages: z.array(z.string()),
  /** The `cursor` of the page after this one, as in the `Link` header; null on the last. */
  next_cursor: z.string().nullable(),
});
export type StoryListView = z.infer<typeof storyListViewSchema>;

export const favouriteViewSchema = z.object({ story_id: z.uuid(), favourite: z.boolean() });
export type FavouriteView = z.infer<typeof favouriteViewSchema>;

const modelListSchema = z.string().trim().min(1).max(300);

/** Body of POST /api/v1/stories/generate: the documented fields, then Storyloom's own options. */
export const generateStoryRequestSchema = z.strictObject({
  prompt: z
    .string()
    .trim()
    .min(1, 'Tell us what the story is about.')
    .max(4_000, 'A prompt has at most 4,000 characters.'),
  /** Needed, unless `reader_id` says who listens. */
  age_group: ageGroupSchema.optional(),
  num_illustrations: z.int().min(1).max(12).default(4),
  generate_images: z.boolean().default(true),
  /** One moving clip of each scene, `videos[]`: filmed by a video model where one is set, else made of the pictures, also where those are not wanted. */
  generate_videos: z.boolean().default(false),
  /** Public address that is told of the job's end (lib/webhooks/schemas.ts); blank or null is none. */
  webhook_url: z.string().trim().max(2_048).nullish(),
  target_length: z.int().min(30).max(3_000).optional(),
  /** Whose story it is, of the household's readers: their age and what they like count where the request says nothing. */
  reader_id: z.uuid().optional(),
  /** Told before sleep: calmer words, a slower voice. In the household's bedtime hours every story is. */
  bedtime: z.boolean().optional(),
  tone: toneSchema.optional(),
  theme: z.string().trim().max(200).optional(),
  setting: z.string().trim().max(300).optional(),
  characters: z.array(z.string().trim().min(1).max(200)).max(8).optional(),
  style: illustrationStyleSchema.optional(),
  aspect_ratio: aspectRatioSchema.optional(),
  voice: voiceSchema.optional(),
  generate_narration: z.boolean().default(true),
  generate_film: z.boolean().default(true),
  film_resolution: z.enum(['720p', '1080p']).optional(),
  film_fps: z.union([z.literal(25), z.literal(30)]).optional(),
  seconds_per_scene: z.number().min(1).max(60).optional(),
  transition: z.enum(TRANSITIONS).optional(),
  burned_captions: z.boolean().optional(),
  /** The most this story may cost; a story that would pass it does not begin, or stops where it is. */
  max_cost_usd: z.number().min(0).max(10_000).optional(),
  /** Who is to do the work instead of the installation's own choice: `provider/model`, or a list of which the next is tried when one fails for good. `GET /api/v1/models` tells which there are. */
  models: z
    .strictObject({
      text: modelListSchema,
      picture: modelListSchema,
      speech: modelListSchema,
      video: modelListSchema,
    })
    .partial()
    .optional(),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .optional(),
});
export type GenerateStoryRequest = z.input<typeof generateStoryRequestSchema>;

/** Body of POST /api/v1/stories/{id}/sequel: as above, but what is left out stays as it was in the earlier story. */
export const sequelRequestSchema = z.strictObject({
  ...generateStoryRequestSchema.shape,
  num_illustrations: z.int().min(1).max(12).optional(),
  generate_images: z.boolean().optional(),
  generate_videos: z.boolean().optional(),
  generate_narration: z.boolean().optional(),
  generate_film: z.boolean().optional(),
});
export type SequelRequest = z.infer<typeof sequelRequestSchema>;

const pageShape = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
};
/** Where the page before ended, as its `Link` header has it; it goes before `offset`. */
export const cursorSchema = z.string().min(1).max(200).optional();
/** A list with the cursor of what follows it, which travels in a header. */
export type Paged<List> = List & { nextCursor: string | null };
/** Query of the lists. */
export const pageQuerySchema = z.object(pageShape);
export const jobListQuerySchema = z.object({ ...pageShape, status: z.enum(JOB_STATUSES).optional() });
export const jobPageQuerySchema = z.object({ ...pageShape, ...jobFiltersShape, cursor: cursorSchema });
