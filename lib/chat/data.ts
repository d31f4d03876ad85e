import 'server-only';
import { AppError } from '@/lib/errors';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { afterCursor, cutPage, readCursor } from '@/lib/supabase/page-cursor';
import { buildMessageView, buildSessionView } from './message-views';
import type { ChatMessageView, ChatSessionView, SessionListQuery } from './views';

/** Reads of conversations through the caller's own client: what is somebody else's is not there. */

const MOST_SESSIONS = 200;

export type SessionPage = { sessions: ChatSessionView[]; nextCursor: string | null };

/**
 * The caller's sessions, the latest first; with `query` those whose title or messages hold it. A page begins at `offset`, or
 * after `cursor` when there is one.
 */
export async function listSessionViews(
  client: DatabaseClient,
  page: Pick<SessionListQuery, 'query' | 'limit' | 'offset' | 'cursor'>,
): Promise<SessionPage> {
  let sessions = client.from('chat_sessions').select('*');
  if (page.cursor) sessions = sessions.or(afterCursor(readCursor(page.cursor), 'last_message_at', true));
  if (page.query.trim() !== '') {
    const ids = await findSessions(client, page.query.trim());
    if (ids.length === 0) return { sessions: [], nextCursor: null };
    sessions = sessions.in('id', ids);
  }
  const from = page.cursor ? 0 : page.offset;
  const { data, error } = await sessions
    .order('last_message_at', { ascending: false, nullsFirst: false })
    .order('id', { ascending: false })
    .range(from, from + page.limit);
  if (error) throw databaseError(error);
  const cut = cutPage(data, page.limit, (row) => row.last_message_at);
  return { sessions: cut.page.map(buildSessionView), nextCursor: cut.nextCursor };
}

async function findSessions(client: DatabaseClient, words: string): Promise<string[]> {
  const pattern = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const [titled, mentioned] = await Promise.all([
    client.from('chat_sessions').select('id').ilike('title', pattern).limit(MOST_SESSIONS),
    client.from('chat_messages').select('session_id').ilike('content', pattern).limit(1_000),
  ]);
  const error = titled.error ?? mentioned.error;
  if (error) throw databaseError(error);
  const ids = new Set([
    ...(titled.data ?? []).map(({ id }) => id),
    ...(mentioned.data ?? []).map(({ session_id }) => session_id),
  ]);
  return [...ids].slice(0, MOST_SESSIONS);
}

/** @throws AppError `not_found` for an id that is not the caller's */
export async function getSessionView(client: DatabaseClient, sessionId: string): Promise<ChatSessionView> {
  const { data, error } = await client.from('chat_sessions').select('*').eq('id', sessionId).maybeSingle();
  if (error) throw databaseError(error);
  if (!data) throw new AppError('not_found', 'There is no such conversation.');
  return buildSessionView(data);
}

/** Messages in the order in which they were said; an answer whose writer is gone is closed first. */
export async function listMessageViews(
  client: DatabaseClient,
  sessionId: string,
  page: { limit: number; offset: number },
): Promise<ChatMessageView[]> {
  await getSessionView(client, sessionId);
  await closeBrokenAnswers(sessionId);
  const { data, error } = await client
    .from('chat_messages')
    .select('*')
    .eq('session_id', sessionId)
    .order('position', { ascending: true })
    .range(page.offset, page.offset + page.limit - 1);
  if (error) throw databaseError(error);
  return data.map(buildMessageView);
}

/** The answer under way in a session of the caller's; null when none is. */
export async function findRunningAnswer(client: DatabaseClient, sessionId: string): Promise<string | null> {
  const { data, error } = await client
    .from('chat_messages')
    .select('id')
    .eq('session_id', sessionId)
    .eq('status', 'streaming')
    .maybeSingle();
  if (error) throw databaseError(error);
  return data?.id ?? null;
}

/** What came stays; the reader is offered another try. Call it only for a session that was read as the caller. */
export async function closeBrokenAnswers(sessionId: string): Promise<void> {
  const { error } = await getAdminClient().rpc('close_broken_answers', { p_session_id: sessionId });
  if (error) throw databaseError(error);
}
