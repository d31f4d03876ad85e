import { z } from 'zod';
import { AGE_GROUPS, STORY_TOPICS } from '../story/schema.ts';
import { isTimeZone } from './bedtime.ts';
import { REVIEWS } from './review.ts';

/** What our HTTP API takes and tells about a household. Browser-safe. */

export { HIDDEN_TITLES, isHidden, MAX_READERS, type Review } from './review.ts';
export const reviewSchema = z.enum(REVIEWS);

const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time of day is written 19:30.');
const bedtimeSchema = z
  .strictObject({ from: timeOfDaySchema, to: timeOfDaySchema })
  .refine(({ from, to }) => from !== to, 'Bedtime begins and ends at two times.');

const settingsShape = {
  /** IANA name ("Europe/Berlin"): the household's days and its bedtime are those of this zone. */
  time_zone: z.string().min(1).max(64).refine(isTimeZone, 'A time zone is written Europe/Berlin.'),
  /** Subjects its stories leave out. */
  avoid_topics: z.array(z.enum(STORY_TOPICS)).max(STORY_TOPICS.length),
  /** Stories that may be begun on one day; null: as many as they like. */
  daily_limit: z.int().min(1).max(100).nullable(),
  /** Stories wait until a grown-up has looked at them. */
  require_approval: z.boolean(),
  /** From when to when, over midnight too, stories are told for bedtime; null: only those that ask for it. */
  bedtime: bedtimeSchema.nullable(),
};

export const householdChangeSchema = z
  .strictObject(settingsShape)
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Name something to change.');
export type HouseholdChange = z.output<typeof householdChangeSchema>;

export const householdViewSchema = z.object({
  ...settingsShape,
  /** The installation makes every household’s stories wait, whatever this one has set. */
  approval_is_required_here: z.boolean(),
  /** How many were begun today, and when the household’s next day begins. */
  begun_today: z.int(),
  day_ends_at: z.string(),
  is_bedtime: z.boolean(),
  has_pin: z.boolean(),
  /** Whether this request has proven to come from a grown-up: always so while there is no PIN. */
  is_grown_up: z.boolean(),
});
export type HouseholdView = z.infer<typeof householdViewSchema>;

const pin = z.string().regex(/^\d{4,8}$/, 'A PIN has 4 to 8 digits.');
export const setPinSchema = z.strictObject({ pin });
export const unlockSchema = z.strictObject({ pin });
/** Without a body the proof of a grown-up is asked for; with the account’s password a forgotten PIN is removed. */
export const removePinSchema = z.strictObject({ password: z.string().min(1).max(200).optional() }).optional();

export const unlockViewSchema = z.object({
  /** For `X-Grown-Up`; null for our own pages, whose browser has it as a cookie. */
  token: z.string().nullable(),
  expires_at: z.string(),
});
export type UnlockView = z.infer<typeof unlockViewSchema>;

/** First names and nicknames: letters, in at most two words ("Little Bear", "Anna-Lena"). */
const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(
    /^\p{L}[\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+)?$/u,
    'A first name or a nickname, without a family name or numbers.',
  );
const words = (longest: number) => z.string().trim().min(1).max(longest);

const readerShape = {
  name: nameSchema,
  age_group: z.enum(AGE_GROUPS),
  /** How they are these days: "a little restless". */
  mood: z.string().trim().max(80),
  /** When they listen: "after brushing teeth". */
  routine: z.string().trim().max(80),
  preferences: z.array(words(80)).max(12),
  favourite_characters: z.array(words(80)).max(8),
  calming_elements: z.array(words(80)).max(8),
};

export const createReaderSchema = z.strictObject({
  ...readerShape,
  mood: readerShape.mood.default(''),
  routine: readerShape.routine.default(''),
  preferences: readerShape.preferences.default([]),
  favourite_characters: readerShape.favourite_characters.default([]),
  calming_elements: readerShape.calming_elements.default([]),
});
export type NewReader = z.input<typeof createReaderSchema>;
export const changeReaderSchema = z
  .strictObject(readerShape)
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Name something to change.');
export type ReaderChange = z.output<typeof changeReaderSchema>;

export const readerViewSchema = z.object({
  id: z.uuid(),
  ...readerShape,
  name: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
});
export type ReaderView = z.infer<typeof readerViewSchema>;
export const readerListViewSchema = z.object({ readers: z.array(readerViewSchema) });

export const approvalRequestSchema = z.strictObject({ decision: z.enum(['approve', 'decline']) });
export const approvalViewSchema = z.object({
  story_id: z.uuid(),
  review: reviewSchema,
  reviewed_at: z.string().nullable(),
});
export type ApprovalView = z.infer<typeof approvalViewSchema>;
