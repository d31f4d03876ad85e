import { DefaultChatTransport } from 'ai';
import type { ChatMessage } from '@/lib/chat/schema';
import { toProblemError } from '@/lib/client/request-json';
import { AppError } from '@/lib/errors';

/**
 * The AI SDK's transport to our API: only the last message is sent, and a refusal is thrown as the AppError it was.
 * `onAccepted` is told when the server has taken a turn, long before its answer has ended.
 */
export function createChatTransport({
  onAccepted,
}: {
  onAccepted: () => void;
}): DefaultChatTransport<ChatMessage> {
  return new DefaultChatTransport<ChatMessage>({
    api: '/api/chat',
    fetch: async (input, init) => {
      const response = await fetchOrThrow(input, init);
      if (init?.method === 'POST') onAccepted();
      return response;
    },
    prepareSendMessagesRequest: ({ id, messages, trigger, messageId }) => ({
      body: buildChatRequest(id, messages, trigger, messageId),
    }),
    prepareReconnectToStreamRequest: ({ id }) => ({ api: `/api/chat/${id}/stream` }),
  });
}

/** The body of `POST /api/chat` (`chatRequestSchema`). `messageId`: the message that is edited, or answered anew. */
export function buildChatRequest(
  id: string,
  messages: readonly ChatMessage[],
  trigger: 'submit-message' | 'regenerate-message',
  messageId: string | undefined,
) {
  const last = messages.at(-1);
  const request = { id, trigger, message_id: messageId ?? null };
  if (trigger === 'regenerate-message' || !last) return request;
  const parts = last.parts.flatMap((part) =>
    part.type === 'text' ? [{ type: 'text' as const, text: part.text }] : [],
  );
  return { ...request, message: { id: last.id, role: 'user' as const, parts } };
}

const fetchOrThrow: typeof fetch = async (input, init) => {
  let response: Response;
  try {
    response = await fetch(input, init);
  } catch (cause) {
    // Stopping an answer is the person's own doing: the SDK wants to see it as it is.
    if (init?.signal?.aborted) throw cause;
    throw new AppError('internal', 'The connection was lost before Storyloom could answer.', { cause });
  }
  if (!response.ok) throw await toProblemError(response);
  return response;
};
