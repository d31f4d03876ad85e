import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';

export type Received = { path: string; headers: IncomingHttpHeaders; body: string; atMs: number };
type Answer = { status: number; headers?: Record<string, string> };

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

/** Somebody's server that is told of stories: real HTTP, and per path the answers it gives one after the other. */
export async function startReceiver(port: number) {
  const received: Received[] = [];
  const scripts = new Map<string, Answer[]>();
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push({
      path,
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
      atMs: performance.now(),
    });
    const script = scripts.get(path) ?? [];
    const answer = (script.length > 1 ? script.shift() : script[0]) ?? { status: 204 };
    response.writeHead(answer.status, answer.headers).end();
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    /** The answers at a path, the last one for ever; 204 where nothing was said. */
    answer: (path: string, ...answers: Answer[]) => scripts.set(path, answers),
    at: (path: string) => received.filter((one) => one.path === path),
    async waitFor(path: string, count = 1, timeoutMs = 60_000): Promise<Received[]> {
      for (const deadline = Date.now() + timeoutMs; ; ) {
        const there = received.filter((one) => one.path === path);
        if (there.length >= count) return there;
        if (Date.now() > deadline) throw new Error(`${there.length} of ${count} came to ${path}`);
        await sleep(50);
      }
    },
    /** As if nobody had called yet. */
    forget() {
      received.length = 0;
      scripts.clear();
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What the reference library says of a call: its payload, or an error. */
export function verify({ headers, body }: Received, secret: string): unknown {
  return new Webhook(secret).verify(body, headers as Record<string, string>);
}
