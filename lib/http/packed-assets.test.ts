import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createPackedAssets } from './packed-assets.ts';

const SCRIPT = 'console.log("Once upon a time there was a fox.");\n'.repeat(50);
const dir = mkdtempSync(path.join(tmpdir(), 'storyloom-assets-'));
mkdirSync(path.join(dir, 'static/chunks'), { recursive: true });
writeFileSync(path.join(dir, 'static/chunks/0a_b-c.js'), SCRIPT);
writeFileSync(path.join(dir, 'secret.js'), 'no');
const assets = createPackedAssets(path.join(dir, 'static'));
const server = createServer((incoming, response) => {
  if (!assets.answer(incoming, response)) response.end('Next');
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.close();
  rmSync(dir, { recursive: true });
});

/** `fetch` would tidy the address and unpack the body. */
function ask(
  url: string,
  encoding: string,
  method = 'GET',
): Promise<{ headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    request(
      { host: '127.0.0.1', port, path: url, method, headers: { 'accept-encoding': encoding } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(chunks) }));
      },
    )
      .on('error', reject)
      .end();
  });
}

test('a script is packed at the first request for it, and is the same unpacked', async () => {
  const url = '/_next/static/chunks/0a_b-c.js';
  expect((await ask(url, 'gzip, br')).body.toString()).toBe('Next');
  const { headers, body } = await vi.waitFor(async () => {
    const answer = await ask(url, 'gzip, deflate, br, zstd');
    expect(answer.headers['content-encoding']).toBe('br');
    return answer;
  });
  expect(brotliDecompressSync(body).toString()).toBe(SCRIPT);
  expect(headers).toMatchObject({
    'content-type': 'application/javascript; charset=UTF-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-length': String(body.byteLength),
    vary: 'Accept-Encoding',
  });
  expect((await ask(url, 'gzip, br', 'HEAD')).body.byteLength).toBe(0);
  for (const encoding of ['gzip', 'gzip, br;q=0', 'identity']) {
    expect((await ask(url, encoding)).body.toString()).toBe('Next');
  }
  expect((await ask(url, 'br', 'POST')).body.toString()).toBe('Next');
});

test.each([
  '/_next/static/../secret.js',
  '/_next/static/%2e%2e/secret.js',
  '/_next/static/chunks/../../secret.js',
  '/_next/static/chunks/none.js',
  '/_next/static/chunks/0a_b-c.js?x=1',
  '/stories',
])('%s is left to Next', async (url) => {
  for (const turn of [1, 2]) {
    const { body, headers } = await ask(url, 'br');
    expect([turn, body.toString(), headers['content-encoding']]).toEqual([turn, 'Next', undefined]);
  }
});
