import type { z } from 'zod';
import { AppError } from '@/lib/errors';
import { type StoryBrief, storyBriefSchema } from '@/lib/story/schema';
import type { generateStoryRequestSchema } from '@/lib/story/views';

/**
 * Kids Story Agent's `POST /api/v1/stories/generate`, with Storyloom's own options after the documented ones.
 * @throws AppError `invalid_request` when neither an age nor a reader says who listens
 */
export function briefFromGenerateRequest(request: z.infer<typeof generateStoryRequestSchema>): StoryBrief {
  if (request.age_group === undefined && request.reader_id === undefined) {
    const message = 'Say for which age: 3-5, 6-8 or 9-12.';
    throw new AppError('invalid_request', `The body is not valid. age_group: ${message}`, {
      fields: [{ path: 'age_group', message }],
    });
  }
  return storyBriefSchema.parse({
    prompt: request.prompt,
    ageGroup: request.age_group,
    readerId: request.reader_id,
    bedtime: request.bedtime || undefined,
    sceneCount: request.num_illustrations,
    targetLength: request.target_length,
    tone: request.tone,
    theme: request.theme,
    setting: request.setting,
    characters: request.characters,
    style: request.style,
    aspectRatio: request.aspect_ratio,
    voice: request.voice,
    pictures: request.generate_images,
    clips: request.generate_videos || undefined,
    narration: request.generate_narration,
    film: request.generate_film
      ? {
          resolution: request.film_resolution,
          fps: request.film_fps,
          burnedCaptions: request.burned_captions,
        }
      : null,
    secondsPerScene: request.seconds_per_scene,
    transition: request.transition,
    seed: request.seed,
    models: request.models,
    maxCostMicros:
      request.max_cost_usd === undefined ? undefined : Math.round(request.max_cost_usd * 1_000_000),
  });
}
