import { z } from 'zod';
import {
  JOB_STATUSES,
  type JobStatus,
  MAX_PROMPT_LENGTH,
  MAX_SCENES,
  type StoryBrief,
  storyBriefSchema,
} from '../story/schema';
import type { StoryProgress } from '../story/story-progress';
import { cursorSchema, pageQuerySchema, type StoryView } from '../story/views';
import { readPictureStyle } from './read-picture-style';

/**
 * StoryMimi's stories, as its Flutter client reads them. Its model names the states in capitals (the names of a Python
 * enum); what travels are the values, which the client reads with `StoryStatus.values.byName(…)`: lower case, everywhere.
 */
export const STORY_MIMI_STATUSES = ['pending', 'processing', 'completed', 'failed'] as const;

export const storyMimiRequestSchema = z.object({
  prompt: z.string().trim().min(1, 'Tell us what the story is about.').max(MAX_PROMPT_LENGTH),
  title: z.string().trim().max(120).nullish(),
  style: z.string().trim().max(200).nullish(),
  num_scenes: z.int().min(1).max(MAX_SCENES).nullish(),
  user_id: z.uuid().nullish(),
});
export type StoryMimiRequest = z.infer<typeof storyMimiRequestSchema>;

/** `limit` and `offset`, or the cursor that `Link` has. */
export const storyMimiListQuerySchema = pageQuerySchema.extend({ cursor: cursorSchema });

const storyShape = {
  story_id: z.uuid(),
  title: z.string(),
  status: z.enum(STORY_MIMI_STATUSES),
  user_id: z.uuid(),
  created_at: z.string(),
  /** Storyloom's own: `cancelled` is told apart here, because the client knows four states. */
  job_id: z.uuid(),
  job_status: z.enum(JOB_STATUSES),
  updated_at: z.string(),
};
export const storyMimiSummarySchema = z.object(storyShape);
export type StoryMimiSummary = z.infer<typeof storyMimiSummarySchema>;

export const storyMimiStatusSchema = z.object({
  ...storyShape,
  stage: z.string(),
  /** 0…1 */
  progress: z.number(),
  error: z.string().nullable(),
});

export const storyMimiDetailSchema = z.object({
  ...storyShape,
  scenes: z.array(
    z.object({
      scene_id: z.uuid(),
      /** From 1. */
      sequence: z.int(),
      text: z.string(),
      image_url: z.string().nullable(),
      audio_url: z.string().nullable(),
    }),
  ),
});

/** The style is a genre as much as a look ("fantasy", "sci-fi"): it goes into the text's theme and into the pictures. */
export function briefFromStoryMimi(request: StoryMimiRequest): StoryBrief {
  const style = request.style || 'fantasy';
  return storyBriefSchema.parse({
    prompt: request.prompt,
    title: request.title || undefined,
    sceneCount: request.num_scenes ?? 3,
    theme: style,
    // Its clients know pictures and voices, and wait for all there is.
    film: null,
    ...readPictureStyle(style),
  });
}

function toStatus(status: JobStatus): (typeof STORY_MIMI_STATUSES)[number] {
  return status === 'cancelled' ? 'failed' : status;
}

export function buildStoryMimiSummary(story: StoryProgress): StoryMimiSummary {
  return {
    story_id: story.storyId,
    title: story.title,
    status: toStatus(story.status),
    user_id: story.ownerId,
    created_at: story.createdAt,
    job_id: story.jobId,
    job_status: story.status,
    updated_at: story.updatedAt,
  };
}

export function buildStoryMimiStatus(story: StoryProgress): z.infer<typeof storyMimiStatusSchema> {
  const { stage, progress, error } = story;
  return { ...buildStoryMimiSummary(story), stage, progress, error };
}

/** @param view the same story, with addresses its reader can open */
export function buildStoryMimiDetail(
  story: StoryProgress,
  view: StoryView,
): z.infer<typeof storyMimiDetailSchema> {
  return {
    ...buildStoryMimiSummary(story),
    scenes: view.scenes.map((scene) => ({
      scene_id: scene.id,
      sequence: scene.display_order + 1,
      text: scene.text,
      image_url: scene.image_url,
      audio_url: scene.audio_url,
    })),
  };
}
