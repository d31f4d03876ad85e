import { randomUUID } from 'node:crypto';
import { describe, expect, inject, test } from 'vitest';
import { problemSchema } from '../../lib/story/views.ts';
import { createGuest, SMALL_STORY } from '../support/client.ts';
import { newEmail, openBrowser } from '../support/open-browser.ts';
import { readMailLink } from '../support/read-mail-link.ts';

/** Who is calling: guests, accounts and mails through the HTTP of a running Storyloom, as a browser without scripts. */
const { url, supabaseUrl } = inject('app');

describe('an API client', () => {
  test('gets a guest of its own, and new tokens for the same guest', async () => {
    const response = await fetch(new URL('/api/auth/guest', url), { method: 'POST' });
    const guest = await response.json();
    expect(guest).toEqual({
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      expires_in: expect.any(Number),
      user_id: expect.any(String),
    });
    const refreshed = await fetch(new URL('/api/auth/refresh', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refresh_token: guest.refresh_token }),
    });
    const renewed = await refreshed.json();
    expect(renewed.user_id).toBe(guest.user_id);
    const me = await fetch(new URL('/api/auth/me', url), {
      headers: { authorization: `Bearer ${renewed.access_token}` },
    });
    expect(await me.json()).toEqual({ user_id: guest.user_id, email: null, is_guest: true });
  });

  test('without a token is told where to get one, and leaves no cookie', async () => {
    const response = await fetch(new URL('/api/v1/stories/generate', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(SMALL_STORY),
    });
    expect(response.status).toBe(401);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(problemSchema.parse(await response.json()).detail).toContain('POST /api/auth/guest');
  });

  test('is refused with a token that was changed by one letter', async () => {
    const { token } = await createGuest(url);
    const forged = token.slice(0, -2) + (token.endsWith('AA') ? 'BB' : 'AA');
    const response = await fetch(new URL('/api/auth/me', url), {
      headers: { authorization: `Bearer ${forged}` },
    });
    expect(response.status).toBe(401);
  });

  test('gets problems for addresses that do not exist, in any disguise', async () => {
    const { request } = await createGuest(url);
    const id = randomUUID();
    for (const path of [
      '/api/v1/nothing',
      `/api/v1/stories/images/stories/${id}/${id}.png`,
      `/api/v1/stories/images/stories/${id}/..%2f..%2fsecrets.json`,
      `/api/v1/stories/videos/stories/${id}/%252e%252e%252fx.mp4`,
      '/api/v1/stories/images/stories/..%5c..%5c/x.png',
      '/api/v1/stories/images/stories/%00/x.png',
    ]) {
      const response = await request(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(problemSchema.parse(await response.json()).code).toBe('not_found');
    }
  });
});

