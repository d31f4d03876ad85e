import { queryOptions } from '@tanstack/react-query';
import type { ChatSessionView } from '@/lib/chat/views';
import type { JobAcceptedView } from '@/lib/story/views';
import { requestJson } from './request-json';

/** The caller's conversations, newest first; `query` searches titles and messages, empty means all. */
export function sessionsQueryOptions(query: string) {
  const search = query ? `?${new URLSearchParams({ query })}` : '';
  return queryOptions({
    queryKey: ['chat-sessions', 'list', query],
    queryFn: ({ signal }) => requestJson<ChatSessionView[]>(`/api/sessions${search}`, { signal }),
  });
}

/** Gives a conversation a name of somebody's own. */
export function renameSession(sessionId: string, title: string): Promise<unknown> {
  return requestJson(`/api/sessions/${sessionId}`, { method: 'PATCH', body: { title } });
}

/** Deletes a conversation with its messages; stories made from it stay. */
export function deleteSession(sessionId: string): Promise<unknown> {
  return requestJson(`/api/sessions/${sessionId}`, { method: 'DELETE' });
}

/** Asks whoever writes this conversation's answer to stop, in whichever process that is. */
export function stopAnswer(sessionId: string): Promise<unknown> {
  return requestJson(`/api/sessions/${sessionId}/stop`, { method: 'POST' });
}

/** Begins the story of a conversation; the same key begins it once. @param wish.readerId whose story it is, of the household's */
export function startStoryFromConversation(
  sessionId: string,
  wish: { readerId: string | undefined },
  idempotencyKey: string,
): Promise<JobAcceptedView> {
  return requestJson<JobAcceptedView>(`/api/sessions/${sessionId}/story`, {
    method: 'POST',
    body: wish.readerId ? { reader_id: wish.readerId } : {},
    headers: { 'idempotency-key': idempotencyKey },
  });
}

/** A random (version 4) uuid. `crypto.randomUUID` is missing on plain http, e.g. a phone on the home network. */
export function createMessageId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
