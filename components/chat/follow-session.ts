import { parseJsonEventStream } from 'ai';
import { type ChatEventView, chatEventViewSchema } from '@/lib/chat/views';

/**
 * `signed-out`: the server does not know who asks, which a renewed or another session mends; it is asked again and again.
 * `gone`: the conversation was deleted or is somebody else's, which nothing mends.
 */
export type FollowState = 'following' | 'signed-out' | 'gone';

const SHORTEST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;

type FollowOptions = {
  sessionId: string;
  /** The last event that is known already. */
  afterEventId: number;
  signal: AbortSignal;
  onEvent: (event: ChatEventView) => void;
  onState: (state: FollowState) => void;
  fetch?: typeof fetch;
  wait?: (durationMs: number, signal: AbortSignal) => Promise<void>;
};

/**
 * Reads a conversation's log until `signal` aborts or the conversation is gone, taking it up after the last event that was
 * read whenever it breaks off. `EventSource` cannot be reopened at a place of ours, hence fetch.
 */
export async function followSession({
  sessionId,
  afterEventId,
  signal,
  onEvent,
  onState,
  fetch = globalThis.fetch,
  wait = waitFor,
}: FollowOptions): Promise<void> {
  let lastEventId = afterEventId;
  let refusals = 0;
  for (let failures = 0; !signal.aborted; ) {
    try {
      const response = await fetch(`/api/sessions/${sessionId}/events`, {
        headers: { accept: 'text/event-stream', 'last-event-id': String(lastEventId) },
        signal,
      });
      if (response.status === 404) return onState('gone');
      refusals = response.status === 401 ? refusals + 1 : 0;
      // Once may be another tab that was just renewing the same session; the next time we have its new cookie.
      if (refusals > 1) onState('signed-out');
      if (response.ok && response.body) {
        failures = 0;
        onState('following');
        for await (const event of readEvents(response.body)) {
          if (signal.aborted) return;
          lastEventId = Math.max(lastEventId, event.id);
          onEvent(event);
        }
      } else {
        failures += 1;
      }
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      console.warn('The conversation’s events broke off.', error);
    }
    await wait(Math.min(SHORTEST_WAIT_MS * 2 ** Math.max(0, failures - 1), LONGEST_WAIT_MS), signal);
  }
}

async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ChatEventView> {
  const reader = parseJsonEventStream({ stream: body, schema: chatEventViewSchema }).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    if (!value.success) throw value.error;
    yield value.value;
  }
}

function waitFor(durationMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, durationMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
