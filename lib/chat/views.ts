import { z } from 'zod';
import { DOSSIER_AUTHORS } from '../dossier/views.ts';
import { ageGroupSchema, illustrationStyleSchema, toneSchema, voiceSchema } from '../story/schema.ts';
import { cursorSchema } from '../story/views.ts';
import { CHAT_MESSAGE_STATUSES, CHAT_ROLES, MAX_MESSAGE_LENGTH, MAX_TITLE_LENGTH } from './schema.ts';

/**
 * What our HTTP API answers about conversations: the shapes of the Stories We Tell document (snake_case) with Storyloom's
 * additions after them. Our own pages and the WebSocket bridge read exactly these. Browser-safe.
 */

export const chatSessionViewSchema = z.object({
  session_id: z.uuid(),
  user_id: z.uuid(),
  project_id: z.uuid(),
  title: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
  last_message_at: z.string().nullable(),
  is_active: z.literal(true),
  message_count: z.int(),
});
export type ChatSessionView = z.infer<typeof chatSessionViewSchema>;

export const chatMessageViewSchema = z.object({
  message_id: z.uuid(),
  session_id: z.uuid(),
  role: z.enum(CHAT_ROLES),
  content: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
  turn_id: z.uuid(),
  /** {"model": "provider/id"} and the like. */
  metadata: z.record(z.string(), z.unknown()),
  status: z.enum(CHAT_MESSAGE_STATUSES),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** The AI SDK's UIMessage parts. */
  parts: z.array(z.looseObject({ type: z.string() })),
});
export type ChatMessageView = z.infer<typeof chatMessageViewSchema>;

/**
 * One server-sent event of `GET /api/sessions/{id}/events`: SSE `id:` is the event's id, which grows within a session and
 * which `Last-Event-ID` brings back; `event:` is its type, `data:` this object. Without `Last-Event-ID` only what happens
 * from now on is told, after the chunks of an answer that is under way.
 */
const eventShape = { id: z.int(), session_id: z.uuid(), created_at: z.string() };
export const chatEventViewSchema = z.discriminatedUnion('type', [
  z.object({ ...eventShape, type: z.literal('message'), message: chatMessageViewSchema }),
  z.object({ ...eventShape, type: z.literal('answer-started'), message: chatMessageViewSchema }),
  /** A piece of the AI SDK's UI message stream of an answer. `text` is the words in it, put together. */
  z.object({
    ...eventShape,
    type: z.literal('chunks'),
    message_id: z.uuid(),
    text: z.string(),
    chunks: z.array(z.looseObject({ type: z.string() })),
  }),
  z.object({ ...eventShape, type: z.literal('answer-ended'), message: chatMessageViewSchema }),
  z.object({ ...eventShape, type: z.literal('messages-removed'), message_ids: z.array(z.uuid()) }),
  z.object({
    ...eventShape,
    type: z.literal('dossier'),
    project_id: z.uuid(),
    version: z.int(),
    changes: z.array(z.string()),
    changed_by: z.enum(DOSSIER_AUTHORS),
    message_id: z.uuid().nullable(),
  }),
  z.object({ ...eventShape, type: z.literal('title'), title: z.string() }),
  z.object({ ...eventShape, type: z.literal('story'), job_id: z.uuid(), story_id: z.uuid() }),
]);
export type ChatEventView = z.infer<typeof chatEventViewSchema>;

/** `POST /api/chat` as the documented client sends it; ids it does not know are left out or null. */
export const plainChatRequestSchema = z.object({
  text: z
    .string()
    .trim()
    .min(1, 'Say something first.')
    .max(MAX_MESSAGE_LENGTH, 'A message has at most 4,000 characters.'),
  session_id: z.uuid().nullish(),
  project_id: z.uuid().nullish(),
  user_id: z.uuid().nullish(),
  /** The message's own id, made by the client: sending it again does not say it twice. */
  message_id: z.uuid().nullish(),
});

/** `POST /api/chat` as our pages send it (AI SDK transport): the last message only. */
export const chatRequestSchema = z.object({
  /** The session, whose id the page makes. */
  id: z.uuid(),
  project_id: z.uuid().nullish(),
  trigger: z.enum(['submit-message', 'regenerate-message']).default('submit-message'),
  /** submit: the message that is sent again in another wording; regenerate: the answer to make anew (the last one). */
  message_id: z.uuid().nullish(),
  /** Not for regenerate. */
  message: z
    .object({
      id: z.uuid(),
      role: z.literal('user'),
      parts: z
        .array(z.object({ type: z.literal('text'), text: z.string() }))
        .min(1)
        .max(20),
    })
    .nullish(),
});

export const renameSessionSchema = z.strictObject({ title: z.string().trim().min(1).max(MAX_TITLE_LENGTH) });

/** `POST /api/sessions/{id}/story`: what is chosen in the moment of the tap; it goes before what the dossier says. */
export const beginStoryRequestSchema = z.object({
  title: z.string().trim().max(120).nullish(),
  num_scenes: z.int().min(1).max(12).nullish(),
  tone: toneSchema.nullish(),
  age_group: ageGroupSchema.nullish(),
  style: illustrationStyleSchema.nullish(),
  voice: voiceSchema.nullish(),
  /** Whose story it is, of the household's readers, and whether it is told before sleep. */
  reader_id: z.uuid().nullish(),
  bedtime: z.boolean().nullish(),
});

export const messagePageQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
});

/** Conversations are few: without `limit` all of them, up to 200. */
export const sessionListQuerySchema = z.object({
  query: z.string().max(200).default(''),
  user_id: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(200),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  cursor: cursorSchema,
});
export type SessionListQuery = z.infer<typeof sessionListQuerySchema>;

export const eventIdSchema = z.coerce.number().int().min(0);
export const sessionEventsQuerySchema = z.object({ after: eventIdSchema.optional() });

export const readAloudQuerySchema = z.object({ voice: voiceSchema.default('rosie') });
