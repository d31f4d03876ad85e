import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import WebSocket from 'ws';
import {
  apiKeyListSchema,
  apiKeyViewSchema,
  createdApiKeyViewSchema,
} from '../../lib/auth/api-key-schemas.ts';
import { problemSchema } from '../../lib/story/views.ts';
import { type Account, createAccount, createKeyClient, PASSWORD } from '../support/accounts.ts';
import { type Client, createClientWith, createGuest, SMALL_STORY } from '../support/client.ts';
import { newEmail, openBrowser } from '../support/open-browser.ts';

/** Programs that call with an API key or with tokens they keep themselves, over plain HTTP. */
const { url } = inject('app');

let account: Account;
let stranger: Account;
beforeAll(async () => {
  [account, stranger] = [await createAccount(url), await createAccount(url)];
});

const readProblem = async (response: Response) => {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  return problemSchema.parse(await response.json());
};
const listKeys = async (client: Client) =>
  apiKeyListSchema.parse(await (await client.request('/api/keys')).json()).keys;

describe('an API key', () => {
  test('is created, named and scoped, and shown once', async () => {
    const response = await account.client.post('/api/keys', { name: 'Kitchen tablet', scopes: ['read'] });
    expect(response.status).toBe(201);
    const created = createdApiKeyViewSchema.parse(await response.json());
    expect(response.headers.get('location')).toBe(`/api/keys/${created.id}`);
    expect(created).toMatchObject({ name: 'Kitchen tablet', scopes: ['read'], last_used_at: null });
    expect(created.key).toMatch(/^sl_[\w-]{43}$/);
    expect(created.key.startsWith(created.prefix)).toBe(true);

    const listed = await account.client.request('/api/keys');
    const text = await listed.text();
    expect(text).toContain(created.prefix);
    expect(text).not.toContain(created.key);
    expect(text).not.toContain('hash');
  });

  test('can do everything its owner can: generate, status, events, story, media, cancel, delete', async () => {
    const { client } = await createKeyClient(account.client);
    const me = await (await client.request('/api/auth/me')).json();
    expect(me).toEqual({ user_id: account.client.userId, email: account.email, is_guest: false });

    const { job_id } = await client.generate({ ...SMALL_STORY, generate_film: false });
    const events = await client.readEvents(job_id);
    expect(events.at(-1)).toMatchObject({ status: 'completed' });
    expect(await client.getJob(job_id)).toMatchObject({ status: 'completed' });
    const story = await client.getStory(job_id);
    const [image] = story.images;
    const picture = await client.request(String(image?.image_url));
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(1_000);
    const list = await (await client.request('/api/v1/stories?limit=5')).json();
    expect(JSON.stringify(list)).toContain(story.id);

    // The account sees what its key made: they are one and the same.
    expect((await account.client.getStory(story.id)).title).toBe(story.title);
    const second = await client.generate({ ...SMALL_STORY, seed: 8 });
    const cancelled = await client.request(`/api/v1/stories/jobs/${second.job_id}`, { method: 'DELETE' });
    expect(cancelled.status).toBe(200);
    const deleted = await client.request(`/api/v1/stories/${story.id}`, { method: 'DELETE' });
    expect(deleted.status).toBe(204);
    expect((await account.client.request(`/api/v1/stories/${story.id}`)).status).toBe(404);
  });

  test('talks in a conversation, also over a socket', async () => {
    const { client } = await createKeyClient(account.client);
    const sessionId = randomUUID();
    const said = await client.request('/api/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json', prefer: 'respond-async' },
      body: JSON.stringify({ text: 'A story about a snail', session_id: sessionId }),
    });
    expect(said.status).toBeLessThan(300);
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/conversation/me`, {
      headers: { authorization: `Bearer ${client.token}` },
    });
    const first = await new Promise<string>((resolve, reject) => {
      socket.once('message', (data) => resolve(String(data)));
      socket.once('error', reject);
    });
    socket.terminate();
    expect(JSON.parse(first)).toMatchObject({ session_id: sessionId });
  });

  test('for reading cannot change anything, and says so; one for writing alone cannot look', async () => {
    const { client: reader } = await createKeyClient(account.client, ['read']);
    const { client: writer } = await createKeyClient(account.client, ['write']);
    expect((await reader.request('/api/v1/stories')).status).toBe(200);
    const calls: [string, string, unknown?][] = [
      ['POST', '/api/v1/stories/generate', SMALL_STORY],
      ['DELETE', `/api/v1/stories/${randomUUID()}`],
      ['POST', '/api/chat', { text: 'Hello', session_id: randomUUID() }],
      ['POST', '/api/keys', { name: 'More' }],
      ['POST', '/api/conversation/tickets'],
      ['POST', '/api/users', { display_name: 'Somebody' }],
    ];
    for (const [method, path, body] of calls) {
      const response = await reader.request(path, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      expect([path, response.status]).toEqual([path, 403]);
      const problem = await readProblem(response);
      expect(problem).toMatchObject({ code: 'forbidden' });
      expect(problem.detail).toContain('write');
    }
    expect((await writer.request('/api/v1/stories')).status).toBe(403);
    // A key never makes one that can do more.
    expect((await writer.post('/api/keys', { name: 'More', scopes: ['read', 'write'] })).status).toBe(403);
    expect((await writer.post('/api/keys', { name: 'The same', scopes: ['write'] })).status).toBe(201);
  });

  test('is renamed; its last use is shown', async () => {
    const { id, client } = await createKeyClient(account.client);
    const renamed = await account.client.request(`/api/keys/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: '  The old laptop ' }),
    });
    expect(apiKeyViewSchema.parse(await renamed.json())).toMatchObject({ id, name: 'The old laptop' });
    expect((await client.request('/api/auth/me')).status).toBe(200);
    const shown = (await listKeys(account.client)).find((key) => key.id === id);
    expect(Math.abs(Date.now() - Date.parse(String(shown?.last_used_at)))).toBeLessThan(60_000);
  });

  test('is refused from the moment it is revoked, with the reason', async () => {
    const { id, client } = await createKeyClient(account.client);
    expect((await client.request('/api/auth/me')).status).toBe(200);
    expect((await account.client.request(`/api/keys/${id}`, { method: 'DELETE' })).status).toBe(204);
    const refused = await client.request('/api/auth/me');
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toContain('Bearer');
    expect((await readProblem(refused)).detail).toContain('revoked');
    expect((await account.client.request(`/api/keys/${id}`, { method: 'DELETE' })).status).toBe(204);
    const shown = (await listKeys(account.client)).find((key) => key.id === id);
    expect(shown?.revoked_at).not.toBeNull();
  });

  test('that nobody made, or is not written like one, is refused', async () => {
    for (const key of [`sl_${'A'.repeat(43)}`, 'sl_short', `sl_${'A'.repeat(44)}`, 'x']) {
      const response = await createClientWith(url, key, '').request('/api/auth/me');
      expect([key, response.status]).toEqual([key, 401]);
    }
  });

  test('belongs to its account alone: to others it is not there, and it sees nothing of theirs', async () => {
    const { id, client } = await createKeyClient(account.client);
    const { client: other } = await createKeyClient(stranger.client);
    const { job_id, story_id } = await other.generate({ ...SMALL_STORY, generate_film: false });
    for (const path of [
      `/api/v1/stories/jobs/${job_id}`,
      `/api/v1/stories/${story_id}`,
      `/api/v1/stories/${job_id}`,
      `/api/users/${stranger.client.userId}`,
    ]) {
      expect([path, (await client.request(path)).status]).toEqual([path, 404]);
    }
    for (const [method, body] of [['PATCH', '{"name":"Mine now"}'], ['DELETE']]) {
      const response = await other.request(`/api/keys/${id}`, {
        method: method ?? '',
        headers: { 'content-type': 'application/json' },
        ...(body ? { body } : {}),
      });
      expect(response.status).toBe(404);
    }
    expect((await listKeys(other)).map((key) => key.id)).not.toContain(id);
    expect((await client.request('/api/auth/me')).status).toBe(200);
    await other.waitForJob(job_id);
  });

  test('is not for guests, who are told what to do first', async () => {
    const guest = await createGuest(url);
    const response = await guest.post('/api/keys', { name: 'A guest’s' });
    expect(response.status).toBe(409);
    expect((await readProblem(response)).detail).toContain('account');
    expect(await listKeys(guest)).toEqual([]);
  });

  test.each([
    [{}, 'name'],
    [{ name: '' }, 'name'],
    [{ name: ' ' }, 'name'],
    [{ name: 5 }, 'name'],
    [{ name: 'x'.repeat(81) }, 'name'],
    [{ name: 'a\u0000b' }, 'name'],
    [{ name: 'a\nb' }, 'name'],
    [{ name: 'x', scopes: [] }, 'scopes'],
    [{ name: 'x', scopes: ['admin'] }, 'scopes.0'],
    [{ name: 'x', scopes: 'read' }, 'scopes'],
    [{ name: 'x', owner_id: randomUUID() }, ''],
  ])('is not made of %j', async (body, field) => {
    const response = await account.client.post('/api/keys', body);
    expect(response.status).toBe(400);
    expect((await readProblem(response)).errors?.[0]?.path).toBe(field);
  });

  test('bad addresses, methods and bodies are problems', async () => {
    const { request } = account.client;
    const json = { 'content-type': 'application/json' };
    const answers = await Promise.all([
      request('/api/keys/not-an-id', { method: 'DELETE' }),
      request(`/api/keys/${randomUUID()}`, { method: 'DELETE' }),
      request('/api/keys', { method: 'PUT', headers: json, body: '{}' }),
      request('/api/keys', { method: 'POST', headers: json, body: '{"name":' }),
      request('/api/keys', {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: '{"name":"x"}',
      }),
      request('/api/keys', { method: 'POST', headers: json, body: Buffer.from([0x22, 0xff, 0x22]) }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 405, 400, 415, 400]);
    for (const answer of answers) await readProblem(answer);
  });
});

