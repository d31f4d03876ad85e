import { setTimeout as sleep } from 'node:timers/promises';
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { isAppError } from '../errors.ts';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;

/**
 * Server-sent events one after the other; a stream that breaks or ends is opened again from its last event. The next
 * piece is read when the last event was taken, so a slow reader holds the sender back. Ends when `signal` aborts.
 *
 * @throws AppError what opening was refused with, when trying again cannot help (`unauthenticated`, `not_found`, …)
 */
export async function* readEventStream<Item>(options: {
  open: (lastEventId: string | null) => Promise<Response>;
  parse: (data: unknown) => Item;
  afterId: number | null;
  signal: AbortSignal;
  /** Called each time the stream is open: from now on nothing is missed. */
  onOpen?: () => void;
}): AsyncGenerator<Item> {
  const { signal } = options;
  let lastEventId = options.afterId === null ? null : String(options.afterId);
  let waitMs = FIRST_WAIT_MS;
  while (!signal.aborted) {
    try {
      const response = await options.open(lastEventId);
      for await (const message of readMessages(response, () => options.onOpen?.())) {
        if (signal.aborted) return;
        // Its own way of saying that it broke: the next attempt goes on from the last event.
        if (message.event === 'problem') break;
        yield options.parse(JSON.parse(message.data));
        lastEventId = message.id ?? lastEventId;
        waitMs = FIRST_WAIT_MS;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!isPassing(error)) throw error;
    }
    await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
  }
}

async function* readMessages(response: Response, onOpen: () => void): AsyncGenerator<EventSourceMessage> {
  const waiting: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (message) => waiting.push(message) });
  let isFirst = true;
  for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    if (isFirst) onOpen();
    isFirst = false;
    parser.feed(text);
    yield* waiting.splice(0);
  }
}

/** A broken connection (undici's TypeError), a server that is busy or restarting; not what it refuses or what is no event. */
function isPassing(error: unknown): boolean {
  if (isAppError(error)) return PASSING.has(error.code);
  return error instanceof TypeError;
}
const PASSING: ReadonlySet<string> = new Set([
  'database_failed',
  'storage_failed',
  'queue_unavailable',
  'rate_limited',
  'internal',
]);
