import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { requestJson } from './request-json';

let server: Server | undefined;

/** A real HTTP server that gives one answer to everything. Returns its base URL. */
async function serve(status: number, headers: Record<string, string>, body: string): Promise<string> {
  const started = createServer((_request, response) => response.writeHead(status, headers).end(body));
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

describe('requestJson', () => {
  it('returns the body of a good answer', async () => {
    const url = await serve(200, { 'content-type': 'application/json' }, '{"stories":[],"total":0}');
    await expect(requestJson(url)).resolves.toEqual({ stories: [], total: 0 });
  });

  it('keeps code, fields and retry-after of a problem', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Too many stories',
      status: 429,
      code: 'rate_limited',
      detail: 'Please wait a moment.',
      errors: [{ path: 'prompt', message: 'Too long.' }],
    };
    const url = await serve(
      429,
      { 'content-type': 'application/problem+json', 'retry-after': '7' },
      JSON.stringify(problem),
    );
    await expect(requestJson(url, { method: 'POST', body: {} })).rejects.toMatchObject({
      code: 'rate_limited',
      message: 'Please wait a moment.',
      fields: problem.errors,
      retryAfterSeconds: 7,
    });
  });

  it('calls a code it does not know internal', async () => {
    const url = await serve(
      418,
      { 'content-type': 'application/problem+json' },
      '{"code":"teapot","title":"Tea"}',
    );
    await expect(requestJson(url)).rejects.toMatchObject({ code: 'internal', message: 'Tea' });
  });

  it('turns an error page that is not JSON into an internal error with its cause', async () => {
    const url = await serve(502, { 'content-type': 'text/html' }, '<h1>Bad gateway</h1>');
    const error = await requestJson(url).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'internal' });
    expect((error as Error).cause).toBeInstanceOf(SyntaxError);
  });

  it('turns a lost connection into an internal error with its cause', async () => {
    const url = await serve(200, {}, '');
    server?.close();
    server?.closeAllConnections();
    const error = await requestJson(url).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'AppError', code: 'internal' });
    expect((error as Error).cause).toBeInstanceOf(TypeError);
  });
});
