import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import { createSocketBridge } from './create-socket-bridge.ts';
import type { SocketLimits } from './limits.ts';

/** The bridge over real sockets; the HTTP API behind it is a small server whose answers each test gives. */
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const USER = randomUUID();
const SESSION = randomUUID();
const PROJECT = randomUUID();
const NOW = '2026-11-21T12:00:00.000Z';
const session = {
  session_id: SESSION,
  user_id: USER,
  project_id: PROJECT,
  title: '',
  created_at: NOW,
  updated_at: NOW,
  last_message_at: NOW,
  is_active: true,
  message_count: 0,
};
const json = (value: unknown, status = 200): Answer => {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
  };
};
const problem = (status: number, code: string) =>
  json({ type: 'urn:x', title: 'No', status, code, detail: `because of ${code}` }, status);
const events = (list: object[]): Answer => {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(': connected\n\n');
    for (const event of list) {
      response.write(`id: ${(event as { id: number }).id}\ndata: ${JSON.stringify(event)}\n\n`);
    }
  };
};
const ROUTES: Record<string, Answer> = {
  '/api/auth/me': json({ user_id: USER }),
  [`/api/sessions/${SESSION}`]: json(session),
  [`/api/sessions/${SESSION}/messages`]: json([]),
  [`/api/sessions/${SESSION}/events`]: events([]),
  [`/api/dossier/${PROJECT}`]: problem(404, 'not_found'),
};

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function start(routes: Record<string, Answer> = {}, limits: Partial<SocketLimits> = {}) {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    const answer = { ...ROUTES, ...routes }[path];
    if (answer) answer(request, response);
    else problem(404, 'not_found')(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const bridge = createSocketBridge({
    getOrigin: () => `http://127.0.0.1:${port}`,
    publicUrl: `http://localhost:${port}`,
    trustsProxy: false,
    limits,
  });
  server.on('upgrade', bridge.handleUpgrade);
  const sockets: WebSocket[] = [];
  stops.push(async () => {
    for (const socket of sockets) socket.terminate();
    server.close();
    server.closeAllConnections();
  });
  return {
    bridge,
    open(token = 'a.b.c', query = `?session_id=${SESSION}`) {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/api/conversation/me${query}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      // One that is refused or cut off is what several tests are about.
      socket.on('error', () => undefined);
      sockets.push(socket);
      return socket;
    },
  };
}

const closeOf = async (socket: WebSocket) => (await once(socket, 'close'))[0] as number;
async function statusOf(socket: WebSocket) {
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
  return response.statusCode;
}
const tokenThatEnds = (atMs: number) =>
  `a.${Buffer.from(JSON.stringify({ exp: atMs / 1000 })).toString('base64url')}.c`;

test('the end of the token closes with the code that says to refresh', async () => {
  const { open } = await start();
  const socket = open(tokenThatEnds(Date.now() + 300));
  const startedMs = performance.now();
  expect(await closeOf(socket)).toBe(4401);
  expect(performance.now() - startedMs).toBeGreaterThan(200);
});

test('one user has so many sockets, and one that goes makes room', async () => {
  const { open } = await start({}, { connectionsPerUser: 2 });
  const first = open();
  const second = open();
  await Promise.all([once(first, 'open'), once(second, 'open')]);
  expect(await statusOf(open())).toBe(429);
  first.close();
  await once(first, 'close');
  await sleep(50);
  await once(open(), 'open');
});

test('a full server says so, and refused handshakes take no room', async () => {
  const { open, bridge } = await start(
    { '/api/auth/me': problem(401, 'unauthenticated') },
    { connections: 3 },
  );
  for (let index = 0; index < 5; index += 1) expect(await statusOf(open())).toBe(401);
  await sleep(50);
  expect(bridge.countConnections()).toBeLessThanOrEqual(1);
  const full = await start({}, { connections: 0 });
  expect(await statusOf(full.open())).toBe(503);
});

test('an API that is down refuses the handshake as busy, not as forbidden', async () => {
  const { open } = await start({ '/api/auth/me': (request) => request.socket.destroy() });
  expect(await statusOf(open())).toBe(503);
});

test('a peer that does not answer pings is let go', async () => {
  const { open, bridge } = await start({}, { pingMs: 50 });
  const socket = open();
  await once(socket, 'open');
  socket.pause();
  await sleep(400);
  expect(bridge.countConnections()).toBe(0);
});

test('a client that takes nothing is closed as too slow', async () => {
  const text = 'x'.repeat(200_000);
  const many = Array.from({ length: 150 }, (_, index) => ({
    id: index + 1,
    session_id: SESSION,
    created_at: NOW,
    type: 'chunks',
    message_id: randomUUID(),
    text,
    chunks: [],
  }));
  const { open, bridge } = await start(
    { [`/api/sessions/${SESSION}/events`]: events(many) },
    { pauseBytes: 100_000, drainMs: 300 },
  );
  const socket = open();
  await once(socket, 'open');
  socket.pause();
  await sleep(3_500);
  expect(bridge.countConnections()).toBe(0);
});

test('a conversation that is deleted meanwhile closes its sockets', async () => {
  const { open } = await start({ [`/api/sessions/${SESSION}/events`]: problem(404, 'not_found') });
  expect(await closeOf(open())).toBe(4404);
});

test('a server that stops asks everybody to come back', async () => {
  const { open, bridge } = await start();
  const socket = open();
  await once(socket, 'open');
  bridge.close();
  expect(await closeOf(socket)).toBe(1012);
  expect(await statusOf(open())).toBe(503);
});

test('events go on from the last one when their stream breaks', async () => {
  const asked: (string | undefined)[] = [];
  const event = (id: number) => ({
    id,
    session_id: SESSION,
    created_at: NOW,
    type: 'chunks',
    message_id: randomUUID(),
    text: `piece ${id} `,
    chunks: [],
  });
  const { open } = await start({
    [`/api/sessions/${SESSION}/events`](request, response) {
      asked.push(request.headers['last-event-id'] as string | undefined);
      events([event(10 + asked.length)])(request, response);
      if (asked.length < 3) setTimeout(() => request.socket.destroy(), 20);
    },
  });
  const socket = open();
  const numbers: number[] = [];
  socket.on('message', (data) => numbers.push(JSON.parse(String(data)).number));
  await sleep(1_500);
  expect(asked).toEqual([undefined, '11', '12']);
  expect(numbers).toEqual([11, 12, 13]);
});
