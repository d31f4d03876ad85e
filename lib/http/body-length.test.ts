import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { BODY_LENGTH_HEADER, restoreContentLength } from './body-length.ts';

it('gives a streamed answer and a HEAD the length that the route told, and hides how it was told', async () => {
  const server = createServer((request, response) => {
    restoreContentLength(response);
    if (request.url === '/told') response.setHeader(BODY_LENGTH_HEADER, '5');
    response.flushHeaders();
    response.end(request.method === 'HEAD' ? undefined : 'hello');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    for (const method of ['GET', 'HEAD']) {
      const response = await fetch(`${address}/told`, { method });
      expect(response.headers.get('content-length')).toBe('5');
      expect(response.headers.has(BODY_LENGTH_HEADER)).toBe(false);
      expect(await response.text()).toBe(method === 'HEAD' ? '' : 'hello');
    }
    const untold = await fetch(`${address}/other`);
    expect(untold.headers.has('content-length')).toBe(false);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
