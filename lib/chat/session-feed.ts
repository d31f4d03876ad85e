import 'server-only';
import { z } from 'zod';
import { followRows } from '@/lib/feed/follow-rows';
import { createRowFeed, type RowFeed } from '@/lib/feed/row-feed';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { findRunningAnswer } from './data';
import { buildChatEventView, type ChatEventRow } from './message-views';
import type { ChatEventView } from './views';

/** Routes may not share modules, but one process has one poll. */
const KEY = Symbol.for('storyloom.session-feed');
type Holder = { [KEY]?: RowFeed<ChatEventRow> };

const PAGE = 1_000;
const presentSchema = z.array(z.uuid());

function getFeed(): RowFeed<ChatEventRow> {
  const holder = globalThis as Holder;
  holder[KEY] ??= createRowFeed<ChatEventRow>({
    keyOf: (row) => row.session_id,
    async readRows(known, limit) {
      const { data, error } = await getAdminClient().rpc('read_chat_events', {
        p_known: Object.fromEntries(known),
        p_limit: limit,
      });
      if (error) throw databaseError(error);
      return data;
    },
    /** Also closes answers whose writer is gone, so that their readers do not wait for ever. */
    async readPresent(sessionIds) {
      const { data, error } = await getAdminClient().rpc('call_chat_sessions', { p_session_ids: sessionIds });
      if (error) throw databaseError(error);
      return new Set(presentSchema.parse(data));
    },
  });
  return holder[KEY];
}

/** This process has written to a conversation's log: its readers here need not wait for the next tick. */
export function wakeSessionFeed(sessionId: string): void {
  getFeed().wake(sessionId);
}

/**
 * What happens in a session after the event `afterId`; with null what happens from now on, after the pieces of an answer
 * that is under way. The session was read through the caller's client, which is how we know that it is theirs.
 */
export async function* followSession(
  client: DatabaseClient,
  sessionId: string,
  afterId: number | null,
  signal: AbortSignal,
): AsyncGenerator<ChatEventView> {
  const startId = afterId ?? (await findSessionStart(client, sessionId));
  const rows = followRows(getFeed(), sessionId, {
    afterId: startId,
    readEarlier: () => readEvents(client, sessionId, startId),
    signal,
  });
  for await (const row of rows) yield buildChatEventView(row);
}

/** Where a new reader begins: the event before the running answer's first, or the last there is. */
export async function findSessionStart(client: DatabaseClient, sessionId: string): Promise<number> {
  // The last one is read first: what comes between the two reads is then told, not lost.
  const last = await client
    .from('chat_events')
    .select('id')
    .eq('session_id', sessionId)
    .order('id', { ascending: false })
    .limit(1)
    .maybeSingle();
  if (last.error) throw databaseError(last.error);
  const answerId = await findRunningAnswer(client, sessionId);
  if (!answerId) return last.data?.id ?? 0;
  const first = await client
    .from('chat_events')
    .select('id')
    .eq('session_id', sessionId)
    .eq('message_id', answerId)
    .order('id', { ascending: true })
    .limit(1)
    .maybeSingle();
  if (first.error) throw databaseError(first.error);
  return first.data ? first.data.id - 1 : (last.data?.id ?? 0);
}

async function readEvents(
  client: DatabaseClient,
  sessionId: string,
  afterId: number,
): Promise<ChatEventRow[]> {
  const rows: ChatEventRow[] = [];
  for (let lastId = afterId; ; ) {
    const { data, error } = await client
      .from('chat_events')
      .select('*')
      .eq('session_id', sessionId)
      .gt('id', lastId)
      .order('id', { ascending: true })
      .limit(PAGE);
    if (error) throw databaseError(error);
    rows.push(...data);
    const last = data.at(-1);
    if (!last || data.length < PAGE) return rows;
    lastId = last.id;
  }
}
