import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AppError } from '../errors.ts';
import { createEventStream, type ServerSentEvent } from './sse.ts';

vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent';
});

/** What the stream of the current test follows. */
let follow: (signal: AbortSignal) => AsyncIterable<ServerSentEvent>;
let server: Server;
let address: string;

beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    const left = new AbortController();
    outgoing.on('close', () => left.abort());
    const request = new Request(`http://localhost${incoming.url}`, { signal: left.signal });
    const response = createEventStream(request, follow, { heartbeatMs: 20 });
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    Readable.fromWeb(response.body as never)
      .on('error', () => outgoing.destroy())
      .pipe(outgoing);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function readAll(): Promise<{ text: string; events: EventSourceMessage[]; headers: Headers }> {
  const events: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (event) => events.push(event) });
  const response = await fetch(address);
  const text = await response.text();
  parser.feed(text);
  return { text, events, headers: response.headers };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('createEventStream', () => {
  it('sends events with id, name and data, as a reader of the standard understands them', async () => {
    follow = async function* () {
      yield { id: 7, event: 'stage', data: { text: 'two\nlines' }, retry: 500 };
      yield { data: 'plain' };
    };
    const { events, headers } = await readAll();
    expect(events).toMatchObject([
      { id: '7', event: 'stage', data: JSON.stringify({ text: 'two\nlines' }) },
      { data: '"plain"' },
    ]);
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(headers.get('cache-control')).toContain('no-transform');
    expect(headers.get('x-accel-buffering')).toBe('no');
  });

  it('keeps a quiet connection awake', async () => {
    follow = async function* () {
      await pause(90);
      yield { data: 1 };
    };
    const { text, events } = await readAll();
    expect(text.match(/: heartbeat/g)?.length).toBeGreaterThanOrEqual(2);
    expect(events).toHaveLength(1);
  });

  it('stops following when the client goes away, even while it waits', async () => {
    let ended = false;
    const started = Promise.withResolvers<void>();
    const stopped = Promise.withResolvers<void>();
    follow = async function* (signal) {
      try {
        yield { data: 'first' };
        started.resolve();
        await once(signal, 'abort');
      } finally {
        ended = signal.aborted;
        stopped.resolve();
      }
    };
    const client = new AbortController();
    const response = await fetch(address, { signal: client.signal });
    const reader = response.body?.getReader();
    await reader?.read();
    await started.promise;
    expect(ended).toBe(false);
    client.abort();
    await stopped.promise;
    expect(ended).toBe(true);
  });

  it('tells what went wrong as its last event', async () => {
    follow = async function* () {
      yield { data: 1 };
      throw new AppError('database_failed', 'host db.internal refused');
    };
    const { events, text } = await readAll();
    expect(events.at(-1)?.event).toBe('problem');
    expect(JSON.parse(events.at(-1)?.data ?? '')).toMatchObject({ code: 'database_failed' });
    expect(text).not.toContain('db.internal');
  });

  it('does not ask for more than the client takes', async () => {
    let made = 0;
    const controller = new AbortController();
    const response = createEventStream(
      new Request('http://localhost/', { signal: controller.signal }),
      async function* () {
        for (;;) {
          made += 1;
          yield { data: made };
        }
      },
    );
    const reader = response.body?.getReader();
    await reader?.read();
    await pause(20);
    expect(made).toBeLessThan(5);
    controller.abort();
  });
});

it('answers HEAD without a body and without beginning to follow', async () => {
  follow = () => {
    throw new Error('followed');
  };
  const response = createEventStream(new Request('http://localhost/events', { method: 'HEAD' }), follow);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  expect(response.body).toBeNull();
});
