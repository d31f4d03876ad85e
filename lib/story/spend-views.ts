import { z } from 'zod';

/** What the API says about money: every call of a model, what it cost and what may still be spent. Browser-safe. */

export const CALL_STATUSES = ['reserved', 'settled', 'failed', 'lost'] as const;

/** US dollars × 1 000 000. */
const micros = z.int().min(0);

const modelCallViewSchema = z.object({
  id: z.uuid(),
  /** The work inside the job: `draft`, `picture:3`, `narration:3`, `character:nova`. Pages count from 1. */
  step: z.string(),
  modality: z.string(),
  provider: z.string(),
  model: z.string(),
  /** Who does the work, for people. */
  label: z.string(),
  /** Which try of this step with this model it is, from 1. */
  attempt: z.int(),
  /** `lost`: begun, and nobody knows whether the provider did and billed it. */
  status: z.enum(CALL_STATUSES),
  /** What was used: tokens, pictures, characters, seconds. */
  units: z.record(z.string(), z.number()),
  /** As far as it is known; also of a call whose answer was no use. */
  cost_micros: micros,
  /** What is held back for a call that is under way or lost, so that nobody knows its cost; else 0. */
  reserved_micros: micros,
  /** True when the result was there from before and nothing was called. */
  is_cached: z.boolean(),
  /** True when the engine is free of charge: built in, or a server of one's own. */
  is_free: z.boolean(),
  error_code: z.string().nullable(),
  error_message: z.string().nullable(),
  created_at: z.string(),
  finished_at: z.string().nullable(),
});
export type ModelCallView = z.infer<typeof modelCallViewSchema>;

export const jobCallsViewSchema = z.object({
  job_id: z.uuid(),
  currency: z.literal('USD'),
  /** What is known to be spent. */
  total_micros: micros,
  /** Lost calls: what they may have cost. */
  may_be_billed_micros: micros,
  /** What the job was expected to cost before it began; null where nothing was quoted. */
  quoted_micros: micros.nullable(),
  /** The most this story may cost; null: no cap. */
  cap_micros: micros.nullable(),
  /** Oldest first. */
  calls: z.array(modelCallViewSchema),
  /** Providers among these that keep failing and are left alone for a while. */
  paused_providers: z.array(z.object({ provider: z.string(), label: z.string(), until: z.string() })),
});
export type JobCallsView = z.infer<typeof jobCallsViewSchema>;

export const usageViewSchema = z.object({
  currency: z.literal('USD'),
  /** The day in UTC that is counted. */
  day: z.string(),
  /** The caller's own calls of this day, lost ones and those under way included. */
  spent_micros: micros,
  /** What stories that are still being made were quoted and have not spent yet. */
  expected_micros: micros,
  caps: z.object({
    story_micros: micros.nullable(),
    user_day_micros: micros.nullable(),
    /** What the caller may still spend today, whichever cap is nearer; null: no cap. */
    left_micros: micros.nullable(),
  }),
});
export type UsageView = z.infer<typeof usageViewSchema>;
