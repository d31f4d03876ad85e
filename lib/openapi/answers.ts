import { z } from 'zod';
import type { ProfileView } from '../auth/profile';
import type { SessionView } from '../auth/session';
import type { SignedUp } from '../auth/sign-up';
import type { TokenSessionView } from '../auth/token-session';
import { suiteJobSchema } from '../dialects/alwrity/jobs';
import { illustratedStorySchema } from '../dialects/alwrity/story-illustrator';
import { videoSceneSchema, videoStorySchema } from '../dialects/alwrity/story-video';
import { writtenStorySchema } from '../dialects/alwrity/story-writer';
import { JOB_STATUSES } from '../story/schema';

/** Answers whose shape is a TypeScript type where they are made; the compiler holds these against it. */

export const sessionSchema = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  /** Seconds. */
  expires_in: z.number(),
  user_id: z.uuid(),
}) satisfies z.ZodType<SessionView>;

export const tokenSessionSchema = sessionSchema.extend({
  token_type: z.literal('bearer'),
  user: z.object({ user_id: z.uuid(), email: z.string().nullable(), is_guest: z.boolean() }),
}) satisfies z.ZodType<TokenSessionView>;

export const signedUpSchema = z.object({
  user_id: z.uuid(),
  email: z.string(),
  needs_confirmation: z.boolean(),
}) satisfies z.ZodType<SignedUp>;

export const profileSchema = z.object({
  user_id: z.uuid(),
  email: z.string().nullable(),
  display_name: z.string(),
  avatar_url: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
}) satisfies z.ZodType<ProfileView>;

export const meSchema = z.object({ user_id: z.uuid(), email: z.string().nullable(), is_guest: z.boolean() });

export const signedInSchema = meSchema.extend({
  moved: z.object({ sessions: z.int(), dossiers: z.int(), stories: z.int() }).nullable(),
});

export const migratedSchema = z.object({
  success: z.literal(true),
  temp_user_id: z.uuid(),
  permanent_user_id: z.uuid(),
  migrated_sessions: z.int(),
  migrated_dossiers: z.int(),
  migrated_stories: z.int(),
});

export const doneSchema = z.object({ message: z.string() });

/** `data:` of the chat stream’s events, for a client that sent `text`. */
export const chatChunkSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), content: z.string() }),
  z.object({
    type: z.literal('metadata'),
    metadata: z.object({ session_id: z.uuid(), project_id: z.uuid(), dossier_updated: z.boolean() }),
  }),
  z.object({ type: z.literal('error'), code: z.string(), message: z.string() }),
  z.object({ type: z.literal('done') }),
]);

export const chatAnswerSchema = z.object({
  content: z.string(),
  answer_id: z.uuid(),
  metadata: z.object({ session_id: z.uuid(), project_id: z.uuid(), dossier_updated: z.boolean() }).optional(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});

export const chatAcceptedSchema = z.object({
  session_id: z.uuid(),
  project_id: z.uuid(),
  message_id: z.uuid().nullable(),
  answer_id: z.uuid(),
});

export const socketTicketSchema = z.object({
  ticket: z.string(),
  expires_in: z.int(),
  user_id: z.uuid(),
  url: z.string(),
});

export const transcriptionSchema = z.object({
  text: z.string(),
  language: z.string().optional(),
  duration_seconds: z.number().optional(),
});

/** A service that does not answer is `down`; which ones there are depends on the installation. */
export const healthSchema = z.looseObject({ status: z.string(), story_model: z.string() });

export const suiteHealthSchema = z.object({
  status: z.literal('healthy'),
  service: z.string(),
  models: z.record(z.string(), z.string()),
});

export const writerStatusSchema = suiteJobSchema.extend({ result: writtenStorySchema.nullable() });
export const illustratorStatusSchema = suiteJobSchema.extend({ result: illustratedStorySchema.nullable() });
export const videoStatusSchema = suiteJobSchema.extend({ result: videoStorySchema.nullable() });
export const sceneAnswerSchema = videoSceneSchema.extend({ job_id: z.uuid(), status: z.enum(JOB_STATUSES) });
