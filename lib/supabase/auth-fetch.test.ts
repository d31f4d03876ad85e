import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from '@supabase/supabase-js';
import { expect, it, onTestFinished } from 'vitest';
import { isAuthServiceDown } from '@/lib/auth/auth-error';
import { createAuthFetch } from './auth-fetch';

/** A service that hears everything and says nothing, or only after a while. */
async function startSilence(answerAfterMs?: number): Promise<string> {
  const server = createServer((_request, response) => {
    if (answerAfterMs !== undefined) setTimeout(() => response.end('late'), answerAfterMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('gives up an auth service that says nothing, and calls it down', async () => {
  const { auth } = createClient(await startSilence(), 'key', {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch: createAuthFetch(fetch, 200) },
  });
  const { error } = await auth.getUser('a.token.here');
  expect(error && isAuthServiceDown(error)).toBe(true);
});

it('stops when whoever asked does, too', async () => {
  const url = await startSilence();
  const asked = createAuthFetch()(`${url}/auth/v1/user`, { signal: AbortSignal.timeout(50) });
  await expect(asked).rejects.toMatchObject({ name: 'TimeoutError' });
});

it('leaves a file all the time it takes', async () => {
  const url = await startSilence(300);
  const answer = await createAuthFetch(fetch, 50)(`${url}/storage/v1/object/film.mp4`);
  expect(await answer.text()).toBe('late');
});
