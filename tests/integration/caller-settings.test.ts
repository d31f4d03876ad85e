import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { problemSchema } from '../../lib/story/views.ts';
import { startRedisFixture } from '../fixtures/redis-server.ts';
import { createAccount, createKeyClient } from '../support/accounts.ts';
import { createClientWith, createGuest } from '../support/client.ts';
import { openBrowser } from '../support/open-browser.ts';
import { startWeb, type WebProcess } from '../support/start-web.ts';

/** What whoever runs an installation sets for its callers; each of these web processes has settings of its own. */
const app = inject('app');
const API_KEY = 'a key of the whole installation';
const LIMIT = 20;

const open: WebProcess[] = [];
afterAll(async () => {
  for (const web of open) await web.stop();
});
async function start(environment: Record<string, string>): Promise<WebProcess> {
  const web = await startWeb(app, environment);
  open.push(web);
  return web;
}

describe('API_KEY', () => {
  let url = '';
  beforeAll(async () => {
    ({ url } = await start({ API_KEY: API_KEY.replaceAll(' ', '-') }));
  });
  const key = API_KEY.replaceAll(' ', '-');

  test('as a bearer is the installation’s own user, the same each time and in each process', async () => {
    const other = await start({ API_KEY: 'another-key-of-the-same-installation' });
    const me = async (at: string, bearer: string) =>
      (await createClientWith(at, bearer, '').request('/api/auth/me')).json();
    const [first, ...rest] = await Promise.all([
      me(url, key),
      me(url, key),
      me(other.url, 'another-key-of-the-same-installation'),
    ]);
    expect(first).toMatchObject({ is_guest: false });
    expect(first.email).toMatch(/@storyloom\.invalid$/);
    expect(rest).toEqual([first, first]);
  });

  test('works for reading and writing; nearly the key is not the key; nobody signs in as it', async () => {
    const client = createClientWith(url, key, '');
    expect((await client.request('/api/v1/stories')).status).toBe(200);
    const { email, user_id } = await (await client.request('/api/auth/me')).json();
    expect((await client.post('/api/users', { display_name: 'The school' })).status).toBe(200);
    expect((await createClientWith(url, `${key}x`, '').request('/api/auth/me')).status).toBe(401);
    const login = await fetch(new URL('/auth/login', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: key, user_id }),
    });
    expect(login.status).toBe(401);
  });

  test('is needed where nothing else is set, and the refusal says what there is', async () => {
    const response = await fetch(new URL('/api/v1/stories', url));
    expect(response.status).toBe(401);
    const { detail } = problemSchema.parse(await response.json());
    for (const way of ['API_KEY', 'OPEN_API', '/account', 'POST /api/auth/guest'])
      expect(detail).toContain(way);
  });
});

describe('OPEN_API', () => {
  test('makes a call without any credential the installation’s, but no page of another site', async () => {
    const { url } = await start({ OPEN_API: 'true' });
    const me = await (await fetch(new URL('/api/auth/me', url))).json();
    expect(me.email).toMatch(/@storyloom\.invalid$/);
    expect((await fetch(new URL('/api/v1/stories', url))).status).toBe(200);
    // A bad credential is a mistake, not none.
    expect((await createClientWith(url, 'x', '').request('/api/auth/me')).status).toBe(401);
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://elsewhere.example' },
      { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' },
    ] as Record<string, string>[]) {
      expect((await fetch(new URL('/api/auth/me', url), { headers })).status).toBe(401);
    }
    // Our own pages keep their guests.
    const browser = openBrowser(url);
    expect((await browser.send('/api/auth/me')).status).toBe(401);
    const guest = await createGuest(url);
    expect((await (await guest.request('/api/auth/me')).json()).is_guest).toBe(true);
  });
});

