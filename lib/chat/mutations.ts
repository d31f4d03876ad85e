import 'server-only';
import { moderateTexts } from '@/lib/ai/moderate-texts';
import { AppError } from '@/lib/errors';
import { guardText } from '@/lib/safety/guard';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { getSessionView } from './data';
import { getRunningAnswers } from './running-answers';
import { wakeSessionFeed } from './session-feed';
import type { ChatSessionView } from './views';

/** @throws AppError `not_found`, or `guardrail_violation` for a title that cannot be shown */
export async function renameSession(
  client: DatabaseClient,
  ownerId: string,
  sessionId: string,
  title: string,
): Promise<ChatSessionView> {
  const guarded = guardText(title, { place: 'chat', field: 'title' });
  await moderateTexts([{ text: guarded, place: 'chat', field: 'title' }], { payer: { ownerId } });
  const { error } = await client.rpc('name_chat_session', {
    p_session_id: sessionId,
    p_title: guarded,
    p_is_given: true,
  });
  if (error) throw databaseError(error);
  wakeSessionFeed(sessionId);
  return getSessionView(client, sessionId);
}

/** Asks whoever writes the session's answer to stop. @returns the answer's id, null when none is under way */
export async function stopAnswer(client: DatabaseClient, sessionId: string): Promise<string | null> {
  await getSessionView(client, sessionId);
  const { data, error } = await client.rpc('stop_chat_answer', { p_session_id: sessionId });
  if (error) throw databaseError(error);
  if (data) getRunningAnswers().get(data)?.abort();
  return data;
}

/** Deletes a session with its messages, and its project when nothing else hangs off it. A running answer is stopped. */
export async function deleteSession(client: DatabaseClient, sessionId: string): Promise<void> {
  const { project_id: projectId } = await getSessionView(client, sessionId);
  await stopAnswer(client, sessionId);
  const deleted = await client.from('chat_sessions').delete().eq('id', sessionId).select('id');
  if (deleted.error) throw databaseError(deleted.error);
  if (deleted.data.length === 0) throw new AppError('not_found', 'There is no such conversation.');
  const rest = await Promise.all([
    client.from('chat_sessions').select('id').eq('project_id', projectId).limit(1),
    client.from('stories').select('id').eq('project_id', projectId).limit(1),
    client.from('dossiers').select('project_id').eq('project_id', projectId).limit(1),
  ]);
  for (const { error } of rest) if (error) throw databaseError(error);
  if (rest.some(({ data }) => data && data.length > 0)) return;
  const emptied = await client.from('projects').delete().eq('id', projectId);
  if (emptied.error) throw databaseError(emptied.error);
}
