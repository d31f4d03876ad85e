import { randomUUID } from 'node:crypto';
import { createUIMessageStreamResponse, type UIMessageChunk } from 'ai';
import { z } from 'zod';
import { sendStoryRequested } from '@/inngest/send';
import { startTurn, type Turn, type TurnRequest } from '@/lib/chat/run-turn';
import { MAX_MESSAGE_LENGTH } from '@/lib/chat/schema';
import { chatRequestSchema, plainChatRequestSchema } from '@/lib/chat/views';
import { toStoriesWeTell } from '@/lib/dialects/stories-we-tell';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';
import { createEventStream } from '@/lib/http/sse';
import { guardText } from '@/lib/safety/guard';

/**
 * Two clients, told apart by what they send: the documented one says `text`, our pages send the AI SDK's message. Guarded
 * while it is read: a visitor whose words are refused does not become a guest for it.
 */
const body = z.looseObject({}).transform((value, context) => {
  const isPlain = 'text' in value;
  const parsed = isPlain
    ? plainChatRequestSchema.transform(readPlainRequest).safeParse(value)
    : chatRequestSchema.transform(readPageRequest).safeParse(value);
  if (parsed.success) return { isPlain, ...parsed.data };
  for (const { path, message } of parsed.error.issues) {
    context.issues.push({ code: 'custom', path, message, input: value });
  }
  return z.NEVER;
});

const GUARDED = { place: 'chat', field: 'text', maxLength: MAX_MESSAGE_LENGTH } as const;
const limit = { name: 'chat', points: 60, durationSeconds: 60, soon: true } as const;

/** One turn of a conversation: their SSE, the AI SDK's stream, the whole as JSON, or 202 when asked for by `Prefer`. */
export const POST = defineRoute(
  { caller: 'guest-allowed', body, limit },
  async ({ caller, body, log, request }) => {
    if (body.userId && body.userId !== caller.userId) {
      throw new AppError('not_found', 'There is no such user.');
    }
    const turn = await startTurn({ caller, request: body.turn, log, sendRequested: sendStoryRequested });
    if (/\brespond-async\b/i.test(request.headers.get('prefer') ?? '')) {
      return answerLater(turn, body.turn.message?.id ?? null);
    }
    if (!body.isPlain) return createUIMessageStreamResponse({ stream: turn.stream });
    if (wantsJson(request)) return answerWhole(turn);
    return createEventStream(request, async function* () {
      for await (const chunk of toStoriesWeTell(turn, readAll(turn.stream))) yield { data: chunk };
    });
  },
);

type ReadRequest = { userId: string | null; turn: TurnRequest };

function readPlainRequest(body: z.output<typeof plainChatRequestSchema>): ReadRequest {
  return {
    userId: body.user_id ?? null,
    turn: {
      sessionId: body.session_id ?? randomUUID(),
      projectId: body.project_id ?? null,
      trigger: 'submit',
      message: { id: body.message_id ?? randomUUID(), text: guardText(body.text, GUARDED) },
      fromMessageId: null,
    },
  };
}

function readPageRequest(body: z.output<typeof chatRequestSchema>): ReadRequest {
  const shared = {
    sessionId: body.id,
    projectId: body.project_id ?? null,
    fromMessageId: body.message_id ?? null,
  };
  if (body.trigger === 'regenerate-message') {
    return { userId: null, turn: { ...shared, trigger: 'regenerate', message: null } };
  }
  const text = body.message?.parts.map((part) => part.text).join('\n') ?? '';
  if (!body.message || text.trim() === '') throw refuseMessage('Say something first.');
  if (text.length > MAX_MESSAGE_LENGTH) throw refuseMessage('A message has at most 4,000 characters.');
  const message = { id: body.message.id, text: guardText(text, GUARDED) };
  return { userId: null, turn: { ...shared, trigger: 'submit', message } };
}

function refuseMessage(message: string): AppError {
  return new AppError('invalid_request', message, { fields: [{ path: 'message', message }] });
}

function answerLater(turn: Turn, messageId: string | null): Response {
  void turn.stream.cancel();
  return Response.json(
    {
      session_id: turn.sessionId,
      project_id: turn.projectId,
      message_id: messageId,
      answer_id: turn.answerId,
    },
    {
      status: 202,
      headers: {
        location: `/api/sessions/${turn.sessionId}/events`,
        'preference-applied': 'respond-async',
      },
    },
  );
}

function wantsJson(request: Request): boolean {
  const accept = request.headers.get('accept') ?? '';
  return accept.includes('application/json') && !accept.includes('text/event-stream');
}

async function answerWhole(turn: Turn): Promise<object> {
  let content = '';
  const rest: object = { answer_id: turn.answerId };
  for await (const chunk of toStoriesWeTell(turn, readAll(turn.stream))) {
    if (chunk.type === 'text') content += chunk.content;
    if (chunk.type === 'metadata') Object.assign(rest, { metadata: chunk.metadata });
    if (chunk.type === 'error') Object.assign(rest, { error: { code: chunk.code, message: chunk.message } });
  }
  return { content, ...rest };
}

async function* readAll(stream: ReadableStream<UIMessageChunk>): AsyncGenerator<UIMessageChunk> {
  yield* stream;
}