describe('CORS_ORIGINS', () => {
  const ask = (url: string, origin: string) =>
    fetch(new URL('/api/v1/stories/generate', url), {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization, content-type, idempotency-key',
      },
    });

  test('lets pages of these origins call, with a token, and reads them the answers; no others', async () => {
    const { url } = await start({ CORS_ORIGINS: 'https://app.example, http://localhost:8081' });
    const allowed = await ask(url, 'https://app.example');
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(allowed.headers.get('access-control-allow-headers')).toBe(
      'authorization, content-type, idempotency-key',
    );
    expect(allowed.headers.get('access-control-allow-methods')).toContain('POST');
    expect(allowed.headers.get('vary')).toContain('Origin');
    const refused = await ask(url, 'https://app.example.evil.example');
    expect(refused.headers.get('access-control-allow-origin')).toBeNull();

    const guest = await createGuest(url);
    const read = (path: string, origin: string) => guest.request(path, { headers: { origin } });
    const answer = await read('/api/v1/stories', 'http://localhost:8081');
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:8081');
    expect(answer.headers.get('access-control-expose-headers')).toContain('Location');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    const problem = await read('/api/v1/stories/nothing', 'https://app.example');
    expect([problem.status, problem.headers.get('access-control-allow-origin')]).toEqual([
      404,
      'https://app.example',
    ]);
    const other = await read('/api/v1/stories', 'https://elsewhere.example');
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
    expect(other.headers.get('vary')).toContain('Origin');
  });

  test('"*" lets all in, never with credentials', async () => {
    const { url } = await start({ CORS_ORIGINS: '*' });
    for (const response of [
      await ask(url, 'https://anything.example'),
      await fetch(new URL('/health', url)),
    ]) {
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    }
  });
});

describe.each(['Postgres', 'Redis'])('RATE_LIMIT_PER_MINUTE, counted in %s', (store) => {
  let stopRedis: (() => Promise<void>) | undefined;
  let urls: [string, string];
  beforeAll(async () => {
    const redis = store === 'Redis' ? await startRedisFixture() : undefined;
    stopRedis = redis?.close;
    const environment = {
      RATE_LIMIT_PER_MINUTE: String(LIMIT),
      // All tests call from one address, which has a limit of its own: these say another.
      TRUST_PROXY: '1',
      ...(redis ? { REDIS_URL: redis.url } : {}),
    };
    urls = [(await start(environment)).url, (await start(environment)).url];
  });
  afterAll(() => stopRedis?.());

  test('is one limit for both web processes: what one has counted, the other knows in a moment', async () => {
    const { client } = await createAccount(app.url);
    const key = await createKeyClient(client);
    const headers = { 'x-forwarded-for': `192.0.2.${store.length}` };
    const at = (url: string) =>
      createClientWith(url, key.client.token, '').request('/api/auth/me', { headers });
    const use = async (url: string, times: number) => {
      const statuses: number[] = [];
      for (let index = 0; index < times; index += 1) statuses.push((await at(url)).status);
      // What was counted is told within half a second.
      await sleep(1_000);
      return statuses.filter((status) => status === 200).length;
    };
    const [first, second] = urls;
    let allowed = await use(first, LIMIT - 5);
    expect(allowed).toBe(LIMIT - 5);
    allowed += await use(second, 1);
    const answer = await at(second);
    expect(answer.headers.get('ratelimit-policy')).toBe(`"caller";q=${LIMIT};w=60`);
    // Making the account and its key counts where both are counted in one place.
    expect(answer.headers.get('ratelimit')).toMatch(/^"caller";r=[0-3];t=\d+$/);
    allowed += 1 + (await use(second, 10));
    expect(allowed).toBeGreaterThanOrEqual(LIMIT - 2);
    expect(allowed).toBeLessThanOrEqual(LIMIT);
    // The first instance hears of it with the next use it counts: that one may be too many, and none after it.
    await use(first, 1);
    for (const url of urls) {
      const refused = await at(url);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
      expect(problemSchema.parse(await refused.json()).code).toBe('rate_limited');
    }
    // Somebody else is not kept out by it.
    const { client: other } = await createAccount(app.url);
    const mine = createClientWith(urls[0], other.token, '');
    expect((await mine.request('/api/auth/me', { headers })).status).toBe(200);
  });
});