describe('a client that keeps its own tokens', () => {
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(new URL(path, url), {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  test('logs in where the documents say: with and without /api, with and without a slash', async () => {
    const credentials = { email: account.email, password: PASSWORD, user_id: account.client.userId };
    for (const path of ['/api/auth/login', '/api/auth/login/', '/auth/login', '/auth/login/']) {
      const response = await post(path, credentials);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.getSetCookie()).toEqual([]);
      expect(await response.json()).toEqual({
        access_token: expect.any(String),
        refresh_token: expect.any(String),
        token_type: 'bearer',
        expires_in: 3600,
        user_id: account.client.userId,
        user: { user_id: account.client.userId, email: account.email, is_guest: false },
      });
    }
  });

  test('needs the password: a user id and an address, as the Flutter document sends them, prove nobody', async () => {
    const { userId } = account.client;
    const bare = await post('/auth/login', { user_id: userId, email: account.email });
    expect(bare.status).toBe(400);
    expect((await readProblem(bare)).errors?.[0]).toMatchObject({ path: 'password' });
    const wrong = [
      { email: account.email, password: 'something else' },
      { email: `nobody-${randomUUID()}@example.org`, password: PASSWORD },
      { email: account.email, password: PASSWORD, user_id: stranger.client.userId },
    ];
    for (const body of wrong) expect((await post('/auth/login', body)).status).toBe(401);
  });

  test('opens an account with POST /users/, and is signed in', async () => {
    const email = newEmail();
    const opened = await post('/users/', { email, password: PASSWORD, display_name: 'Ada' });
    expect(opened.status).toBe(201);
    const user = await opened.json();
    expect(user).toMatchObject({
      email,
      display_name: 'Ada',
      needs_confirmation: false,
      token_type: 'bearer',
    });
    const client = createClientWith(url, user.access_token, user.user_id);
    expect(await (await client.request(`/users/${user.user_id}`)).json()).toMatchObject({
      email,
      display_name: 'Ada',
    });
    expect((await post('/auth/login', { email, password: PASSWORD })).status).toBe(200);

    expect((await post('/users', { email, password: PASSWORD })).status).toBe(409);
    const refused: [Record<string, unknown>, number, string?][] = [
      [{ email: newEmail() }, 401],
      [{ password: PASSWORD }, 400, 'email'],
      [{ email: newEmail(), password: 'short' }, 400, 'password'],
      [{ email: 'nobody', password: PASSWORD }, 400, 'email'],
      [{ email: newEmail(), password: PASSWORD, avatar_url: 'javascript:alert(1)' }, 400, 'avatar_url'],
    ];
    for (const [body, status, field] of refused) {
      const response = await post('/users', body);
      expect([body, response.status]).toEqual([body, status]);
      expect((await readProblem(response)).errors?.[0]?.path).toBe(field);
    }
    const guest = await createGuest(url);
    for (const known of [guest, client]) {
      expect((await known.post('/users', { email: newEmail(), password: PASSWORD })).status).toBe(409);
    }
  });

  test('gets tokens that rotate: a used refresh token is refused, also when it is used twice at once', async () => {
    const { refreshToken } = await createAccount(url);
    const refresh = (token: string) => post('/api/auth/refresh/', { refresh_token: token });
    const answers = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 401]);
    const good = await answers.find((answer) => answer.status === 200)?.json();
    expect(good.refresh_token).not.toBe(refreshToken);
    expect((await refresh(refreshToken)).status).toBe(401);
    const next = await refresh(good.refresh_token);
    expect(next.status).toBe(200);
    const { access_token } = await next.json();
    expect((await createClientWith(url, access_token, '').request('/api/auth/me')).status).toBe(200);
    expect((await refresh('nonsense')).status).toBe(401);
  });

  test.each([
    ['/auth/login', {}, 400],
    ['/auth/login', [], 400],
    ['/auth/login', { email: 5, password: PASSWORD }, 400],
    ['/auth/login', { email: 'nobody', password: PASSWORD }, 400],
    ['/auth/login', { email: 'a@example.org', password: '' }, 400],
    ['/auth/login', { email: 'a@example.org', password: 'x'.repeat(501) }, 400],
    ['/auth/login', { email: 'a@example.org', password: 'a\u0000b' }, 400],
    ['/auth/login', { email: 'a@example.org', password: PASSWORD, user_id: '../1' }, 400],
    ['/auth/refresh', {}, 400],
    ['/auth/refresh', { refresh_token: 5 }, 400],
    ['/auth/refresh', { refresh_token: 'x'.repeat(2_001) }, 400],
    ['/auth/refresh', { refresh_token: '\u2028 OR 1=1' }, 401],
  ])('%s with %j is refused as a problem', async (path, body, status) => {
    const response = await post(path, body);
    expect(response.status).toBe(status);
    await readProblem(response);
  });

  test('bad methods, types and bodies are problems', async () => {
    const send = (method: string, path: string, body?: string, type = 'application/json') =>
      fetch(new URL(path, url), { method, headers: { 'content-type': type }, ...(body ? { body } : {}) });
    const answers = await Promise.all([
      send('GET', '/auth/login'),
      send('PUT', '/auth/refresh', '{}'),
      send('POST', '/auth/login', 'email=a&password=b', 'application/x-www-form-urlencoded'),
      send('POST', '/auth/login', '{"email":'),
      send('POST', '/auth/logout'),
      send('POST', '/auth/login/..%2f..%2fusers', '{}'),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([405, 405, 415, 400, 401, 404]);
    for (const answer of answers.slice(0, 5)) await readProblem(answer);
  });

  test('logs out: access token and refresh token end at once', async () => {
    const { client, refreshToken } = await createAccount(url);
    expect((await client.request('/api/auth/me')).status).toBe(200);
    expect((await client.request('/auth/logout/', { method: 'POST' })).status).toBe(200);
    expect((await client.request('/api/auth/me')).status).toBe(401);
    expect((await post('/api/auth/refresh', { refresh_token: refreshToken })).status).toBe(401);
    expect((await client.request('/api/auth/logout', { method: 'POST' })).status).toBe(401);
    const { client: withKey } = await createKeyClient(account.client);
    expect((await withKey.request('/api/auth/logout', { method: 'POST' })).status).toBe(409);
  });
});

describe('addresses as the documents write them', () => {
  test('a slash at the end is no redirect, whatever the method', async () => {
    const { client } = await createKeyClient(account.client);
    for (const path of ['/api/v1/stories/', '/api/auth/me/', '/api/keys/', '/api/v1/stories/?limit=1']) {
      const response = await client.request(path, { redirect: 'manual' });
      expect([path, response.status]).toEqual([path, 200]);
    }
    const posted = await client.request('/users/', {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ display_name: 'Ada' }),
    });
    expect(posted.status).toBe(200);
    const { user_id } = await posted.json();
    expect((await client.request(`/users/${user_id}/`, { redirect: 'manual' })).status).toBe(200);
  });

  test('pages stay pages for browsers', async () => {
    const page = await openBrowser(url).send('/stories');
    expect(page.status).toBe(200);
    const html = await fetch(new URL('/stories', url), { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(html.headers.get('content-type')).toContain('text/html');
    const navigation = await fetch(new URL('/stories', url), { headers: { rsc: '1' } });
    expect(navigation.headers.get('content-type')).not.toContain('json');
  });
});

describe('a page of another site', () => {
  const ORIGIN = 'https://elsewhere.example';

  test('gets no permission unless CORS_ORIGINS names it', async () => {
    const { client } = await createKeyClient(account.client);
    const answer = await client.request('/api/auth/me', { headers: { origin: ORIGIN } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await fetch(new URL('/api/v1/stories/generate', url), {
      method: 'OPTIONS',
      headers: { origin: ORIGIN, 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
  });
});
