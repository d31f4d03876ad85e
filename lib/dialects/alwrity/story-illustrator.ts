import { z } from 'zod';
import { AppError } from '../../errors';
import {
  aspectRatioSchema,
  MAX_SCENES,
  MAX_SOURCE_TEXT,
  type StoryBrief,
  storyBriefSchema,
} from '../../story/schema';
import type { StoryView } from '../../story/views';
import { readPictureStyle } from '../read-picture-style';
import { AUDIENCE_LABELS, QUALITY_LABELS } from './labels';
import { labelSchema, wordsSchema } from './read-label';

/** ALwrity's story illustrator: pictures for a text that is there already, nobody rewrites it. */

/** The text's first letters name the work where there is no title. */
const PROMPT_LENGTH = 400;

const settingsShape = {
  style: wordsSchema(200),
  aspect_ratio: aspectRatioSchema.optional(),
  quality: labelSchema(QUALITY_LABELS),
  max_illustrations: z.coerce.number().int().min(1).max(MAX_SCENES).default(5),
  title: wordsSchema(120),
  audience_age_group: labelSchema(AUDIENCE_LABELS),
};
export const illustrationSettingsSchema = z.object(settingsShape);
export type IllustrationSettings = z.output<typeof illustrationSettingsSchema>;

const TOO_LONG = `A text has at most ${MAX_SOURCE_TEXT.toLocaleString('en')} characters.`;
const textSchema = z.string().trim().min(1, 'There is no text to illustrate.').max(MAX_SOURCE_TEXT, TOO_LONG);
const urlSchema = z.url({ protocol: /^https?$/ }).max(2_000);

/** `story_input` holds the text itself or the address of a page that has it. */
export const illustrateRequestSchema = z.object({
  story_input: z
    .object({ text: textSchema.optional(), url: urlSchema.optional(), title: wordsSchema(120) })
    .refine((input) => (input.text === undefined) !== (input.url === undefined), {
      path: ['text'],
      message: 'Send either a text or a url.',
    }),
  settings: illustrationSettingsSchema.prefault({}),
});

export const illustrateUrlQuerySchema = z.object({ url: urlSchema, ...settingsShape });

/** Fields of a form beside the file. */
export const illustrateUploadFieldsSchema = illustrationSettingsSchema;

/** @throws AppError `payload_too_large` for a file or page with more text than a story can hold */
export function briefFromIllustrateRequest(
  source: { text: string; title?: string | undefined },
  settings: IllustrationSettings,
): StoryBrief {
  if (source.text.length > MAX_SOURCE_TEXT) throw new AppError('payload_too_large', TOO_LONG);
  return storyBriefSchema.parse({
    prompt: source.text.slice(0, PROMPT_LENGTH),
    sourceText: source.text,
    title: settings.title ?? source.title?.slice(0, 120),
    ageGroup: settings.audience_age_group?.ageGroup,
    audience: settings.audience_age_group?.audience,
    sceneCount: settings.max_illustrations,
    ...readPictureStyle(settings.style),
    aspectRatio: settings.aspect_ratio,
    pictureQuality: settings.quality,
    pictures: true,
    narration: false,
    film: null,
    suiteModule: 'story-illustrator',
  });
}

export const illustrationSchema = z.object({
  index: z.int(),
  scene_text: z.string(),
  scene_description: z.string(),
  prompt: z.string(),
  image_url: z.string(),
  width: z.int().nullable(),
  height: z.int().nullable(),
});

export const illustratedStorySchema = z.object({
  story_id: z.uuid(),
  title: z.string(),
  style: z.string(),
  aspect_ratio: aspectRatioSchema,
  illustrations: z.array(illustrationSchema),
  total_illustrations: z.int(),
  download_url: z.string(),
});
export type IllustratedStory = z.infer<typeof illustratedStorySchema>;

export function buildIllustratedStory(story: StoryView, jobId: string): IllustratedStory {
  const illustrations = story.images.map((image) => {
    const scene = story.scenes.find((one) => one.display_order === image.display_order);
    return {
      index: image.display_order,
      scene_text: scene?.text ?? '',
      scene_description: image.scene_description,
      prompt: image.prompt_used,
      image_url: image.image_url,
      width: scene?.image_width ?? null,
      height: scene?.image_height ?? null,
    };
  });
  return {
    story_id: story.id,
    title: story.title,
    style: story.style,
    aspect_ratio: story.aspect_ratio,
    illustrations,
    total_illustrations: illustrations.length,
    download_url: `/api/story-illustrator/download/${jobId}`,
  };
}
