import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { TLSSocket } from 'node:tls';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchPublic } from './fetch-public.ts';
import type { Lookup } from './public-url.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener, server: Server = createServer(listener)): Promise<number> {
  open.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const toLoopback: Lookup = async () => [{ address: '127.0.0.1', family: 4 }];
/** A world in which `tales.test` is a public name whose address is this machine’s. */
const world = (port: number) => ({ lookup: toLoopback, allow: [`tales.test:${port}`] });

describe('fetchPublic', () => {
  it('brings status, headers and body, and sends the name as Host', async () => {
    const port = await serve((request, response) => {
      response.writeHead(201, { 'content-type': 'text/plain', 'x-host': request.headers.host ?? '' });
      request.pipe(response);
    });
    const answer = await fetchPublic(
      `http://tales.test:${port}/hook`,
      { method: 'POST', body: 'once upon', headers: { 'content-type': 'text/plain' } },
      world(port),
    );
    expect(answer).toMatchObject({ status: 201, finalUrl: `http://tales.test:${port}/hook` });
    expect(answer.headers['x-host']).toBe(`tales.test:${port}`);
    expect(answer.body.toString()).toBe('once upon');
  });

  it('keeps the name in TLS while the socket goes to the checked address', async () => {
    const pem = readFileSync(path.join(import.meta.dirname, '../fixtures/egress/tales.test.pem'), 'utf8');
    let servername: unknown;
    const port = await serve(
      () => undefined,
      createTlsServer({ key: pem, cert: pem }, (request, response) => {
        servername = (request.socket as TLSSocket & { servername: unknown }).servername;
        response.end('safe');
      }),
    );
    const answer = await fetchPublic(`https://tales.test:${port}/`, {}, { ...world(port), ca: pem });
    expect(answer.body.toString()).toBe('safe');
    expect(servername).toBe('tales.test');
    await expect(fetchPublic(`https://tales.test:${port}/`, {}, world(port))).rejects.toMatchObject({
      code: 'address_unreachable',
    });
  });

  it('does not fall for a name that changes its answer between the check and the connection', async () => {
    let reached = 0;
    const port = await serve((_request, response) => {
      reached += 1;
      response.end('the inner service');
    });
    let asked = 0;
    const rebinding: Lookup = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '192.0.2.77' : '127.0.0.1', family: 4 }];
    };
    // 192.0.2.77 passes here because the port is named; nothing answers there, and 127.0.0.1 must not be tried.
    await expect(
      fetchPublic(
        `http://tales.test:${port}/`,
        { timeoutMs: 400 },
        { lookup: rebinding, allow: [`tales.test:${port}`] },
      ),
    ).rejects.toMatchObject({ code: 'address_unreachable' });
    expect({ asked, reached }).toEqual({ asked: 1, reached: 0 });
    // And the second answer by itself is refused where nothing is named.
    await expect(
      fetchPublic(`http://tales.test:${port}/`, {}, { lookup: rebinding, allow: [] }),
    ).rejects.toMatchObject({
      code: 'address_not_allowed',
    });
    expect(reached).toBe(0);
  });

  it('refuses inner addresses without touching them', async () => {
    let reached = 0;
    const port = await serve((_request, response) => {
      reached += 1;
      response.end();
    });
    for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1']) {
      await expect(fetchPublic(`http://${host}:${port}/`, {}, { allow: [] })).rejects.toMatchObject({
        code: 'address_not_allowed',
      });
    }
    expect(reached).toBe(0);
  });

  it('hands a redirect back unless asked, follows when asked, and checks where to', async () => {
    const port = await serve((request, response) => {
      const target = { '/start': '/end', '/away': 'http://10.0.0.1/', '/loop': '/loop' }[request.url ?? ''];
      if (target) response.writeHead(302, { location: target }).end();
      else response.end('the end');
    });
    const at = (path: string, redirects: number) =>
      fetchPublic(`http://tales.test:${port}${path}`, { redirects }, world(port));
    expect((await at('/start', 0)).status).toBe(302);
    expect(await at('/start', 2)).toMatchObject({ status: 200, finalUrl: `http://tales.test:${port}/end` });
    await expect(at('/away', 2)).rejects.toMatchObject({ code: 'address_not_allowed' });
    await expect(at('/loop', 3)).rejects.toMatchObject({ code: 'address_unreachable' });
  });

  it('stops at its size, packed or not, told or not', async () => {
    const story = Buffer.alloc(200_000, 'a');
    const port = await serve((request, response) => {
      if (request.url === '/told') response.writeHead(200, { 'content-length': story.length }).end(story);
      else if (request.url === '/gzip')
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(story));
      else if (request.url === '/br')
        response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync(story));
      else if (request.url === '/broken')
        response.writeHead(200, { 'content-encoding': 'gzip' }).end('nonsense');
      else response.writeHead(200).end(story);
    });
    const at = (path: string, maxBytes: number) =>
      fetchPublic(`http://tales.test:${port}${path}`, { maxBytes }, world(port));
    for (const path of ['/told', '/untold', '/gzip', '/br']) {
      expect((await at(path, 200_000)).body.equals(story), path).toBe(true);
      await expect(at(path, 199_999), path).rejects.toMatchObject({ code: 'document_unreadable' });
    }
    await expect(at('/broken', 200_000)).rejects.toMatchObject({ code: 'document_unreadable' });
  });

  it('takes only the media types that were asked for', async () => {
    const port = await serve((_request, response) =>
      response.writeHead(200, { 'content-type': 'Text/HTML; charset=utf-8' }).end('<p>'),
    );
    const asking = (accept: string[]) => fetchPublic(`http://tales.test:${port}/`, { accept }, world(port));
    expect((await asking(['text/html'])).status).toBe(200);
    await expect(asking(['application/pdf'])).rejects.toMatchObject({ code: 'document_unreadable' });
  });

  it('does not wait for a server that says nothing, or goes on for ever', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/drip') setInterval(() => response.write('.'), 20).unref();
    });
    for (const path of ['/silent', '/drip']) {
      const begun = performance.now();
      await expect(
        fetchPublic(`http://tales.test:${port}${path}`, { timeoutMs: 300 }, world(port)),
        path,
      ).rejects.toMatchObject({ code: 'address_unreachable' });
      expect(performance.now() - begun).toBeLessThan(2_000);
    }
    await expect(
      fetchPublic(
        `http://tales.test:${port}/`,
        { timeoutMs: 100 },
        { lookup: () => new Promise(() => {}), allow: [] },
      ),
    ).rejects.toMatchObject({ code: 'address_unreachable' });
  });

  it('says that nobody answers where nobody listens', async () => {
    await expect(fetchPublic('http://tales.test:9/', {}, world(9))).rejects.toMatchObject({
      code: 'address_unreachable',
      message: 'The address could not be reached.',
    });
  });
});
