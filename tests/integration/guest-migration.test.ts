import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { problemSchema } from '../../lib/story/views.ts';
import { type Client, createClientWith, createGuest, SMALL_STORY } from '../support/client.ts';
import { newEmail, openBrowser } from '../support/open-browser.ts';
import { readMailLink } from '../support/read-mail-link.ts';

/** A guest signs in to an account that was there already: everything comes along, once, whatever happens in between. */
const { url, supabaseUrl } = inject('app');
const PASSWORD = 'a long enough secret';

type Account = { email: string; client: Client };
let account: Account;
beforeEach(async () => {
  account = await createAccount();
});

/** An account, signed in on another device. */
async function createAccount(): Promise<Account> {
  const browser = openBrowser(url);
  const email = newEmail();
  expect((await browser.post('/api/auth/sign-up', { email, password: PASSWORD })).status).toBe(200);
  return { email, client: createClientWith(url, readToken(browser), (await browser.me()).user_id) };
}

/** The access token in a browser's session cookie. */
function readToken({ cookies }: ReturnType<typeof openBrowser>): string {
  const parts = [...cookies].filter(([name]) => name.startsWith('storyloom-session')).toSorted();
  const text = decodeURIComponent(parts.map(([, value]) => value).join('')).replace(/^base64-/, '');
  return JSON.parse(Buffer.from(text, 'base64url').toString()).access_token;
}

const QUICK = { ...SMALL_STORY, generate_film: false };

function migrate(account: Client, guest: Client, body: Record<string, unknown> = {}) {
  return account.post('/api/sessions/migrate', {
    temp_user_id: guest.userId,
    permanent_user_id: account.userId,
    temp_access_token: guest.token,
    ...body,
  });
}

describe('signing in as a guest', () => {
  test('while the film is being made: the job ends under the account, and the account deletes it with its files', async () => {
    const browser = openBrowser(url);
    const started = await browser.post('/api/v1/stories/generate', SMALL_STORY);
    expect(started.status).toBe(202);
    const { job_id } = await started.json();
    const guest = createClientWith(url, readToken(browser), (await browser.me()).user_id);

    const signedIn = await browser.post('/api/auth/sign-in', { email: account.email, password: PASSWORD });
    expect(signedIn.status).toBe(200);
    expect((await signedIn.json()).moved).toEqual({ sessions: 0, dossiers: 0, stories: 1 });
    expect((await browser.me()).user_id).toBe(account.client.userId);

    expect(await account.client.waitForJob(job_id)).toMatchObject({ status: 'completed', warnings: [] });
    const story = await account.client.getStory(job_id);
    const files = [
      ...story.videos.map((film) => film.video_url),
      ...story.images.map((image) => image.image_url),
      // The path without its key, which would open it for anybody.
    ].map((address) => new URL(address).pathname);
    for (const file of files) {
      expect((await account.client.request(file)).status).toBe(200);
      expect((await guest.request(file)).status).toBe(404);
    }
    expect((await guest.request(`/api/v1/stories/${story.id}`)).status).toBe(404);
    const deleted = await account.client.request(`/api/v1/stories/${story.id}`, { method: 'DELETE' });
    expect(deleted.status).toBe(204);
    for (const file of files) expect((await account.client.request(file)).status).toBe(404);
  });

  test('finishes what broke off between the move and the cookie', async () => {
    const browser = openBrowser(url);
    const { job_id } = await (await browser.post('/api/v1/stories/generate', QUICK)).json();
    const guest = createClientWith(url, readToken(browser), (await browser.me()).user_id);
    expect((await migrate(account.client, guest)).status).toBe(200);
    expect((await browser.me()).is_guest).toBe(true);

    const again = await browser.post('/api/auth/sign-in', { email: account.email, password: PASSWORD });
    expect((await again.json()).moved.stories).toBe(1);
    expect((await browser.send(`/api/v1/stories/jobs/${job_id}`)).status).toBe(200);
  });
});

