import { z } from 'zod';
import {
  AGE_GROUPS,
  ASPECT_RATIOS,
  AUDIENCES,
  CONTENT_RATINGS,
  ENDINGS,
  FILM_RESOLUTIONS,
  ILLUSTRATION_STYLES,
  MAX_BRIEF_WORDS,
  MAX_CAST,
  MAX_PROMPT_LENGTH,
  MAX_SCENES,
  MAX_SOURCE_TEXT,
  MOODS,
  NAMED_VOICES,
  PICTURE_QUALITIES,
  PLACES,
  POINTS_OF_VIEW,
  PRONOUNS,
  STORY_TOPICS,
  SUITE_MODULES,
  TIMES_OF_DAY,
  TONES,
  TRANSITIONS,
  VOICES,
  WEATHERS,
  WRITING_STYLES,
} from './nouns.ts';

/**
 * The nouns of Storyloom. Browser-safe and worker-safe: only zod is imported here, and every other room uses these types.
 * Lengths are words, durations are milliseconds, picture sizes are pixels.
 * What they can be is told in nouns.ts, which pages read without loading zod.
 */
export {
  AGE_GROUPS,
  type AgeGroup,
  ASPECT_RATIOS,
  type AspectRatio,
  AUDIENCES,
  CONTENT_RATINGS,
  ENDINGS,
  FILM_RESOLUTIONS,
  type FilmResolution,
  ILLUSTRATION_STYLES,
  type IllustrationStyle,
  JOB_KINDS,
  JOB_STAGES,
  JOB_STATUSES,
  type JobKind,
  type JobStage,
  type JobStatus,
  MAX_BRIEF_WORDS,
  MAX_CAST,
  MAX_PROMPT_LENGTH,
  MAX_SCENES,
  MAX_SOURCE_TEXT,
  MOODS,
  type Mood,
  NAMED_VOICES,
  type NamedVoice,
  PICTURE_QUALITIES,
  type PictureQuality,
  PLACES,
  type Place,
  POINTS_OF_VIEW,
  PRONOUNS,
  type Pronoun,
  STORY_PARTS,
  STORY_TOPICS,
  type StoryPart,
  type StoryTopic,
  SUITE_MODULES,
  type SuiteModule,
  TIMES_OF_DAY,
  type TimeOfDay,
  TONES,
  type Tone,
  TRANSITIONS,
  type Transition,
  VOICES,
  type Voice,
  WEATHERS,
  type Weather,
  WRITING_STYLES,
} from './nouns.ts';

export const ageGroupSchema = z.enum(AGE_GROUPS);
export const aspectRatioSchema = z.enum(ASPECT_RATIOS);
export const illustrationStyleSchema = z.enum(ILLUSTRATION_STYLES);
export const toneSchema = z.enum(TONES);
export const voiceSchema = z.enum(VOICES);
export const filmResolutionSchema = z.enum(FILM_RESOLUTIONS);

export const filmOptionsSchema = z.object({
  resolution: filmResolutionSchema.default('720p'),
  fps: z.union([z.literal(25), z.literal(30)]).default(25),
  /** Captions drawn into the picture with the spoken word highlighted; soft subtitles are always in the file. */
  burnedCaptions: z.boolean().default(true),
});
export type FilmOptions = z.infer<typeof filmOptionsSchema>;

const line = (longest: number) => z.string().trim().min(1).max(longest);

/** Somebody a person has told us about. */
export const castMemberSchema = z.object({
  name: line(80),
  /** Who or what they are, how they look and behave: "a small red dragon with a torn wing". */
  description: z.string().trim().max(600).default(''),
  /** "Nova’s best friend" */
  relationships: z.array(line(200)).max(12).default([]),
  /** How they change: "learns to ask for help". */
  arc: z.string().trim().max(400).default(''),
});
export type CastMember = z.infer<typeof castMemberSchema>;

/** Who listens and what does them good (Dream Flow's `profile`). It shapes text, pictures and voice. */
export const readerProfileSchema = z.object({
  mood: line(200).optional(),
  routine: line(400).optional(),
  preferences: z.array(line(120)).max(20).default([]),
  favouriteCharacters: z.array(line(120)).max(12).default([]),
  calmingElements: z.array(line(120)).max(20).default([]),
});
export type ReaderProfile = z.infer<typeof readerProfileSchema>;

