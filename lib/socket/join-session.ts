import { randomUUID } from 'node:crypto';
import type { JoinedSession } from './conversation.ts';
import type { Loopback } from './loopback.ts';
import type { SocketAddress } from './socket-address.ts';

/** A conversation in which nobody has said anything for longer is over; one is begun anew. */
const FRESH_MS = 12 * 60 * 60_000;

/**
 * Which conversation a socket joins.
 *
 * @throws AppError `not_found` for a conversation that is not the caller's
 */
export async function joinSession(
  api: Loopback,
  { session, after }: Pick<SocketAddress, 'session' | 'after'>,
  signal: AbortSignal,
  nowMs: number = Date.now(),
): Promise<JoinedSession> {
  if (typeof session === 'object') {
    const { session_id, project_id } = await api.getSession(session.id, signal);
    return { sessionId: session_id, projectId: project_id, after };
  }
  if (session === 'latest') {
    const [latest] = await api.listSessions(signal);
    const lastMs = Date.parse(latest?.last_message_at ?? latest?.created_at ?? '');
    if (latest && nowMs - lastMs < FRESH_MS) {
      return { sessionId: latest.session_id, projectId: latest.project_id, after };
    }
  }
  return { sessionId: randomUUID(), projectId: null, after: null };
}
