import type { UIMessage } from 'ai';
import { z } from 'zod';
import { dossierFindingsSchema } from '../dossier/schema.ts';
import { AGE_GROUPS, ILLUSTRATION_STYLES, TONES } from '../story/schema.ts';

/** The nouns of a conversation. Browser-safe: of `ai` only types are imported. */

/** Characters, not bytes; a page of close writing. */
export const MAX_MESSAGE_LENGTH = 4_000;
export const MAX_TITLE_LENGTH = 200;

export const CHAT_ROLES = ['user', 'assistant'] as const;
export const CHAT_MESSAGE_STATUSES = ['complete', 'streaming', 'stopped', 'failed'] as const;
export type ChatRole = (typeof CHAT_ROLES)[number];
export type ChatMessageStatus = (typeof CHAT_MESSAGE_STATUSES)[number];

/** What the chat model may do. A tool's input comes from a model: it is guarded before it is used. */
export const proposeStorySchema = z.object({
  title: z.string().max(120),
  /** The story in two or three sentences, for the person to say yes to. */
  pitch: z.string().max(600),
});
export const startStorySchema = z.object({
  title: z.string().max(120).nullable(),
  tone: z.enum(TONES).nullable(),
  ageGroup: z.enum(AGE_GROUPS).nullable(),
  style: z.enum(ILLUSTRATION_STYLES).nullable(),
  sceneCount: z.int().min(1).max(12).nullable(),
});
export const updateDossierSchema = dossierFindingsSchema;

/** A job that was begun in a conversation. */
export const startedStorySchema = z.object({ jobId: z.uuid(), storyId: z.uuid() });
export type StartedStory = z.infer<typeof startedStorySchema>;

export type ChatTools = {
  updateDossier: {
    input: z.infer<typeof updateDossierSchema>;
    output: { version: number; changes: string[] };
  };
  proposeStory: { input: z.infer<typeof proposeStorySchema>; output: { shown: true } };
  startStory: { input: z.infer<typeof startStorySchema>; output: StartedStory };
};

export type ChatDataParts = {
  /** What this turn taught the dossier; kept with the answer. */
  dossier: { projectId: string; version: number; changes: string[] };
  /** A story begun from this conversation with the button rather than by the model; kept with the answer. */
  story: StartedStory;
  /** The session's title, made after the first turn; not kept. */
  title: { title: string };
};

export type ChatMetadata = {
  sessionId: string;
  projectId: string;
  createdAt: string;
  status: ChatMessageStatus;
  /** Present when the answer failed: a code of lib/errors.ts and a sentence for people. */
  error?: { code: string; message: string };
};

/** The AI SDK's message with our metadata, data parts and tools: what pages hold and `parts` columns keep. */
export type ChatMessage = UIMessage<ChatMetadata, ChatDataParts, ChatTools>;

/** What `chat_events.type` may be; `data` of each is described in `events.ts`. */
export const CHAT_EVENT_TYPES = [
  'message',
  'answer-started',
  'chunks',
  'answer-ended',
  'messages-removed',
  'dossier',
  'title',
  'story',
] as const;
export type ChatEventType = (typeof CHAT_EVENT_TYPES)[number];
