import type { UIMessageChunk } from 'ai';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { Database } from '@/lib/supabase/database.types';
import { CHAT_MESSAGE_STATUSES, CHAT_ROLES } from './schema';
import { type ChatEventView, type ChatMessageView, type ChatSessionView, chatEventViewSchema } from './views';

type Tables = Database['public']['Tables'];
export type ChatEventRow = Tables['chat_events']['Row'];
export type ChatSessionRow = Tables['chat_sessions']['Row'];

const partsSchema = z.array(z.looseObject({ type: z.string() }));

/** A message as its row says it: read from the table or handed on by a function of the database. */
export const messageRowSchema = z.object({
  id: z.uuid(),
  session_id: z.uuid(),
  turn_id: z.uuid(),
  role: z.enum(CHAT_ROLES),
  status: z.enum(CHAT_MESSAGE_STATUSES),
  parts: partsSchema,
  content: z.string(),
  model: z.string().nullable(),
  error_code: z.string().nullable(),
  error_message: z.string().nullable(),
  metadata: z.record(z.string(), z.unknown()),
  created_at: z.string(),
  updated_at: z.string(),
});

export function buildMessageView(row: unknown): ChatMessageView {
  const message = messageRowSchema.parse(row);
  return {
    message_id: message.id,
    session_id: message.session_id,
    role: message.role,
    content: message.content,
    created_at: message.created_at,
    updated_at: message.updated_at,
    turn_id: message.turn_id,
    metadata: { ...message.metadata, ...(message.model ? { model: message.model } : {}) },
    status: message.status,
    error: message.error_code
      ? { code: message.error_code, message: message.error_message ?? 'The answer broke off.' }
      : null,
    parts: message.parts,
  };
}

export function buildSessionView(row: ChatSessionRow): ChatSessionView {
  return {
    session_id: row.id,
    user_id: row.owner_id,
    project_id: row.project_id,
    title: row.title,
    created_at: row.created_at,
    updated_at: row.updated_at,
    last_message_at: row.last_message_at,
    is_active: true,
    message_count: row.message_count,
  };
}

export function buildChatEventView(row: ChatEventRow): ChatEventView {
  const data = z.record(z.string(), z.unknown()).parse(row.data);
  const shape = { id: row.id, session_id: row.session_id, created_at: row.created_at, type: row.type };
  const parsed = chatEventViewSchema.safeParse({ ...shape, ...buildEventData(row, data) });
  if (!parsed.success) {
    throw new AppError('internal', 'An event of a conversation cannot be read.', { cause: parsed.error });
  }
  return parsed.data;
}

function buildEventData(row: ChatEventRow, data: Record<string, unknown>): object {
  switch (row.type) {
    case 'message':
    case 'answer-started':
    case 'answer-ended':
      return { message: buildMessageView(data.message) };
    case 'chunks': {
      const chunks = partsSchema.parse(data.chunks);
      return { message_id: row.message_id, chunks, text: readText(chunks as UIMessageChunk[]) };
    }
    case 'dossier':
      return { ...data, message_id: row.message_id };
    case 'story':
      return { job_id: data.jobId ?? data.job_id, story_id: data.storyId ?? data.story_id };
    default:
      return data;
  }
}

/** The words in pieces of a UI message stream. */
export function readText(chunks: UIMessageChunk[]): string {
  return chunks.map((chunk) => (chunk.type === 'text-delta' ? chunk.delta : '')).join('');
}
