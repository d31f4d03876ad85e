import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { type SupabaseFixture, startSupabaseFixture } from '@/tests/fixtures/supabase-server';
import { defineRoute } from './define-route';

// The logger reads its level when it is loaded, and one test below breaks a handler on purpose.
vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent';
});

let supabase: SupabaseFixture;
beforeAll(async () => {
  supabase = await startSupabaseFixture();
  for (const [name, value] of Object.entries(supabase.environment)) {
    vi.stubEnv(name, value);
  }
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await supabase.close();
});
afterEach(() => {
  vi.stubEnv('GUESTS_PER_IP_PER_HOUR', '30');
  vi.stubEnv('MAX_REQUEST_SIZE_MB', '10');
});

const ADDRESS = 'http://localhost:3000/api/v1/things';

function post(body: BodyInit | null, headers: Record<string, string> = {}) {
  return new Request(ADDRESS, {
    method: 'POST',
    body,
    headers: { host: 'localhost:3000', 'content-type': 'application/json', ...headers },
    duplex: 'half',
  } as RequestInit);
}

const fromOurPage = { 'sec-fetch-site': 'same-origin' };

describe('a route’s input', () => {
  const route = defineRoute(
    {
      caller: 'none',
      body: z.strictObject({ name: z.string().min(2), tags: z.array(z.string()).default([]) }),
    },
    ({ body }) => body,
  );

  it('reaches the handler parsed, and its value is answered as JSON', async () => {
    const response = await route(post('{"name":"Nova"}'));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ name: 'Nova', tags: [] });
    expect(response.headers.get('x-request-id')).toMatch(/^[\w-]{8,}$/);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
  });

  it('names every field that is wrong', async () => {
    const response = await route(post('{"name":"N","tags":["a",5]}'));
    expect(response.status).toBe(400);
    const { errors } = await response.json();
    expect(errors.map(({ path }: { path: string }) => path)).toEqual(['name', 'tags.1']);
  });

  it('must be JSON, in UTF-8, and there at all', async () => {
    const bad: BodyInit[] = ['{"name":', '', Buffer.from([0x22, 0xff, 0x22]), 'null', '[]', '\ufeff'];
    for (const body of bad) {
      const response = await route(post(body));
      expect([response.status, (await response.json()).code]).toEqual([400, 'invalid_request']);
    }
  });

  it('must say that it is JSON', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json; charset=latin1',
      '',
    ]) {
      expect((await route(post('{"name":"Nova"}', { 'content-type': type }))).status).toBe(415);
    }
    expect(
      (await route(post('{"name":"Nova"}', { 'content-type': 'Application/JSON; charset="UTF-8"' }))).status,
    ).toBe(200);
  });

  it('must not hold what a database cannot store', async () => {
    for (const name of ['a\\u0000b', 'half \\ud83d pair']) {
      const response = await route(post(`{"name":"${name}"}`));
      expect(response.status).toBe(400);
      expect((await response.json()).errors).toMatchObject([{ path: 'name' }]);
    }
  });

  it('is refused by the bytes that arrive, whatever Content-Length says, and not read to the end', async () => {
    vi.stubEnv('MAX_REQUEST_SIZE_MB', '0.01');
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(4_096).fill(32));
      },
    });
    const response = await route(post(endless, { 'content-length': '5' }));
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(8);
    expect((await route(post('{}', { 'content-length': '999999' }))).status).toBe(413);
  });

  it('answers 404 for a path parameter that cannot exist', async () => {
    const byId = defineRoute({ caller: 'none', params: z.object({ id: z.uuid() }) }, ({ params }) => params);
    const get = (id: string) => byId(new Request(ADDRESS), { params: Promise.resolve({ id }) });
    expect((await get('..%2f..%2fetc')).status).toBe(404);
    expect((await get('7d3c1a52-8a4e-4a55-9a53-0a6f1a1f7c11')).status).toBe(200);
  });

  it('checks the query', async () => {
    const list = defineRoute(
      { caller: 'none', query: z.object({ limit: z.coerce.number().int().max(100).default(20) }) },
      ({ query }) => query,
    );
    expect(await (await list(new Request(`${ADDRESS}?limit=5`))).json()).toEqual({ limit: 5 });
    expect((await list(new Request(`${ADDRESS}?limit=500`))).status).toBe(400);
    expect((await list(new Request(`${ADDRESS}?limit=1&limit=2`))).status).toBe(400);
  });
});

