import type { ChatEventView } from '../chat/views.ts';
import type { OutgoingFrame } from './frames.ts';

/**
 * One event of the session's log as frames. `dossier` and `story` are frames only after something was fetched for them,
 * `answer-started` and `title` say nothing to a client of the socket.
 *
 * @param isQuiet whether a message of that id is this client's own and it asked for no acknowledgement
 */
export function buildFrames(
  event: ChatEventView,
  place: { number: number; session_id: string; project_id: string | null },
  isQuiet: (messageId: string) => boolean,
): OutgoingFrame[] {
  switch (event.type) {
    case 'message': {
      const { message_id, content, created_at } = event.message;
      return isQuiet(message_id)
        ? []
        : [{ type: 'user_message', ...place, id: message_id, content, created_at }];
    }
    case 'chunks':
      return event.text === ''
        ? []
        : [{ type: 'assistant_delta', ...place, id: event.message_id, content: event.text }];
    case 'answer-ended': {
      const { message_id, content, created_at, status, error } = event.message;
      return [
        { type: 'assistant_message', ...place, id: message_id, content, created_at, status, error },
        // Said twice, for clients that know no status.
        ...(error ? [{ type: 'error' as const, ...error, retryable: true, id: message_id }] : []),
      ];
    }
    case 'messages-removed':
      return [{ type: 'messages_removed', ...place, ids: event.message_ids }];
    default:
      return [];
  }
}
