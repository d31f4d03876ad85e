import { setTimeout as sleep } from 'node:timers/promises';
import { createParser } from 'eventsource-parser';
import {
  type ChatEventView,
  type ChatMessageView,
  chatEventViewSchema,
  chatMessageViewSchema,
} from '../../lib/chat/views.ts';
import type { Client } from './client.ts';

/** A piece of a stream as a client without our types sees it, and when it came (`performance.now()`). */
export type Piece = { type: string; atMs: number; [key: string]: unknown };

/** Server-sent events as they come; `[DONE]` ends the AI SDK's. Leaving the loop leaves the stream. */
export async function* readPieces(response: Response): AsyncGenerator<Piece> {
  if (!response.ok || !response.body) throw new Error(`${response.status} ${await response.text()}`);
  const arrived: Piece[] = [];
  const parser = createParser({
    onEvent: ({ data }) => {
      if (data !== '[DONE]') arrived.push({ atMs: performance.now(), ...JSON.parse(data) });
    },
  });
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    parser.feed(chunk);
    yield* arrived.splice(0);
  }
}

export async function readToEnd(response: Response): Promise<Piece[]> {
  return Array.fromAsync(readPieces(response));
}

export const wordsOf = (pieces: readonly Piece[]) =>
  pieces.map((piece) => (piece.type === 'text-delta' ? String(piece.delta) : '')).join('');

/** What our pages post: the last message of a session in the AI SDK's shape. */
export const pageMessage = (sessionId: string, messageId: string, text: string, more: object = {}) => ({
  id: sessionId,
  message: { id: messageId, role: 'user', parts: [{ type: 'text', text }] },
  ...more,
});

export async function listMessages(
  client: Client,
  sessionId: string,
  query = '',
): Promise<ChatMessageView[]> {
  const response = await client.request(`/api/sessions/${sessionId}/messages${query}`);
  if (!response.ok) throw new Error(`messages: ${response.status} ${await response.text()}`);
  return chatMessageViewSchema.array().parse(await response.json());
}

/** The last message once it is an answer that has ended. */
export async function waitForAnswer(client: Client, sessionId: string, timeoutMs = 20_000) {
  for (const deadline = Date.now() + timeoutMs; ; ) {
    const last = await listMessages(client, sessionId).then(
      (messages) => messages.at(-1),
      () => undefined,
    );
    if (last?.role === 'assistant' && last.status !== 'streaming') return last;
    if (Date.now() > deadline) throw new Error(`the answer did not end: ${JSON.stringify(last)}`);
    await sleep(50);
  }
}

/** Follows a session from the moment this resolves. `events` grows; `stop` leaves. */
export async function followSession(client: Client, sessionId: string, afterId?: number) {
  const leaving = new AbortController();
  const response = await client.request(`/api/sessions/${sessionId}/events`, {
    headers: afterId === undefined ? {} : { 'last-event-id': String(afterId) },
    signal: leaving.signal,
  });
  if (!response.ok) throw new Error(`events: ${response.status} ${await response.text()}`);
  const events: (ChatEventView & { atMs: number })[] = [];
  const reading = (async () => {
    for await (const { atMs, ...piece } of readPieces(response)) {
      events.push({ ...chatEventViewSchema.parse(piece), atMs });
    }
  })().catch((error: unknown) => {
    if (!leaving.signal.aborted) throw error;
  });
  return {
    events,
    async until(isLast: (event: ChatEventView) => boolean, timeoutMs = 20_000) {
      for (const deadline = Date.now() + timeoutMs; ; ) {
        const found = events.find(isLast);
        if (found) return found;
        if (Date.now() > deadline) throw new Error(`it did not come: ${events.map(({ type }) => type)}`);
        await sleep(20);
      }
    },
    async stop() {
      leaving.abort();
      await reading;
    },
  };
}
