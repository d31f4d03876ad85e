import { z } from 'zod';
import {
  aspectRatioSchema,
  filmResolutionSchema,
  MAX_SCENES,
  MAX_SOURCE_TEXT,
  type StoryBrief,
  storyBriefSchema,
  TRANSITIONS,
  voiceSchema,
} from '../../story/schema';
import type { StoryView } from '../../story/views';
import { readPictureStyle } from '../read-picture-style';
import { AUDIENCE_LABELS } from './labels';
import { labelSchema, wordsSchema } from './read-label';

/** ALwrity's video generator: scenes of a given text with pictures, or the whole film with narration and transitions. */

const PROMPT_LENGTH = 400;
const DEFAULT_SECONDS_PER_SCENE = 5;
const choice = z.union([z.boolean(), z.stringbool()]).default(true);

const sceneShape = {
  story_text: z.string().trim().min(1, 'There is no text to show.').max(MAX_SOURCE_TEXT),
  title: wordsSchema(120),
  illustration_style: wordsSchema(200),
  aspect_ratio: aspectRatioSchema.optional(),
  max_scenes: z.coerce.number().int().min(1).max(MAX_SCENES).default(8),
  /** Seconds. A scene whose narration is longer lasts as long as that. */
  duration_per_scene: z.coerce.number().min(1).max(60).default(DEFAULT_SECONDS_PER_SCENE),
  audience_age_group: labelSchema(AUDIENCE_LABELS),
};
export const makeScenesQuerySchema = z.object(sceneShape);
export const makeVideoRequestSchema = z.object({
  ...sceneShape,
  narration: choice,
  voice: voiceSchema.optional(),
  captions: choice,
  transition: z.enum(TRANSITIONS).optional(),
  resolution: filmResolutionSchema.optional(),
  fps: z.union([z.literal(25), z.literal(30)]).optional(),
});
type MakeScenes = z.output<typeof makeScenesQuerySchema>;

export function briefFromScenesRequest(request: MakeScenes): StoryBrief {
  return storyBriefSchema.parse({ ...commonBrief(request), narration: false, film: null });
}

export function briefFromVideoRequest(request: z.output<typeof makeVideoRequestSchema>): StoryBrief {
  return storyBriefSchema.parse({
    ...commonBrief(request),
    narration: request.narration,
    voice: request.voice,
    transition: request.transition,
    film: { resolution: request.resolution, fps: request.fps, burnedCaptions: request.captions },
  });
}

function commonBrief(request: MakeScenes) {
  return {
    prompt: request.story_text.slice(0, PROMPT_LENGTH),
    sourceText: request.story_text,
    title: request.title,
    ageGroup: request.audience_age_group?.ageGroup,
    audience: request.audience_age_group?.audience,
    sceneCount: request.max_scenes,
    secondsPerScene: request.duration_per_scene,
    ...readPictureStyle(request.illustration_style),
    aspectRatio: request.aspect_ratio,
    pictures: true,
    suiteModule: 'story-video-generator' as const,
  };
}

export const videoSceneSchema = z.object({
  scene_index: z.int(),
  title: z.string(),
  text: z.string(),
  description: z.string(),
  illustration_prompt: z.string(),
  illustration_url: z.string().nullable(),
  audio_url: z.string().nullable(),
  /** Seconds. */
  duration: z.number(),
});
export type VideoScene = z.infer<typeof videoSceneSchema>;

export const videoStorySchema = z.object({
  story_id: z.uuid(),
  title: z.string(),
  scenes: z.array(videoSceneSchema),
  total_scenes: z.int(),
  /** Seconds: the film's when there is one, else the scenes' together. */
  total_duration: z.number(),
  video_url: z.string().nullable(),
  captions_url: z.string().nullable(),
  poster_url: z.string().nullable(),
});
export type VideoStory = z.infer<typeof videoStorySchema>;

export function buildVideoStory(story: StoryView): VideoStory {
  const prompts = new Map(story.images.map((image) => [image.display_order, image.prompt_used]));
  const scenes = story.scenes.map((scene) => ({
    scene_index: scene.display_order,
    title: scene.title,
    text: scene.text,
    description: scene.scene_description,
    illustration_prompt: prompts.get(scene.display_order) ?? '',
    illustration_url: scene.image_url,
    audio_url: scene.audio_url,
    duration: Math.max(story.seconds_per_scene ?? DEFAULT_SECONDS_PER_SCENE, (scene.duration_ms ?? 0) / 1000),
  }));
  return {
    story_id: story.id,
    title: story.title,
    scenes,
    total_scenes: scenes.length,
    total_duration: story.film
      ? story.film.duration_ms / 1000
      : scenes.reduce((sum, scene) => sum + scene.duration, 0),
    video_url: story.film?.video_url ?? null,
    captions_url: story.film?.captions_url ?? null,
    poster_url: story.film?.poster_url ?? null,
  };
}
