import { z } from 'zod';
import { MODALITIES } from '../ai/providers/provider.ts';

/** What `POST /api/v1/stories/quote` answers. US dollars × 1 000 000. Browser-safe. */

const micros = z.int().min(0);

export const quoteViewSchema = z.object({
  currency: z.literal('USD'),
  /** The most the story costs when every first choice answers: answers are usually shorter than they may be. */
  total_micros: micros,
  /** What it will most likely cost. */
  expected_micros: micros,
  items: z.array(
    z.object({
      modality: z.enum(MODALITIES),
      /** `provider/model` */
      model: z.string(),
      calls: z.int().min(0),
      /** Of all these calls: tokens, pictures, characters, seconds. */
      units: z.record(z.string(), z.number()),
      cost_micros: micros,
      /** True when the price file does not know this model and the dearest one counts. */
      is_guess: z.boolean(),
    }),
  ),
  /** null: no cap. */
  caps: z.object({
    story_micros: micros.nullable(),
    /** What may still be spent today (UTC); what stories that are being made may need yet is taken off. */
    user_day_left_micros: micros.nullable(),
    installation_day_left_micros: micros.nullable(),
  }),
  /** Whether the story would begin now. */
  is_allowed: z.boolean(),
});
export type QuoteView = z.infer<typeof quoteViewSchema>;
