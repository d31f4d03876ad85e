import { z } from 'zod';
import {
  type CharacterSheet,
  characterSheetSchema,
  MAX_CAST,
  MAX_SCENES,
  sceneDraftSchema,
  storyDraftSchema,
} from '../../story/schema.ts';

/**
 * What is asked of a model, in the form strict output wants: every property is required, so what may be absent is left out
 * of the question, and a slip that costs nothing to mend (a colour that is none, a seed with a fraction) is mended here
 * instead of being asked for again.
 */

const HEX = /^#[0-9a-f]{6}$/;
const palette = z.preprocess(
  (given) =>
    (Array.isArray(given) ? given : [])
      .map((colour) => String(colour).trim().toLowerCase())
      .filter((colour) => HEX.test(colour))
      .slice(0, 6),
  z.array(z.string()),
);
const seed = z.preprocess(
  (given) => (Number.isFinite(Number(given)) ? Math.abs(Math.trunc(Number(given))) % 2 ** 31 : 0),
  z.int().min(0),
);
const few = (most: number) =>
  z.preprocess(
    (given) =>
      Array.isArray(given)
        ? given.slice(0, most).map((one) => (typeof one === 'string' ? one.slice(0, 60) : one))
        : given,
    z.array(z.string().max(60)).max(most),
  );

const sheetSchema = characterSheetSchema.extend({ palette, seed });
const castSchema = z
  .array(sheetSchema)
  .min(1)
  .max(MAX_CAST + 4);

/** A page as a writer gives it. */
const pageSchema = sceneDraftSchema.omit({ title: true }).extend({ props: few(8), characterIds: few(6) });
export type Page = z.infer<typeof pageSchema>;

const title = z.string().min(1).max(120);
const musicMood = storyDraftSchema.shape.musicMood;
const moral = storyDraftSchema.shape.moral;

/** What a story will be before any of it is told: everybody's sheet, and for every page what happens and what it changes. */
export const outlineSchema = z.object({
  title,
  /** Who wants what, and what stands in the way. */
  premise: z.string().min(1).max(600),
  /** What is different at the end. */
  change: z.string().min(1).max(600),
  moral,
  musicMood,
  characters: castSchema,
  pages: z
    .array(z.object({ title, happens: z.string().min(1).max(600), changes: z.string().max(400) }))
    .min(1)
    .max(MAX_SCENES),
});
export type Outline = z.infer<typeof outlineSchema>;

/** All pages at once. */
export const bookSchema = z.object({ scenes: z.array(pageSchema).min(1).max(MAX_SCENES) });

/** One page of a long story, and what has happened up to its end. */
export const chapterSchema = pageSchema.extend({ soFar: z.string().min(1).max(4_000) });
export type Chapter = z.infer<typeof chapterSchema>;

export const CRITERIA = ['age', 'sound', 'arc', 'characters', 'safety', 'length', 'wishes'] as const;
export type Criterion = (typeof CRITERIA)[number];

const score = z.object({ score: z.int().min(1).max(5), reason: z.string().max(600) });
/** What an editor says. `page` counts from 1; 0 is the whole story. */
export const critiqueSchema = z.object({
  scores: z.object({
    age: score,
    sound: score,
    arc: score,
    characters: score,
    safety: score,
    length: score,
    wishes: score,
  }),
  fixes: z
    .array(
      z.object({
        page: z.int().min(0).max(MAX_SCENES),
        criterion: z.enum(CRITERIA),
        problem: z.string().max(600),
        fix: z.string().max(600),
      }),
    )
    .max(40),
});
export type Critique = z.infer<typeof critiqueSchema>;

/** Only the pages that were to be mended. */
export const revisionSchema = z.object({
  pages: z
    .array(pageSchema.extend({ page: z.int().min(1).max(MAX_SCENES) }))
    .min(1)
    .max(MAX_SCENES),
});

/** What pictures need to know of a text that is there already: everything but its words. */
export const describedTextSchema = z.object({
  title,
  moral,
  musicMood,
  characters: castSchema,
  scenes: z
    .array(pageSchema.omit({ text: true }))
    .min(1)
    .max(MAX_SCENES),
});

/** A sheet as a story keeps it: colours only where there are any. */
export function toSheet({ palette, ...sheet }: z.infer<typeof sheetSchema>): CharacterSheet {
  return palette.length > 0 ? { ...sheet, palette } : sheet;
}