describe('a route’s caller', () => {
  const whoami = defineRoute({ caller: 'required' }, ({ caller }) => ({
    id: caller.userId,
    via: caller.via,
  }));
  const start = defineRoute({ caller: 'guest-allowed' }, ({ caller }) => ({
    id: caller.userId,
    guest: caller.isGuest,
  }));

  it('is known by a bearer token', async () => {
    const { userId, accessToken } = supabase.addUser({ email: 'ada@example.org' });
    const response = await whoami(
      new Request(ADDRESS, { headers: { authorization: `Bearer ${accessToken}` } }),
    );
    expect(await response.json()).toEqual({ id: userId, via: 'bearer' });
  });

  it('is known by the session cookie', async () => {
    const { userId, cookie } = supabase.addUser();
    const response = await whoami(new Request(ADDRESS, { headers: { cookie } }));
    expect(await response.json()).toEqual({ id: userId, via: 'cookie' });
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it('gets a renewed session cookie when the old one is about to end', async () => {
    const { userId, cookie } = supabase.addUser({ lifetimeSeconds: 5 });
    const answers = await Promise.all(
      [1, 2, 3].map(() => whoami(new Request(ADDRESS, { headers: { cookie } }))),
    );
    for (const response of answers) {
      expect(await response.json()).toEqual({ id: userId, via: 'cookie' });
      const [set] = response.headers.getSetCookie();
      expect(set).toMatch(/^storyloom-session=base64-/);
      expect(set).toMatch(/HttpOnly/);
      expect(set).toMatch(/SameSite=Lax/);
    }
  });

  it('is asked for when missing, forged, malformed or over', async () => {
    const { accessToken } = supabase.addUser();
    const over = supabase.addUser({ lifetimeSeconds: -10 });
    const bearers = ['x', `${accessToken.slice(0, -4)}AAAA`, over.accessToken];
    for (const headers of [
      {},
      ...bearers.map((token) => ({ authorization: `Bearer ${token}` })),
      { cookie: 'storyloom-session=junk' },
    ]) {
      const response = await whoami(new Request(ADDRESS, { headers: headers as Record<string, string> }));
      expect(response.status).toBe(401);
      expect((await response.json()).detail).toBeTruthy();
    }
  });

  it('cannot be made to act by another site', async () => {
    const { cookie } = supabase.addUser();
    const from = (headers: Record<string, string>) =>
      start(post(null, { cookie, ...headers })).then((r) => r.status);
    expect(await from({})).toBe(401);
    expect(await from({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).toBe(401);
    expect(await from({ 'sec-fetch-site': 'same-site', origin: 'http://localhost:3000' })).toBe(401);
    expect(await from({ origin: 'https://evil.example' })).toBe(401);
    expect(await from({ origin: 'null' })).toBe(401);
    expect(await from({ origin: 'http://localhost:3000' })).toBe(200);
    expect(await from(fromOurPage)).toBe(200);
  });

  it('cannot be made to start work by another site’s link either', async () => {
    const { cookie } = supabase.addUser();
    const startByGet = defineRoute({ caller: 'required', scope: 'write' }, () => ({ started: true }));
    const from = (headers: Record<string, string>) =>
      startByGet(new Request(ADDRESS, { headers: { host: 'localhost:3000', cookie, ...headers } })).then(
        (r) => r.status,
      );
    expect(await from({ 'sec-fetch-site': 'cross-site' })).toBe(401);
    expect(await from(fromOurPage)).toBe(200);
  });

  it('needs no origin with a bearer token', async () => {
    const { accessToken } = supabase.addUser();
    const response = await start(
      post(null, { authorization: `Bearer ${accessToken}`, 'sec-fetch-site': 'cross-site' }),
    );
    expect(response.status).toBe(200);
  });

  it('becomes a guest on our own page, and keeps being the same one', async () => {
    const first = await start(post(null, { ...fromOurPage, 'x-forwarded-for': '10.0.0.1' }));
    const { id, guest } = await first.json();
    expect(guest).toBe(true);
    const cookie = first.headers
      .getSetCookie()
      .map((set) => set.split(';')[0])
      .join('; ');
    const second = await start(post(null, { ...fromOurPage, cookie }));
    expect(await second.json()).toEqual({ id, guest: true });
  });

  it('is told where to get a token when it is a client without one', async () => {
    const response = await start(post(null));
    expect(response.status).toBe(401);
    expect((await response.json()).detail).toContain('POST /api/auth/guest');
  });

  it('stays nobody where visitors of our pages may call, and is asked for a token elsewhere', async () => {
    const look = defineRoute({ caller: 'visitor-allowed' }, ({ caller }) => ({ caller }));
    const visitor = await look(post(null, { ...fromOurPage, 'x-forwarded-for': '10.0.0.9' }));
    expect(await visitor.json()).toEqual({ caller: null });
    expect(visitor.headers.getSetCookie()).toEqual([]);
    expect((await look(post(null))).status).toBe(401);
    expect((await look(post(null, { authorization: 'Basic xyz' }))).status).toBe(401);
  });

  it('does not become a guest by a request that is refused', async () => {
    const strict = defineRoute(
      { caller: 'guest-allowed', body: z.object({ prompt: z.string() }) },
      () => ({}),
    );
    const before = supabase.calls.length;
    const response = await strict(post('{}', { ...fromOurPage, 'x-forwarded-for': '10.0.0.2' }));
    expect(response.status).toBe(400);
    expect(supabase.calls.slice(before)).toEqual([]);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it('becomes a guest only so many times an hour', async () => {
    vi.stubEnv('GUESTS_PER_IP_PER_HOUR', '2');
    const statuses = [];
    let retryAfter: string | null = null;
    for (let count = 0; count < 3; count += 1) {
      const response = await start(post(null, { ...fromOurPage, 'x-forwarded-for': '10.0.0.3' }));
      statuses.push(response.status);
      retryAfter = response.headers.get('retry-after');
    }
    expect(statuses).toEqual([200, 200, 429]);
    expect(Number(retryAfter)).toBeGreaterThan(3_000);
  });
});

describe('a route', () => {
  it('counts its limit and says what is left', async () => {
    const limited = defineRoute(
      { caller: 'none', limit: { name: 'test', points: 2, durationSeconds: 60 } },
      () => ({}),
    );
    const call = () => limited(new Request(ADDRESS, { headers: { 'x-forwarded-for': '10.0.1.1' } }));
    const first = await call();
    expect(first.headers.get('ratelimit')).toBe('"test";r=1;t=60, "caller";r=599;t=60');
    expect(first.headers.get('ratelimit-policy')).toBe('"test";q=2;w=60, "caller";q=600;w=60');
    await call();
    const third = await call();
    expect(third.status).toBe(429);
    expect(third.headers.get('retry-after')).toBe('60');
    expect(third.headers.get('ratelimit')).toBe('"test";r=0;t=60, "caller";r=597;t=60');
    expect((await limited(new Request(ADDRESS, { headers: { 'x-forwarded-for': '10.0.1.2' } }))).status).toBe(
      200,
    );
  });

  it('answers a problem for what the handler throws, and says nothing about a bug', async () => {
    const missing = defineRoute({ caller: 'none' }, () => {
      throw new AppError('not_found', 'There is no such story.');
    });
    const broken = defineRoute({ caller: 'none' }, () => JSON.parse('secret insides'));
    expect(await (await missing(new Request(ADDRESS))).json()).toMatchObject({
      code: 'not_found',
      status: 404,
    });
    const response = await broken(new Request(ADDRESS, { headers: { 'x-request-id': 'abcdefgh-1' } }));
    expect(response.status).toBe(500);
    expect(response.headers.get('x-request-id')).toBe('abcdefgh-1');
    expect(await response.text()).not.toContain('insides');
  });

  it('passes a Response through, and turns nothing into 204', async () => {
    const moved = defineRoute({ caller: 'none' }, () =>
      Response.redirect('http://localhost:3000/login', 303),
    );
    const nothing = defineRoute({ caller: 'none' }, () => undefined);
    expect((await moved(new Request(ADDRESS))).headers.get('location')).toBe('http://localhost:3000/login');
    expect((await nothing(new Request(ADDRESS))).status).toBe(204);
  });
});

describe('every request', () => {
  const get = (headers: Record<string, string> = {}) => new Request(ADDRESS, { headers });
  const look = defineRoute({ caller: 'optional' }, () => ({}));

  afterEach(() => vi.stubEnv('RATE_LIMIT_PER_MINUTE', '600'));

  it('counts by its caller, or by its address where there is none', async () => {
    vi.stubEnv('RATE_LIMIT_PER_MINUTE', '2');
    const { accessToken } = supabase.addUser();
    const statuses = async (headers: Record<string, string>) => {
      const found: number[] = [];
      for (let index = 0; index < 3; index += 1) found.push((await look(get(headers))).status);
      return found;
    };
    const stranger = { 'x-forwarded-for': '10.0.2.1' };
    expect(await statuses(stranger)).toEqual([200, 200, 429]);
    expect(await statuses({ ...stranger, authorization: `Bearer ${accessToken}` })).toEqual([200, 200, 429]);
    const refused = await look(get(stranger));
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect((await refused.json()).code).toBe('rate_limited');
  });

  it('counts by its address before anybody is asked who it is', async () => {
    vi.stubEnv('RATE_LIMIT_PER_MINUTE', '1');
    const call = (index: number) =>
      look(get({ 'x-forwarded-for': '10.0.2.2', authorization: `Bearer not-a-token-${index}` }));
    for (let index = 0; index < 5; index += 1) expect((await call(index)).status).toBe(401);
    const refused = await call(6);
    expect([refused.status, refused.headers.get('ratelimit-policy')]).toEqual([429, '"address";q=5;w=60']);
  });

  it('counts nothing where the limit is 0', async () => {
    vi.stubEnv('RATE_LIMIT_PER_MINUTE', '0');
    const response = await look(get({ 'x-forwarded-for': '10.0.2.3' }));
    expect([response.status, response.headers.get('ratelimit')]).toEqual([200, null]);
  });

  it('is answered to pages of allowed origins with their permission, refusals too', async () => {
    vi.stubEnv('CORS_ORIGINS', 'https://app.example');
    const strict = defineRoute({ caller: 'required' }, () => ({}));
    const response = await strict(get({ origin: 'https://app.example' }));
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([
      401,
      'https://app.example',
    ]);
    vi.stubEnv('CORS_ORIGINS', '');
  });
});
