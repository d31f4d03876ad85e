import { z } from 'zod';
import { reviewSchema } from '../household/household-views.ts';
import { ageGroupSchema, illustrationStyleSchema } from './schema.ts';
import { STORY_SORTS } from './story-sorts.ts';

/** What a list of stories can be asked for. Browser-safe. */

export const STORY_LIST_STATUSES = ['completed', 'all', 'making', 'failed', 'any'] as const;

/** Letters of a search that count; what is longer is no search. */
export const MAX_SEARCH_LENGTH = 200;

/** Several values of one filter: `6-8,9-12`, or the parameter more than once. */
function several<Value extends string>(value: z.ZodType<Value, string>) {
  return z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [...new Set([given].flat().flatMap((text) => text.split(',')))])
    .pipe(z.array(value).min(1).max(50))
    .optional();
}

/** A language as a story's row has it. */
const languageSchema = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'This is no language tag.');

/** The documented list has finished stories only, newest first. */
export const storyListQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  cursor: z
    .string()
    .min(1)
    .max(600)
    .optional()
    .describe('Where the page before ended, as its `Link` header has it, under the same `sort`.'),
  status: z
    .enum(STORY_LIST_STATUSES)
    .default('completed')
    .describe('`all`: those in the making too. What has failed only where it is asked for, or under `any`.'),
  id: several(z.uuid()).describe('These alone: one or several.'),
  review: reviewSchema.optional(),
  reader_id: z.uuid().optional().describe('Of the household’s readers, whose story it is.'),
  q: z
    .string()
    .trim()
    .max(MAX_SEARCH_LENGTH)
    .optional()
    .describe(
      'Words of the title, the prompt, the theme or of what happens. Each may be the beginning of one; accents and capitals do not matter. A story that waits for a grown-up is found by none.',
    ),
  age_group: several(ageGroupSchema).describe('One or several: `6-8,9-12`.'),
  style: several(illustrationStyleSchema).describe('One or several: `paper,night`.'),
  language: several(languageSchema).describe('One or several: `en,de`.'),
  favourite: z.enum(['true', 'false']).optional(),
  sort: z
    .enum(STORY_SORTS)
    .default('newest')
    .describe(
      '`title`: from A to Z, without its article. `changed`: what was changed last comes first. `longest`: by the film.',
    ),
});
export type StoryListQuery = z.output<typeof storyListQuerySchema>;
/** As our own code asks: everything but the page's size may be left out. */
export type StoryListRequest = Partial<StoryListQuery> & Pick<StoryListQuery, 'limit'>;
