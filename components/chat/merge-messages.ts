import type { ChatMessage } from '@/lib/chat/schema';
import type { ChatMessageView } from '@/lib/chat/views';

/** A message of our API as the AI SDK holds it. */
export function toChatMessage(view: ChatMessageView, projectId: string): ChatMessage {
  return {
    id: view.message_id,
    role: view.role,
    // The parts were written by the same AI SDK: their shape is ours.
    parts: view.parts as ChatMessage['parts'],
    metadata: {
      sessionId: view.session_id,
      projectId,
      createdAt: view.created_at,
      status: view.status,
      ...(view.error ? { error: view.error } : {}),
    },
  };
}

/** The list with this message in its place, or at its end when it is new. */
export function upsertMessage(messages: readonly ChatMessage[], message: ChatMessage): ChatMessage[] {
  const index = messages.findIndex(({ id }) => id === message.id);
  return index === -1 ? [...messages, message] : messages.with(index, message);
}

/** All text of a message, its parts a line apart. */
export function messageText(message: ChatMessage): string {
  return message.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
}

/** Whether this is an answer of which nobody has told the end. */
export function isUnfinished(message: ChatMessage | undefined): boolean {
  return message?.role === 'assistant' && message.metadata?.status === 'streaming';
}
