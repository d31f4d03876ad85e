import { z } from 'zod';
import {
  illustrationStyleSchema,
  MAX_SCENES,
  type StoryBrief,
  storyBriefSchema,
  voiceSchema,
} from '../../story/schema';
import type { StoryView } from '../../story/views';
import {
  AUDIENCE_LABELS,
  CONTENT_RATING_LABELS,
  ENDING_LABELS,
  POINT_OF_VIEW_LABELS,
  TONE_LABELS,
  WRITING_STYLE_LABELS,
} from './labels';
import { labelSchema, wordsSchema } from './read-label';

/**
 * ALwrity's story writer: premise → outline → chapters. Only text is made unless pictures, narration or a video are asked
 * for. The same fields come as a JSON body or as a query string, where every value is text.
 */

const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
/** `true` in a JSON body, "true" in a query string. */
const choice = z.union([z.boolean(), z.stringbool()]).default(false);

const requestShape = {
  persona: wordsSchema(200),
  story_setting: wordsSchema(2_000),
  character_input: wordsSchema(2_000),
  plot_elements: wordsSchema(4_000),
  writing_style: labelSchema(WRITING_STYLE_LABELS),
  story_tone: labelSchema(TONE_LABELS),
  narrative_pov: labelSchema(POINT_OF_VIEW_LABELS),
  audience_age_group: labelSchema(AUDIENCE_LABELS),
  content_rating: labelSchema(CONTENT_RATING_LABELS),
  ending_preference: labelSchema(ENDING_LABELS),
  title: wordsSchema(120),
  num_chapters: count(1, MAX_SCENES).default(4),
  target_length: count(30, 3_000).optional(),
  generate_images: choice,
  generate_narration: choice,
  generate_video: choice,
  illustration_style: illustrationStyleSchema.optional(),
  voice: voiceSchema.optional(),
  /** Whose story it is, of the household's readers, and whether it is told before sleep. */
  reader_id: z.uuid().optional(),
  bedtime: choice,
  seed: count(0, 2 ** 31 - 1).optional(),
};

export const writeStoryRequestSchema = z
  .object(requestShape)
  .refine((request) => request.plot_elements ?? request.character_input ?? request.story_setting, {
    path: ['plot_elements'],
    message: 'Say what it is about: plot_elements, character_input or story_setting.',
  });
export type WriteStoryRequest = z.output<typeof writeStoryRequestSchema>;

/** As the brief has it. */
const MAX_SETTING = 300;

export const MAX_BATCH = 20;
export const writeStoriesRequestSchema = z.object({
  stories: z.array(writeStoryRequestSchema).min(1).max(MAX_BATCH),
});

export function briefFromWriteRequest(request: WriteStoryRequest): StoryBrief {
  const plot = readPlot(request.plot_elements);
  const people = request.character_input ?? '';
  return storyBriefSchema.parse({
    prompt: [endSentence(people), plot.told || (people ? '' : request.story_setting)]
      .filter(Boolean)
      .join(' '),
    ageGroup: request.audience_age_group?.ageGroup,
    audience: request.audience_age_group?.audience,
    sceneCount: request.num_chapters,
    targetLength: request.target_length,
    tone: request.story_tone,
    theme: plot.theme?.slice(0, 200),
    // A long setting is told in the person's own words, so that nothing of it is lost.
    ...fitSetting(request.story_setting),
    characters: splitSentences(people).slice(0, 8),
    title: request.title,
    persona: request.persona,
    writingStyle: request.writing_style,
    pointOfView: request.narrative_pov,
    contentRating: request.content_rating,
    ending: request.ending_preference,
    chapters: true,
    suiteModule: 'story-writer',
    style: request.illustration_style,
    voice: request.voice,
    readerId: request.reader_id,
    bedtime: request.bedtime || undefined,
    pictures: request.generate_images || request.generate_video,
    narration: request.generate_narration || request.generate_video,
    film: request.generate_video ? undefined : null,
    seed: request.seed,
  });
}

/** "Theme: Good vs. evil. Conflict: Save the world" → the theme, and what happens without its labels. */
function readPlot(plot: string | undefined): { theme?: string; told: string } {
  if (!plot) return { told: '' };
  const theme = /(?:^|[.;\n]\s*)themes?\s*:\s*(.+?)(?=\.\s+[A-Z][\w ]{2,24}:|[;\n]|\.?\s*$)/is.exec(plot);
  const told = (theme ? plot.replace(theme[0], '') : plot)
    .replaceAll(/(^|[.;\n]\s*)(?:[A-Z][\w ]{2,24}):\s*/g, '$1')
    .replace(/^[\s.;]+/, '')
    .trim();
  const found = theme?.[1]?.trim();
  return { told: told || (found ?? ''), ...(found && { theme: found }) };
}

/** What stands first in a long setting is where it is; all of it goes along in the person's own words. */
function fitSetting(setting: string | undefined): Pick<StoryBrief, 'setting' | 'words'> {
  if (!setting) return {};
  if (setting.length <= MAX_SETTING) return { setting };
  const opening = setting.slice(0, MAX_SETTING);
  const end = Math.max(opening.search(/[.!?;](?=\s)/), 0) || opening.lastIndexOf(' ');
  return { setting: opening.slice(0, end > 0 ? end : MAX_SETTING), words: [setting] };
}

function endSentence(text: string): string {
  return text === '' || /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** One entry per person; the brief takes short ones. */
function splitSentences(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|\s*[;\n]\s*/)
    .map((sentence) => sentence.replace(/[.!?]+$/, '').trim())
    .filter((sentence) => sentence !== '' && sentence.length <= 200);
}

export const writtenStorySchema = z.object({
  story_id: z.uuid(),
  title: z.string(),
  premise: z.string(),
  outline: z.array(z.string()),
  story: z.string(),
  chapters: z.array(z.object({ chapter_number: z.int(), title: z.string(), content: z.string() })),
  word_count: z.int(),
});
export type WrittenStory = z.infer<typeof writtenStorySchema>;

export function buildWrittenStory(story: StoryView): WrittenStory {
  return {
    story_id: story.id,
    title: story.title,
    premise: story.premise,
    outline: story.outline,
    story: story.content,
    chapters: story.scenes.map((scene) => ({
      chapter_number: scene.display_order + 1,
      title: scene.title,
      content: scene.text,
    })),
    word_count: story.reading?.words ?? 0,
  };
}