describe('a visitor', () => {
  test('becomes a guest with the first story, keeps it on signing up, and finds it after signing in again', async () => {
    const browser = openBrowser(url);
    const started = await browser.post('/api/v1/stories/generate', { ...SMALL_STORY, generate_film: false });
    expect(started.status).toBe(202);
    const { job_id } = await started.json();
    const guest = await browser.me();
    expect(guest.is_guest).toBe(true);

    const account = { email: newEmail(), password: 'a long enough secret' };
    const signedUp = await browser.post('/api/auth/sign-up', { ...account, display_name: 'Ada' });
    expect(signedUp.status).toBe(200);
    expect(await browser.me()).toEqual({ user_id: guest.user_id, email: account.email, is_guest: false });
    expect((await browser.send(`/api/v1/stories/jobs/${job_id}`)).status).toBe(200);

    expect((await browser.post('/api/auth/sign-out')).status).toBe(204);
    expect(browser.cookies.size).toBe(0);
    expect((await browser.send('/api/auth/me')).status).toBe(401);

    expect((await browser.post('/api/auth/sign-in', { ...account, password: 'something else' })).status).toBe(
      401,
    );
    expect((await browser.post('/api/auth/sign-in', account)).status).toBe(200);
    expect((await browser.me()).user_id).toBe(guest.user_id);
    const cancelled = await browser.send(`/api/v1/stories/jobs/${job_id}`, { method: 'DELETE' });
    expect(cancelled.ok).toBe(true);
  });

  test('learns which field of a sign-up is wrong, and that an address is taken', async () => {
    const browser = openBrowser(url);
    const bad = await browser.post('/api/auth/sign-up', { email: 'nobody', password: 'short' });
    expect(bad.status).toBe(400);
    expect(problemSchema.parse(await bad.json()).errors?.map(({ path }) => path)).toEqual([
      'email',
      'password',
    ]);

    const account = { email: newEmail(), password: 'a long enough secret' };
    expect((await browser.post('/api/auth/sign-up', account)).status).toBe(200);
    expect((await openBrowser(url).post('/api/auth/sign-up', account)).status).toBe(409);
  });

  test('recovers a password by mail; the link works once and leads nowhere else', async () => {
    const browser = openBrowser(url);
    const email = newEmail();
    await browser.post('/api/auth/sign-up', { email, password: 'the first secret' });
    await browser.post('/api/auth/sign-out');

    const unknown = await browser.post('/api/auth/recover', { email: newEmail() });
    const known = await browser.post('/api/auth/recover', { email });
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()]);

    const link = await readMailLink(supabaseUrl, email);
    link.searchParams.set('next', '//evil.example');
    const opened = await browser.send(link.pathname + link.search, { site: 'cross-site' });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/auth/new-password']);
    expect((await browser.post('/api/auth/new-password', { password: 'the second secret' })).status).toBe(
      204,
    );

    const again = await openBrowser(url).send(link.pathname + link.search);
    expect(again.headers.get('location')).toBe('/login/recover?error=link_expired');
    const old = await openBrowser(url).post('/api/auth/sign-in', { email, password: 'the first secret' });
    const fresh = await openBrowser(url).post('/api/auth/sign-in', { email, password: 'the second secret' });
    expect([old.status, fresh.status]).toEqual([401, 200]);
  });

  test('cannot be made to act by another site', async () => {
    const browser = openBrowser(url);
    await browser.post('/api/auth/sign-up', { email: newEmail(), password: 'a long enough secret' });
    for (const path of ['/api/v1/stories/generate', '/api/auth/sign-out', '/api/auth/new-password']) {
      const response = await browser.send(path, { method: 'POST', body: {}, site: 'cross-site' });
      expect([path, response.status]).toEqual([path, 401]);
    }
    expect((await browser.me()).is_guest).toBe(false);
  });

  test('gets pages that run only our scripts', async () => {
    const page = await openBrowser(url).send('/login');
    const policy = page.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
    const scripts = (await page.text()).match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) {
      expect(script).toContain(`nonce="${nonce}"`);
    }
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('a request body', () => {
  const send = (body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(new URL('/api/auth/sign-in', url), {
      method: 'POST',
      body,
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', ...headers },
    });

  test('that is too large, not JSON or of another kind gets its own problem', async () => {
    const answers = await Promise.all([
      send(' '.repeat(11 * 1024 * 1024)),
      send('{"email":'),
      send('email=a', { 'content-type': 'application/x-www-form-urlencoded' }),
      send('{"email":"a\\u0000@example.org","password":"x"}'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([413, 400, 415, 400]);
    for (const answer of answers) {
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
  });
});

test('/health/ready says which model writes and that every service is up', async () => {
  for (const address of ['/health/ready', '/api/health/ready']) {
    const response = await fetch(new URL(address, url));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      status: 'ok',
      story_model: 'builtin/storyteller',
      services: { database: 'up', storage: 'up', queue: 'up', ffmpeg: 'up' },
    });
  }
});

test('/api/metrics tells nobody anything without a key', async () => {
  const response = await fetch(new URL('/api/metrics', url));
  expect([401, 501]).toContain(response.status);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
});
