import 'server-only';
import type { ConversationStart } from '@/components/chat/use-conversation';
import type { ChatMessage, ChatMetadata } from '@/lib/chat/schema';
import { readDossier } from '@/lib/dossier/data';
import { AppError } from '@/lib/errors';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';

const NEWEST_MESSAGES = 200;

/** A conversation of the caller's with its newest messages, oldest first. `not_found` for any other. */
export async function readConversation(client: DatabaseClient, id: string): Promise<ConversationStart> {
  const session = await client.from('chat_sessions').select('title, project_id').eq('id', id).maybeSingle();
  if (session.error) throw databaseError(session.error);
  if (!session.data) throw new AppError('not_found', 'There is no such conversation.');
  // The place in the log is read before the messages: what happens in between is told again, which changes nothing.
  const events = await client
    .from('chat_events')
    .select('id')
    .eq('session_id', id)
    .order('id', { ascending: false })
    .limit(1);
  if (events.error) throw databaseError(events.error);
  const { data, error } = await client
    .from('chat_messages')
    .select('id, role, parts, status, error_code, error_message, created_at')
    .eq('session_id', id)
    .order('position', { ascending: false })
    .limit(NEWEST_MESSAGES);
  if (error) throw databaseError(error);

  const projectId = session.data.project_id;
  // Of an answer under way there is what came so far: its stream is taken up again, unless whoever wrote it is gone.
  const messages = data
    .filter(({ status, parts }) => status !== 'streaming' || (Array.isArray(parts) && parts.length > 0))
    .reverse()
    .map((row): ChatMessage => {
      const metadata: ChatMetadata = {
        sessionId: id,
        projectId,
        createdAt: row.created_at,
        status: row.status,
        ...(row.error_code ? { error: { code: row.error_code, message: row.error_message ?? '' } } : {}),
      };
      // Roles are checked by the table; the parts were written by the same AI SDK.
      return {
        id: row.id,
        role: row.role as ChatMessage['role'],
        parts: row.parts as ChatMessage['parts'],
        metadata,
      };
    });
  return {
    sessionId: id,
    isKnown: true,
    projectId,
    dossierVersion: (await readDossier(client, projectId)).version,
    title: session.data.title,
    messages,
    afterEventId: events.data[0]?.id ?? 0,
  };
}
