import 'server-only';
import type { UIMessageChunk } from 'ai';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { buildMessageView } from './message-views';
import { followSession } from './session-feed';
import type { ChatMessageView } from './views';

/** An answer from its first piece: what the log holds, then what is added to it, to the end. Ended ones are told whole. */
export function followAnswer(
  client: DatabaseClient,
  sessionId: string,
  answerId: string,
): ReadableStream<UIMessageChunk> {
  const gone = new AbortController();
  const chunks = readAnswer(client, sessionId, answerId, gone.signal);
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: () => gone.abort(),
  });
}

async function* readAnswer(
  client: DatabaseClient,
  sessionId: string,
  answerId: string,
  signal: AbortSignal,
): AsyncGenerator<UIMessageChunk> {
  // An answer that ended a moment ago is read from its row; one that ends now is told by the log.
  const { data, error } = await client.from('chat_messages').select('*').eq('id', answerId).maybeSingle();
  if (error) throw databaseError(error);
  if (!data) return;
  if (data.status !== 'streaming') {
    yield* replayMessage(buildMessageView(data));
    return;
  }
  let hasBegun = false;
  for await (const event of followSession(client, sessionId, await findFirst(client, answerId), signal)) {
    if (event.type === 'chunks' && event.message_id === answerId) {
      for (const chunk of event.chunks as UIMessageChunk[]) {
        hasBegun = true;
        yield chunk;
        if (chunk.type === 'finish') return;
      }
    }
    if (event.type === 'messages-removed' && event.message_ids.includes(answerId)) return;
    if (event.type === 'answer-ended' && event.message.message_id === answerId) {
      // Whoever wrote it is gone, or its pieces are: what is missing is how it ended.
      yield* hasBegun ? replayEnd(event.message) : replayMessage(event.message);
      return;
    }
  }
}

/** The event before the answer's first. */
async function findFirst(client: DatabaseClient, answerId: string): Promise<number | null> {
  const { data, error } = await client
    .from('chat_events')
    .select('id')
    .eq('message_id', answerId)
    .order('id', { ascending: true })
    .limit(1)
    .maybeSingle();
  if (error) throw databaseError(error);
  return data ? data.id - 1 : null;
}

/** A finished message as the stream it might have been. */
export function* replayMessage(message: ChatMessageView): Generator<UIMessageChunk> {
  yield { type: 'start', messageId: message.message_id };
  for (const [index, part] of message.parts.entries()) {
    if (part.type === 'text') {
      const id = `text-${index}`;
      yield { type: 'text-start', id };
      yield { type: 'text-delta', id, delta: String(part.text) };
      yield { type: 'text-end', id };
    } else if (part.type.startsWith('data-')) {
      yield { type: part.type as `data-${string}`, data: part.data };
    } else if (part.type.startsWith('tool-')) {
      const toolCallId = String(part.toolCallId);
      yield { type: 'tool-input-available', toolCallId, toolName: part.type.slice(5), input: part.input };
      if (part.state === 'output-available')
        yield { type: 'tool-output-available', toolCallId, output: part.output };
    }
  }
  yield* replayEnd(message);
}

function* replayEnd(message: ChatMessageView): Generator<UIMessageChunk> {
  const messageMetadata = { status: message.status, ...(message.error ? { error: message.error } : {}) };
  yield { type: 'message-metadata', messageMetadata };
  if (message.error) yield { type: 'error', errorText: message.error.message };
  yield { type: 'finish', messageMetadata };
}
