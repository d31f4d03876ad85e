import { z } from 'zod';
import { DECISION_ACTIONS } from './decisions.ts';

/** One decision of the guardrails, as its owner's grown-ups see it. The text itself is kept nowhere. */
export const decisionViewSchema = z.object({
  id: z.uuid(),
  created_at: z.string(),
  action: z.enum(DECISION_ACTIONS),
  /** The rule that was broken, or the kind of personal data that was masked. */
  rule: z.string(),
  /** The sentence people were shown; null for a mask. */
  message: z.string().nullable(),
  place: z.string(),
  /** The address that was called, or the step of a story's making. */
  door: z.string(),
  /** Equal for equal texts, and of no use to guess them. */
  text_hash: z.string(),
  story_id: z.uuid().nullable(),
  job_id: z.uuid().nullable(),
});

export const decisionListViewSchema = z.object({
  decisions: z.array(decisionViewSchema),
  next_cursor: z.string().nullable(),
});
export type DecisionListView = z.infer<typeof decisionListViewSchema>;

export const decisionListQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
  action: z.enum(DECISION_ACTIONS).optional(),
  job_id: z.uuid().optional(),
});
