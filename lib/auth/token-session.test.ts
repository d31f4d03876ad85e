import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { isAppError } from '@/lib/errors';
import { refresh } from './token-session';

/** The auth service and the table of counts, as far as a refresh asks them. */
let isDown = false;
let refreshes = 0;
const counts = new Map<string, number>();
const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://fixture');
  let text = '';
  request.on('data', (chunk) => {
    text += chunk;
  });
  request.on('end', () => {
    const body = text ? JSON.parse(text) : {};
    const send = (status: number, value: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value));
    };
    if (url.pathname === '/auth/v1/token') {
      refreshes += 1;
      if (isDown) {
        // The client library asks again for half a minute: it is over at once.
        vi.setSystemTime(Date.now() + 60_000);
        return send(503, { code: 503, error_code: 'unexpected_failure', msg: 'Try again' });
      }
      const user = { id: '7d3c1a52-8a4e-4a55-9a53-0a6f1a1f7c11', email: 'ada@example.org' };
      return send(200, {
        access_token: 'a.b.c',
        refresh_token: 'next',
        token_type: 'bearer',
        expires_in: 3_600,
        user,
      });
    }
    if (url.pathname === '/rest/v1/rpc/consume_rate_limit') {
      const points = (counts.get(body.p_key) ?? 0) + body.p_points;
      counts.set(body.p_key, points);
      return send(200, { points, msBeforeNext: body.p_duration_ms });
    }
    if (url.pathname === '/rest/v1/rate_limits' && request.method === 'DELETE') {
      const key = url.searchParams.get('key')?.replace('eq.', '') ?? '';
      return send(200, counts.delete(key) ? [{ key }] : []);
    }
    send(501, { message: `${request.method} ${request.url}` });
  });
});

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('SUPABASE_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv('SUPABASE_PUBLISHABLE_KEY', 'sb_publishable_fixture');
  vi.stubEnv('SUPABASE_SECRET_KEY', 'sb_secret_fixture');
});
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  isDown = false;
  refreshes = 0;
  counts.clear();
});

const codeOf = (error: unknown) => (isAppError(error) ? error.code : error);

it('takes a refresh token once; the auth service never sees it again', async () => {
  expect(await refresh('first')).toMatchObject({ access_token: 'a.b.c', refresh_token: 'next' });
  expect(await refresh('first').catch(codeOf)).toBe('unauthenticated');
  expect(refreshes).toBe(1);
});

it('keeps no token itself, only its fingerprint', async () => {
  await refresh('a secret token');
  expect([...counts.keys()].join()).not.toContain('a secret token');
});

it('lets a client try again when the auth service was away', async () => {
  isDown = true;
  expect(await refresh('second').catch(codeOf)).toBe('database_failed');
  isDown = false;
  expect(await refresh('second')).toMatchObject({ token_type: 'bearer', user: { email: 'ada@example.org' } });
});
