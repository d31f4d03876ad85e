import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { problemSchema } from '../story/views.ts';
import { explainRefusedMethod, refuseUnreadable } from './plain-refusals.ts';

const server = createServer((request, response) => {
  if (refuseUnreadable(request, response)) return;
  explainRefusedMethod(request, response);
  // As Next does for a method that a route does not export.
  if (request.method === 'PUT') {
    response.statusCode = 405;
    response.flushHeaders();
    response.end();
    return;
  }
  response.end(request.url);
});
let port: number;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Sent by hand: fetch mends addresses before it sends them. */
async function ask(method: string, target: string): Promise<{ status: number; type: string; body: string }> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`${method} ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  return {
    status: Number(head.split(' ')[1]),
    type: /^content-type: (.*)$/im.exec(head)?.[1] ?? '',
    body,
  };
}

it.each(['/api/v1/stories/%ff', '/%', '/%E0%A4%A', '*', 'http://['])(
  'refuses the address %s in words',
  async (target) => {
    const { status, type, body } = await ask('GET', target);
    expect(status).toBe(400);
    expect(type).toContain('application/problem+json');
    expect(problemSchema.parse(JSON.parse(body)).code).toBe('invalid_request');
  },
);

it.each([
  ['TRACE', '/'],
  ['PROPFIND', '/'],
  ['PUT', '/api/v1/stories'],
])('answers %s, which nothing has, with a problem', async (method, target) => {
  const { status, type, body } = await ask(method, target);
  expect(status).toBe(405);
  expect(type).toContain('application/problem+json');
  expect(problemSchema.parse(JSON.parse(body)).code).toBe('method_not_allowed');
});

it.each([
  '/api/v1/stories/../../../etc/passwd',
  '/api/v1/stories/images/stories/x/%2e%2E/y.png',
  '/api/v1/stories/.%2e',
  '/api/./health',
  '/api/v1/stories/x/..%2f..%2Fpackage.json',
  '/api/v1/stories/..%5cpackage.json',
  '/api/v1/stories/..\\..\\package.json',
])('has nothing at %s, which leads out of its folder', async (target) => {
  const { status, type, body } = await ask('GET', target);
  expect(status).toBe(404);
  expect(type).toContain('application/problem+json');
  expect(problemSchema.parse(JSON.parse(body)).code).toBe('not_found');
});

it('takes dots that lead nowhere else for what they are', async () => {
  for (const target of [
    '/api/v1/stories/..%252fx',
    '/api/a..b/...',
    '/api/v1/stories?q=../x',
    '/stories/../x',
  ])
    expect((await ask('GET', target)).body).toBe(target);
});

it('lets every other address through as it is, and takes the path of a whole URL', async () => {
  expect((await ask('GET', '/stories/%C3%A9?q=%ff')).body).toBe('/stories/%C3%A9?q=%ff');
  expect((await ask('GET', 'http://localhost/health?x=1')).body).toBe('/health?x=1');
});
