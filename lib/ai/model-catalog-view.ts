import { z } from 'zod';
import { MODALITIES } from './providers/provider.ts';

/** What GET /api/v1/models answers; no secrets. Browser-safe. */

const modalitySchema = z.enum(MODALITIES);
const circuitSchema = z.enum(['closed', 'open', 'half-open']);

const providerViewSchema = z.object({
  name: z.string(),
  title: z.string(),
  built_in: z.boolean(),
  /** Its calls cost nothing. */
  is_free: z.boolean(),
  /** Whether what it needs is set; `needs` names the variable that is not. */
  is_set_up: z.boolean(),
  needs: z.string().nullable(),
  /** Whether a list, or what a request may choose, names one of its models. */
  is_used: z.boolean(),
  /** What it has models for. */
  work: z.array(modalitySchema),
  /** `open`: it kept failing and is left alone until `retry_at`; `half-open`: one call tries. */
  circuit: circuitSchema,
  retry_at: z.string().nullable(),
  /** Whether it answered when it was last asked; null: it was not asked, which is done for members only. */
  answers: z.boolean().nullable(),
  checked_at: z.string().nullable(),
  /** What went wrong when it was asked, or keeps going wrong. */
  error_code: z.string().nullable(),
  calls_under_way: z.int(),
  /** How many calls are made at once and in a minute at most, of everybody together; null: as many as come. */
  calls_at_once: z.int().nullable(),
  calls_a_minute: z.int().nullable(),
});
export type ProviderView = z.infer<typeof providerViewSchema>;

const sizeSchema = z.object({ width: z.int(), height: z.int() });

const modelViewSchema = z.object({
  modality: modalitySchema,
  /** `provider/model`: what `models` of a request takes. */
  id: z.string(),
  label: z.string(),
  provider: z.string(),
  built_in: z.boolean(),
  is_free: z.boolean(),
  /** The first that is asked for this work. */
  is_default: z.boolean(),
  /** Asked only when all that were chosen have failed for good. */
  is_stand_in: z.boolean(),
  can: z.object({
    /** Reference pictures it takes beside the words. */
    references: z.int().optional(),
    /** The only sizes it draws or films; absent: any. */
    sizes: z.array(sizeSchema).optional(),
    voices: z.array(z.string()).optional(),
    /** Lengths of the clips it films. */
    seconds: z.array(z.number()).optional(),
  }),
  circuit: circuitSchema,
  answers: z.boolean().nullable(),
  checked_at: z.string().nullable(),
});
export type ModelView = z.infer<typeof modelViewSchema>;

export const modelCatalogSchema = z.object({
  /** In the order in which they are asked, for each kind of work. */
  models: z.array(modelViewSchema),
  providers: z.array(providerViewSchema),
  /** What a request may choose besides: `provider/model`, or `provider/*` for all of it. */
  allowed: z.array(z.string()),
});
export type ModelCatalog = z.infer<typeof modelCatalogSchema>;
