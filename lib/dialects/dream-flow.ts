import { z } from 'zod';
import { MAX_PROMPT_LENGTH, MAX_SCENES, type StoryBrief, storyBriefSchema } from '../story/schema';
import type { StoryView } from '../story/views';
import { readNamedVoice } from './named-voice';
import { readPictureStyle } from './read-picture-style';

/** Dream Flow's `POST /api/v1/story`: a bedtime story for somebody we know something about. */

const words = (longest: number) => z.string().trim().max(longest).nullish();
const list = (longest: number, most: number) =>
  z.array(z.string().trim().min(1).max(longest)).max(most).nullish();

/** Fields nobody documented are ignored, as the original does. */
export const dreamFlowRequestSchema = z.object({
  prompt: z.string().trim().min(1, 'Tell us what the story is about.').max(MAX_PROMPT_LENGTH),
  theme: words(200),
  /** Words in the whole story. */
  target_length: z.int().min(30).max(3_000).nullish(),
  voice: words(40),
  num_scenes: z.int().min(1).max(MAX_SCENES).nullish(),
  profile: z
    .object({
      mood: words(200),
      routine: words(400),
      preferences: list(120, 20),
      favorite_characters: list(120, 12),
      calming_elements: list(120, 20),
    })
    .nullish(),
});
export type DreamFlowRequest = z.infer<typeof dreamFlowRequestSchema>;

export const dreamFlowStorySchema = z.object({
  story_text: z.string(),
  theme: z.string(),
  assets: z.object({
    /** The whole story read aloud, in one file. Null where no voice was made. */
    audio: z.string().nullable(),
    video: z.string().nullable(),
    frames: z.array(z.string()),
  }),
  /** Storyloom's own. */
  title: z.string(),
  story_id: z.uuid(),
  job_id: z.uuid().nullable(),
});
export type DreamFlowStory = z.infer<typeof dreamFlowStorySchema>;

/** @throws AppError `voice_unknown` */
export function briefFromDreamFlow(request: DreamFlowRequest): StoryBrief {
  const { profile } = request;
  const theme = request.theme || undefined;
  return storyBriefSchema.parse({
    prompt: request.prompt,
    theme,
    // It tells stories at bedtime and nothing else.
    tone: 'dreamy',
    targetLength: request.target_length ?? undefined,
    sceneCount: request.num_scenes ?? undefined,
    ...(request.voice && readNamedVoice(request.voice)),
    ...readPictureStyle(theme),
    ...(profile && {
      profile: {
        mood: profile.mood || undefined,
        routine: profile.routine || undefined,
        preferences: profile.preferences ?? [],
        favouriteCharacters: profile.favorite_characters ?? [],
        calmingElements: profile.calming_elements ?? [],
      },
    }),
  });
}

/** @param story with addresses its reader can open */
export function buildDreamFlowStory(story: StoryView): DreamFlowStory {
  return {
    story_text: story.content,
    theme: story.theme,
    assets: {
      audio: story.audio?.audio_url ?? null,
      video: story.film?.video_url ?? null,
      frames: story.images.map((image) => image.image_url),
    },
    title: story.title,
    story_id: story.id,
    job_id: story.job_id,
  };
}
