import { toAppError } from '../errors.ts';
import { log } from '../log.ts';
import { getMetrics } from '../metrics.ts';
import { buildProblem } from './problem.ts';

/** One server-sent event (WHATWG HTML, section 9.2). `data` is sent as JSON; `id` is what Last-Event-ID brings back. */
export type ServerSentEvent = {
  data: unknown;
  id?: string | number;
  event?: string;
  /** Milliseconds a client waits before it connects again. */
  retry?: number;
};

/** Proxies and phones drop a connection that is silent for half a minute or so. */
const HEARTBEAT_MS = 15_000;

/**
 * Answers with the events that `follow` yields, until it ends or the client goes away: then `signal` aborts and the
 * generator is closed. The next event is asked for when the client has taken the last. If `follow` throws, a last event
 * `problem` says so and the stream ends; the client comes back with Last-Event-ID.
 */
export function createEventStream(
  request: Request,
  follow: (signal: AbortSignal) => AsyncIterable<ServerSentEvent>,
  options: { heartbeatMs?: number } = {},
): Response {
  const headers = {
    'content-type': 'text/event-stream; charset=utf-8',
    // no-transform keeps a compressing proxy from holding events back; the second header is nginx's word for it.
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  };
  // Nobody would read its body, and so nobody would ever end it.
  if (request.method === 'HEAD') return new Response(null, { headers });
  const gone = new AbortController();
  const encoder = new TextEncoder();
  const events = follow(gone.signal)[Symbol.asyncIterator]();
  let heartbeat: NodeJS.Timeout | undefined;
  let isOver = false;

  const { openStreams } = getMetrics();
  openStreams.inc();
  const end = () => {
    isOver = true;
    openStreams.dec();
    clearInterval(heartbeat);
    gone.abort();
    // Runs the generator's `finally`; one that is waiting does so when the signal wakes it.
    void events
      .return?.(undefined)
      ?.catch((error) => log.warn({ err: error }, 'event stream did not end cleanly'));
  };

  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => isOver || controller.enqueue(encoder.encode(text));
      // Sends the headers on their way before the first event happens.
      write(': connected\n\n');
      heartbeat = setInterval(() => write(': heartbeat\n\n'), options.heartbeatMs ?? HEARTBEAT_MS);
      request.signal.addEventListener('abort', () => {
        if (!isOver) {
          end();
          controller.close();
        }
      });
    },
    async pull(controller) {
      let last: string | undefined;
      try {
        const next = await events.next();
        if (!next.done && !isOver) {
          controller.enqueue(encoder.encode(formatEvent(next.value)));
          return;
        }
      } catch (error) {
        if (!isOver) {
          log.error({ err: error, path: new URL(request.url).pathname }, 'event stream failed');
          last = formatEvent({ event: 'problem', data: buildProblem(toAppError(error)) });
        }
      }
      if (!isOver) {
        if (last) {
          controller.enqueue(encoder.encode(last));
        }
        end();
        controller.close();
      }
    },
    cancel: () => {
      if (!isOver) {
        end();
      }
    },
  });
  return new Response(stream, { headers });
}

function formatEvent({ id, event, retry, data }: ServerSentEvent): string {
  const lines = [
    ...(id === undefined ? [] : [`id: ${oneLine(String(id))}`]),
    ...(event === undefined ? [] : [`event: ${oneLine(event)}`]),
    ...(retry === undefined ? [] : [`retry: ${Math.round(retry)}`]),
    // JSON has no raw line break, so it is always one line.
    `data: ${JSON.stringify(data)}`,
  ];
  return `${lines.join('\n')}\n\n`;
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\0]/g, ' ');
}
