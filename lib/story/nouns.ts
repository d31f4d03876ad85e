/**
 * What stories, their parts and their jobs can be, without the schemas: a page that shows a choice of them loads this and not zod.
 */
export const AGE_GROUPS = ['3-5', '6-8', '9-12'] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number];
export const ASPECT_RATIOS = ['16:9', '9:16', '1:1', '4:3'] as const;
export type AspectRatio = (typeof ASPECT_RATIOS)[number];
export const ILLUSTRATION_STYLES = [
  'storybook',
  'watercolour',
  'paper',
  'night',
  'crayon',
  'pastel',
] as const;
export type IllustrationStyle = (typeof ILLUSTRATION_STYLES)[number];
export const TONES = [
  'gentle',
  'adventurous',
  'funny',
  'mysterious',
  'dreamy',
  'heartwarming',
  'suspenseful',
  'uplifting',
  'dark',
  'whimsical',
] as const;
export type Tone = (typeof TONES)[number];
export const VOICES = ['rosie', 'oliver', 'angus'] as const;
export type Voice = (typeof VOICES)[number];
/** Voices that other systems' clients ask for by name; an engine that has one of that name uses it. */
export const NAMED_VOICES = ['alloy', 'echo', 'fable', 'onyx', 'nova', 'shimmer'] as const;
export const FILM_RESOLUTIONS = ['720p', '1080p'] as const;
export type FilmResolution = (typeof FILM_RESOLUTIONS)[number];
export const WRITING_STYLES = ['plain', 'formal', 'casual', 'poetic', 'humorous'] as const;
export const POINTS_OF_VIEW = ['first-person', 'third-limited', 'third-omniscient'] as const;
export const CONTENT_RATINGS = ['G', 'PG', 'PG-13'] as const;
export const ENDINGS = ['happy', 'bittersweet', 'sad', 'cliffhanger', 'twist', 'open'] as const;
export const AUDIENCES = ['children', 'young-adults', 'adults'] as const;
/** Subjects that a household can leave out of its stories; what may be in none is not up to a household (lib/safety). */
export const STORY_TOPICS = [
  'ghosts-and-monsters',
  'magic-and-witches',
  'fights-and-battles',
  'death-and-loss',
  'illness-and-hospital',
  'family-break-up',
  'romance',
  'religion',
  'scary-animals',
  'natural-disasters',
] as const;
export type StoryTopic = (typeof STORY_TOPICS)[number];
export const PICTURE_QUALITIES = ['draft', 'standard', 'high'] as const;
/** The modules of the writer's suite; each lists its own jobs. */
export const SUITE_MODULES = ['story-writer', 'story-illustrator', 'story-video-generator'] as const;
export type SuiteModule = (typeof SUITE_MODULES)[number];
export const TRANSITIONS = ['cut', 'crossfade', 'page-turn'] as const;
export const MAX_PROMPT_LENGTH = 4_000;
export const MAX_SCENES = 12;
export const MAX_CAST = 12;
/** Letters of a person's own words that a brief carries, all utterances together: about fifteen pages. */
export const MAX_BRIEF_WORDS = 40_000;
/** Letters of a given text that is to be illustrated: a short novel. */
export const MAX_SOURCE_TEXT = 200_000;
export type PictureQuality = (typeof PICTURE_QUALITIES)[number];
export type NamedVoice = (typeof NAMED_VOICES)[number];
export type Transition = (typeof TRANSITIONS)[number];
export const PRONOUNS = ['she', 'he', 'they', 'it'] as const;
export const PLACES = [
  'bedroom',
  'house',
  'kitchen',
  'garden',
  'forest',
  'meadow',
  'mountain',
  'beach',
  'sea',
  'underwater',
  'river',
  'village',
  'city',
  'castle',
  'cave',
  'desert',
  'snow',
  'space',
  'sky',
  'farm',
  'school',
  'candy-land',
  'jungle',
  'library',
] as const;
export const TIMES_OF_DAY = ['morning', 'day', 'sunset', 'night'] as const;
export const WEATHERS = ['clear', 'cloudy', 'rain', 'snow', 'fog', 'wind', 'storm'] as const;
export const MOODS = ['calm', 'happy', 'curious', 'worried', 'sad', 'brave', 'magical', 'sleepy'] as const;
export type Place = (typeof PLACES)[number];
export type TimeOfDay = (typeof TIMES_OF_DAY)[number];
export type Weather = (typeof WEATHERS)[number];
export type Mood = (typeof MOODS)[number];
export type Pronoun = (typeof PRONOUNS)[number];
/** `story` makes one; `mend` makes again what depends on a change of it. */
export const JOB_KINDS = ['story', 'mend'] as const;
export type JobKind = (typeof JOB_KINDS)[number];
/** What a story was asked to have. */
export const STORY_PARTS = ['text', 'pictures', 'narration', 'film', 'clips'] as const;
export type StoryPart = (typeof STORY_PARTS)[number];
/** What a page has beside its words. */
export const SCENE_PARTS = ['picture', 'narration', 'video'] as const;
export type ScenePart = (typeof SCENE_PARTS)[number];
/** How a list of jobs is sorted; `longest`: by how long the work took. */
export const JOB_SORTS = ['newest', 'oldest', 'longest'] as const;
export type JobSort = (typeof JOB_SORTS)[number];
export const JOB_STATUSES = ['pending', 'processing', 'completed', 'failed', 'cancelled'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];
/** Nothing more will be told of it. */
export function hasJobEnded({ status }: { status: string }): boolean {
  return status === 'completed' || status === 'failed' || status === 'cancelled';
}
export const JOB_STAGES = ['waiting', 'writing', 'illustrating', 'filming', 'done'] as const;
export type JobStage = (typeof JOB_STAGES)[number];