/** Who somebody is, and how they look on every page. `id` is a kebab-case slug unique in the story. */
export const characterSheetSchema = z.object({
  id: z.string().min(1).max(60),
  name: z.string().min(1).max(80),
  /** A singular common noun: "mouse", "girl", "robot". */
  kind: z.string().min(1).max(60),
  role: z.enum(['hero', 'companion', 'other']),
  pronoun: z.enum(PRONOUNS),
  /** One sentence, repeated in every picture prompt that shows them. */
  description: z.string().min(1).max(400),
  /** Colour words or hex values for what they wear; locked for the whole story. */
  outfit: z.string().max(120),
  /** The colours that make them out, `#rrggbb`, the largest first; locked with the outfit. Absent in older stories. */
  palette: z
    .array(z.string().regex(/^#[0-9a-f]{6}$/))
    .max(6)
    .optional(),
  seed: z.int().min(0),
});
export type CharacterSheet = z.infer<typeof characterSheetSchema>;

/** Everything a caller can ask of a story. Each dialect maps its request to this and nothing else reaches the pipeline. */
export const storyBriefSchema = z.object({
  prompt: z.string().trim().min(1).max(MAX_PROMPT_LENGTH),
  ageGroup: ageGroupSchema.default('6-8'),
  sceneCount: z.int().min(1).max(MAX_SCENES).default(4),
  /** Words in the whole story; when absent the age group and the number of scenes decide. */
  targetLength: z.int().min(30).max(3_000).optional(),
  tone: toneSchema.default('gentle'),
  theme: z.string().trim().max(200).optional(),
  setting: z.string().trim().max(300).optional(),
  /** Names or short descriptions ("Nova the fox") of who should appear besides those the prompt names. */
  characters: z.array(z.string().trim().min(1).max(200)).max(8).default([]),
  /**
   * What a conversation told, from `title` to `words`. Absent rather than empty, so that a brief without them reads and
   * compares as it did before there were conversations.
   */
  title: line(120).optional(),
  cast: z.array(castMemberSchema).max(MAX_CAST).optional(),
  /** Where it happens, in the order of the story. */
  locations: z.array(line(200)).max(40).optional(),
  themes: z.array(line(120)).max(40).optional(),
  /** What happens, one sentence each, in the order of the story. */
  plotPoints: z.array(line(400)).max(40).optional(),
  /** What the person said in their own words, oldest first. */
  words: z
    .array(line(MAX_PROMPT_LENGTH))
    .max(500)
    .refine(
      (words) => words.reduce((sum, said) => sum + said.length, 0) <= MAX_BRIEF_WORDS,
      'That is more than a brief can carry.',
    )
    .optional(),
  /** What other systems' clients can ask for, from `profile` to `transition`. Absent rather than empty, as above. */
  profile: readerProfileSchema.optional(),
  /** Who tells it: "Award-Winning Science Fiction Author". */
  persona: line(200).optional(),
  writingStyle: z.enum(WRITING_STYLES).optional(),
  pointOfView: z.enum(POINTS_OF_VIEW).optional(),
  contentRating: z.enum(CONTENT_RATINGS).optional(),
  ending: z.enum(ENDINGS).optional(),
  /** Older readers than the age groups know; they get the oldest group's pictures and limits. */
  audience: z.enum(AUDIENCES).optional(),
  /** Premise, outline and titled chapters are wanted beside the text. */
  chapters: z.literal(true).optional(),
  /** A text to be illustrated and told as it is, cut into scenes; nobody rewrites it. */
  sourceText: z.string().trim().min(1).max(MAX_SOURCE_TEXT).optional(),
  /** The look in free words ("digital art"), for models that take any; the nearest `style` is set beside it. */
  styleNote: line(200).optional(),
  pictureQuality: z.enum(PICTURE_QUALITIES).optional(),
  /** How long each scene of the film lasts at least; longer where its narration is. */
  secondsPerScene: z.number().min(1).max(60).optional(),
  transition: z.enum(TRANSITIONS).optional(),
  /** Used where the engine has a voice of this name; else `voice`, which is set to the nearest of ours. */
  namedVoice: z.enum(NAMED_VOICES).optional(),
  /** One short moving clip per scene, besides the film. */
  clips: z.literal(true).optional(),
  /** Which models are to do the work, each a list `provider/model, provider/model`; absent: the installation's own choice. */
  models: z
    .object({ text: line(300), picture: line(300), speech: line(300), video: line(300) })
    .partial()
    .optional(),
  /** What this story may cost at most, in micro-dollars; the installation's own cap counts too. */
  maxCostMicros: z.int().min(0).optional(),
  /** The finished story it continues, with the sheets of its characters, which stay as they are, and what happened there. */
  sequelOf: z.uuid().optional(),
  sheets: z
    .array(characterSheetSchema)
    .min(1)
    .max(MAX_CAST + 4)
    .optional(),
  before: line(2_000).optional(),
  /** Whose story it is, of the household's readers; their profile and age are in this brief already. */
  readerId: z.uuid().optional(),
  /** Told before sleep: calmer text under the `bedtime` guardrails, a slower voice. */
  bedtime: z.literal(true).optional(),
  /** What the household leaves out; the story must not be about it either. */
  avoidTopics: z.array(z.enum(STORY_TOPICS)).max(STORY_TOPICS.length).optional(),
  /** Through which module of the suite it was asked for, and in whose list it stands. */
  suiteModule: z.enum(SUITE_MODULES).optional(),
  style: illustrationStyleSchema.default('storybook'),
  aspectRatio: aspectRatioSchema.default('16:9'),
  voice: voiceSchema.default('rosie'),
  pictures: z.boolean().default(true),
  narration: z.boolean().default(true),
  film: filmOptionsSchema.nullable().default({ resolution: '720p', fps: 25, burnedCaptions: true }),
  /** Same seed and same brief → same story, pictures, voice and music. Chosen when the job is made if absent. */
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .optional(),
});
export type StoryBrief = z.infer<typeof storyBriefSchema>;
export type StoryBriefInput = z.input<typeof storyBriefSchema>;

/** What one picture shows. */
export const sceneSettingSchema = z.object({
  place: z.enum(PLACES),
  timeOfDay: z.enum(TIMES_OF_DAY),
  weather: z.enum(WEATHERS),
  mood: z.enum(MOODS),
});
export type SceneSetting = z.infer<typeof sceneSettingSchema>;

export const sceneDraftSchema = z.object({
  /** Of a chapter, or a heading the given text had. Absent where nobody asked for chapters. */
  title: z.string().min(1).max(120).optional(),
  text: z.string().min(1),
  /** One short sentence about what happens: `scene_description` of the documented API, alt text of the picture. */
  summary: z.string().min(1).max(300),
  setting: sceneSettingSchema,
  /** Ids of character sheets seen in the picture; the hero comes first. */
  characterIds: z.array(z.string()).max(6),
  /** Things the text names that the picture should show: singular nouns ("cheese", "lantern"). */
  props: z.array(z.string().max(60)).max(8),
});
export type SceneDraft = z.infer<typeof sceneDraftSchema>;

/** What a writer, built-in or not, must return. */
export const storyDraftSchema = z.object({
  title: z.string().min(1).max(120),
  /** Who wants what and what stands in the way, before anything is told. With `outline` only when chapters are wanted. */
  premise: z.string().min(1).max(600).optional(),
  /** What happens in each chapter, one or two sentences for each scene, in order. */
  outline: z.array(z.string().min(1).max(600)).min(1).max(MAX_SCENES).optional(),
  /** One line for grown-ups and the last page. */
  moral: z.string().max(240),
  /** Which music fits. */
  musicMood: z.enum(['lullaby', 'playful', 'adventure', 'mystery', 'wonder']),
  characters: z
    .array(characterSheetSchema)
    .min(1)
    .max(MAX_CAST + 4),
  scenes: z.array(sceneDraftSchema).min(1).max(MAX_SCENES),
});
export type StoryDraft = z.infer<typeof storyDraftSchema>;
export type MusicMood = StoryDraft['musicMood'];

/** When one written word is spoken. Times are milliseconds from the start of the scene's narration file. */
export const wordTimingSchema = z.object({
  text: z.string(),
  startMs: z.number().min(0),
  endMs: z.number().min(0),
});
export type WordTiming = z.infer<typeof wordTimingSchema>;
