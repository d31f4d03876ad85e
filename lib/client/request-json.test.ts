import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { setGrownUpProver } from './prove-grown-up';
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
      rule: 'topic',
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
      rule: 'topic',
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

  describe('that needs a grown-up', () => {
    /** Refuses every request until `isLocked` says otherwise. */
    async function serveLocked(isLocked: () => boolean): Promise<{ url: string; asked: string[] }> {
      const asked: string[] = [];
      const started = createServer((request, response) => {
        asked.push(request.method ?? '');
        if (isLocked())
          response.writeHead(403).end('{"code":"pin_required","title":"This needs a grown-up"}');
        else response.writeHead(200).end('{"saved":true}');
      });
      server = started;
      await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
      return { url: `http://127.0.0.1:${(started.address() as AddressInfo).port}`, asked };
    }

    it('asks for the PIN once, for all changes that wait for it, and sends them again', async () => {
      let isLocked = true;
      let timesAsked = 0;
      const stop = setGrownUpProver(async () => {
        timesAsked += 1;
        await new Promise((resolve) => setTimeout(resolve, 50));
        isLocked = false;
        return true;
      });
      const { url } = await serveLocked(() => isLocked);
      const changes = [1, 2].map(() => requestJson(url, { method: 'PATCH', body: {} }));
      await expect(Promise.all(changes)).resolves.toEqual([{ saved: true }, { saved: true }]);
      expect(timesAsked).toBe(1);
      stop();
    });

    it('is refused when the PIN is not said, and is not repeated for ever when it does not help', async () => {
      let isProven = false;
      const stop = setGrownUpProver(async () => isProven);
      const { url, asked } = await serveLocked(() => true);
      await expect(requestJson(url, { method: 'DELETE' })).rejects.toMatchObject({ code: 'pin_required' });
      expect(asked).toHaveLength(1);
      isProven = true;
      await expect(requestJson(url, { method: 'DELETE' })).rejects.toMatchObject({ code: 'pin_required' });
      expect(asked).toHaveLength(3);
      stop();
    });

    it('opens no dialog for a reading that somebody may not even have asked for', async () => {
      const stop = setGrownUpProver(() => Promise.reject(new Error('nobody pressed anything')));
      const { url } = await serveLocked(() => true);
      await expect(requestJson(url)).rejects.toMatchObject({ code: 'pin_required' });
      stop();
    });
  });
});