describe('a guest who opens a mail’s link into an account', () => {
  const ASIDE = 'storyloom-guest-aside';

  /** A guest with a story, whose browser another site has sent to the recovery link of an account. */
  async function openLinkAsGuest() {
    const browser = openBrowser(url);
    const { job_id } = await (await browser.post('/api/v1/stories/generate', QUICK)).json();
    const guest = createClientWith(url, readToken(browser), (await browser.me()).user_id);
    await openBrowser(url).post('/api/auth/recover', { email: account.email });
    const link = await readMailLink(supabaseUrl, account.email);
    const opened = await browser.send(link.pathname + link.search, { site: 'cross-site' });
    expect(opened.headers.get('location')).toBe('/auth/new-password');
    expect((await browser.me()).user_id).toBe(account.client.userId);
    const statusFor = async (client: Client) =>
      (await client.request(`/api/v1/stories/jobs/${job_id}`)).status;
    return { browser, guest, opened, statusFor };
  }

  test('loses nothing by the link alone; it waits in a cookie no script and no other site can use', async () => {
    const { guest, opened, statusFor } = await openLinkAsGuest();
    expect([await statusFor(guest), await statusFor(account.client)]).toEqual([200, 404]);
    const cookie = opened.headers.getSetCookie().find((header) => header.startsWith(`${ASIDE}=`));
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
  });

  test('brings everything along by choosing a password on our page, not by another site’s doing', async () => {
    const { browser, guest, statusFor } = await openLinkAsGuest();
    expect(await (await browser.send('/auth/new-password')).text()).toContain('as a guest');
    const password = { password: 'quite another secret' };
    const forged = await browser.send('/api/auth/new-password', {
      method: 'POST',
      body: password,
      site: 'cross-site',
    });
    expect(forged.status).toBe(401);
    expect(await statusFor(account.client)).toBe(404);
    expect((await browser.post('/api/auth/new-password', password)).status).toBe(204);
    expect([await statusFor(guest), await statusFor(account.client)]).toEqual([404, 200]);
    expect(browser.cookies.has(ASIDE)).toBe(false);
  });

  test('goes where its person signs in afterwards, and is forgotten by signing out', async () => {
    const first = await openLinkAsGuest();
    const own = await createAccount();
    const signedIn = await first.browser.post('/api/auth/sign-in', { email: own.email, password: PASSWORD });
    expect((await signedIn.json()).moved).toMatchObject({ stories: 1 });
    expect([await first.statusFor(account.client), await first.statusFor(own.client)]).toEqual([404, 200]);

    const second = await openLinkAsGuest();
    await second.browser.post('/api/auth/sign-out');
    expect(second.browser.cookies.size).toBe(0);
    const again = await second.browser.post('/api/auth/sign-in', { email: own.email, password: PASSWORD });
    expect((await again.json()).moved).toBeNull();
    expect(await second.statusFor(second.guest)).toBe(200);
  });

  test('signs in all the same when that cookie was spoiled', async () => {
    const browser = openBrowser(url);
    for (const value of [
      'x',
      Buffer.from('{"accessToken":"a.b.c","refreshToken":"d"}').toString('base64url'),
    ]) {
      browser.cookies.set(ASIDE, value);
      const signedIn = await browser.post('/api/auth/sign-in', { email: account.email, password: PASSWORD });
      expect([signedIn.status, (await signedIn.json()).moved]).toEqual([200, null]);
    }
  });
});

describe('POST /api/sessions/migrate', () => {
  test('moves once, however many ask at once, and answers each the same; a cancelled job stays cancelled', async () => {
    const guest = await createGuest(url);
    const { job_id } = await guest.generate(SMALL_STORY);
    const answers = await Promise.all(Array.from({ length: 5 }, () => migrate(account.client, guest)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
    const bodies = await Promise.all(answers.map((answer) => answer.json()));
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(bodies[0]).toMatchObject({ success: true, migrated_stories: 1 });
    expect(
      (await account.client.request(`/api/v1/stories/jobs/${job_id}`, { method: 'DELETE' })).status,
    ).toBeLessThan(300);
    expect((await account.client.waitForJob(job_id)).status).toBe('cancelled');
  });

  test('takes the guest’s token from a header too', async () => {
    const guest = await createGuest(url);
    const response = await account.client.request('/api/sessions/migrate', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-guest-authorization': `Bearer ${guest.token}` },
      body: JSON.stringify({ temp_user_id: guest.userId, permanent_user_id: account.client.userId }),
    });
    expect(response.status).toBe(200);
  });

  test('wants both proven, and says what to send', async () => {
    const guest = await createGuest(url);
    const stranger = await createGuest(url);
    const other = await createAccount();
    const unproven = await migrate(account.client, guest, { temp_access_token: null });
    expect(unproven.status).toBe(400);
    expect(problemSchema.parse(await unproven.json()).detail).toContain('temp_access_token');
    expect((await migrate(account.client, guest, { temp_access_token: stranger.token })).status).toBe(404);
    expect((await migrate(account.client, guest, { temp_access_token: 'made.up.token' })).status).toBe(401);
    expect((await migrate(account.client, guest, { permanent_user_id: randomUUID() })).status).toBe(404);
    expect((await migrate(stranger, guest)).status).toBe(409);
    expect((await migrate(account.client, other.client)).status).toBe(409);
    expect((await migrate(account.client, account.client)).status).toBe(409);
  });
});
