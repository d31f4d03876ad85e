import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectData, startTestSupabase, type TestSupabase } from '../support/local-supabase.ts';

let supabase: TestSupabase;
beforeAll(async () => {
  supabase = await startTestSupabase();
});
afterAll(() => supabase.remove());

let count = 0;
const newEmail = () => `person-${++count}@example.com`;
const PASSWORD = 'a quiet river';

function readNewestMail(): { to: string; subject: string; links: string[] } {
  const folder = path.join(supabase.dataDir, 'mail');
  const name = readdirSync(folder)
    .filter((entry) => entry.endsWith('.json'))
    .sort()
    .at(-1);
  return JSON.parse(readFileSync(path.join(folder, name ?? ''), 'utf8'));
}

function readLink(): { type: 'recovery' | 'email_change'; token_hash: string; url: URL } {
  const url = new URL(readNewestMail().links[0] ?? '');
  return {
    type: url.searchParams.get('type') as 'recovery',
    token_hash: url.searchParams.get('token_hash') ?? '',
    url,
  };
}

describe('guests', () => {
  test('a visitor signs in without anything and is marked as a guest everywhere', async () => {
    const visitor = supabase.createVisitor();
    const { user, session } = expectData(
      await visitor.auth.signInAnonymously({ options: { data: { display_name: 'Mia' } } }),
    );
    expect(user).toMatchObject({
      is_anonymous: true,
      user_metadata: { display_name: 'Mia' },
      identities: [],
    });
    expect(decodeJwt(session?.access_token ?? '')).toMatchObject({
      sub: user?.id,
      role: 'authenticated',
      is_anonymous: true,
      aud: 'authenticated',
      iss: `${supabase.url}/auth/v1`,
    });
    expect(expectData(await visitor.auth.getUser()).user.is_anonymous).toBe(true);
    expect(expectData(await visitor.auth.getClaims())?.claims.is_anonymous).toBe(true);
  });

  test("a guest's profile is made by the trigger, with the name they gave", async () => {
    const visitor = supabase.createVisitor();
    const { user } = expectData(
      await visitor.auth.signInAnonymously({ options: { data: { display_name: 'Ole' } } }),
    );
    const profile = expectData(await visitor.from('profiles').select().single());
    expect(profile).toMatchObject({ id: user?.id, display_name: 'Ole' });
  });

  test('a guest refreshes: a new refresh token each time, and still a guest', async () => {
    const visitor = supabase.createVisitor();
    const first = expectData(await visitor.auth.signInAnonymously()).session;
    const second = expectData(await visitor.auth.refreshSession()).session;
    expect(second?.refresh_token).not.toBe(first?.refresh_token);
    expect(decodeJwt(second?.access_token ?? '').is_anonymous).toBe(true);
    expect(expectData(await visitor.auth.getUser()).user.id).toBe(first?.user.id);
  });

  test('a refresh token nobody gave out is refused', async () => {
    const { error } = await supabase
      .createVisitor()
      .auth.refreshSession({ refresh_token: '00000000-0000-4000-8000-000000000000' });
    expect(error?.code).toBe('refresh_token_not_found');
  });

  test('a guest who gives an address and a password keeps the id and can sign in with them', async () => {
    const { client, id } = await supabase.createGuest();
    const email = newEmail();
    const converted = expectData(
      await client.auth.updateUser({ email: email.toUpperCase(), password: PASSWORD }),
    );
    expect(converted.user).toMatchObject({ id, email, is_anonymous: false });
    expect(converted.user.email_confirmed_at).toBeTruthy();
    const refreshed = expectData(await client.auth.refreshSession());
    expect(decodeJwt(refreshed.session?.access_token ?? '')).toMatchObject({
      sub: id,
      is_anonymous: false,
      email,
    });
    const again = expectData(
      await supabase.createVisitor().auth.signInWithPassword({ email, password: PASSWORD }),
    );
    expect(again.user).toMatchObject({ id, is_anonymous: false, identities: [{ provider: 'email' }] });
  });

  test("a guest cannot take somebody else's address, and stays a guest", async () => {
    const email = newEmail();
    await supabase.createVisitor().auth.signUp({ email, password: PASSWORD });
    const { client } = await supabase.createGuest();
    const { error } = await client.auth.updateUser({ email, password: PASSWORD });
    expect(error).toMatchObject({ status: 422, code: 'email_exists' });
    expect(expectData(await client.auth.getUser()).user.is_anonymous).toBe(true);
  });

  test.each([
    ['a password alone', { password: PASSWORD }, 'validation_failed'],
    ['a short password', { email: 'short@example.com', password: 'abc' }, 'weak_password'],
    ['no address at all', { email: 'not an address', password: PASSWORD }, 'validation_failed'],
  ])('a guest who gives %s is told what is wrong', async (_what, changes, code) => {
    const { client } = await supabase.createGuest();
    expect((await client.auth.updateUser(changes)).error?.code).toBe(code);
  });

  test('a signed-out guest is gone for good: the old token is refused', async () => {
    const { client } = await supabase.createGuest();
    const token = expectData(await client.auth.getSession()).session?.access_token;
    expect((await client.auth.signOut()).error).toBeNull();
    expect((await client.auth.getUser(token)).error?.name).toBe('AuthSessionMissingError');
  });
});

describe('accounts', () => {
  test('a new user is in at once, and signs in and out', async () => {
    const email = newEmail();
    const visitor = supabase.createVisitor();
    const signedUp = expectData(await visitor.auth.signUp({ email, password: PASSWORD }));
    expect(signedUp.session?.user).toMatchObject({ email, is_anonymous: false });
    expect((await visitor.auth.signOut()).error).toBeNull();
    const { user } = expectData(await visitor.auth.signInWithPassword({ email, password: PASSWORD }));
    expect(user.id).toBe(signedUp.user?.id);
  });

  test('an address is taken once, a wrong password is refused', async () => {
    const email = newEmail();
    await supabase.createVisitor().auth.signUp({ email, password: PASSWORD });
    const twice = await supabase.createVisitor().auth.signUp({ email, password: PASSWORD });
    expect(twice.error?.code).toBe('user_already_exists');
    const wrong = await supabase.createVisitor().auth.signInWithPassword({ email, password: 'another one' });
    expect(wrong.error?.code).toBe('invalid_credentials');
  });

  test('a forgotten password: the mail leads to our page, its token works once, the new password counts', async () => {
    const email = newEmail();
    await supabase.createVisitor().auth.signUp({ email, password: PASSWORD });
    expect((await supabase.createVisitor().auth.resetPasswordForEmail(email)).error).toBeNull();
    const mail = readNewestMail();
    expect(mail).toMatchObject({ to: email, subject: 'Choose a new password' });
    const { url, type, token_hash } = readLink();
    expect(`${url.origin}${url.pathname}`).toBe('http://localhost:3999/auth/confirm');
    expect(url.searchParams.get('next')).toBe('/auth/new-password');

    const visitor = supabase.createVisitor();
    expect(expectData(await visitor.auth.verifyOtp({ type, token_hash })).user?.email).toBe(email);
    expectData(await visitor.auth.updateUser({ password: 'a brand new one' }));
    const again = await supabase.createVisitor().auth.verifyOtp({ type, token_hash });
    expect(again.error?.code).toBe('otp_expired');
    const signIn = (password: string) =>
      supabase.createVisitor().auth.signInWithPassword({ email, password });
    expect((await signIn('a brand new one')).error).toBeNull();
    expect((await signIn(PASSWORD)).error?.code).toBe('invalid_credentials');
  });

  test('asking for an unknown address answers the same and sends nothing', async () => {
    const before = readdirSync(path.join(supabase.dataDir, 'mail')).length;
    expect(
      (await supabase.createVisitor().auth.resetPasswordForEmail('nobody@example.com')).error,
    ).toBeNull();
    expect(readdirSync(path.join(supabase.dataDir, 'mail')).length).toBe(before);
  });

  test('a new address counts once its link was followed', async () => {
    const visitor = supabase.createVisitor();
    const [before, after] = [newEmail(), newEmail()];
    expectData(await visitor.auth.signUp({ email: before, password: PASSWORD }));
    const { user } = expectData(await visitor.auth.updateUser({ email: after }));
    expect(user).toMatchObject({ email: before, new_email: after });
    expect(readNewestMail().to).toBe(after);
    const { type, token_hash } = readLink();
    expect(type).toBe('email_change');
    expectData(await visitor.auth.verifyOtp({ type, token_hash }));
    const signedIn = await supabase
      .createVisitor()
      .auth.signInWithPassword({ email: after, password: PASSWORD });
    expect(signedIn.data.user?.id).toBe(user.id);
  });

  test('the mail page shows what would have been sent, with its link, and runs nothing', async () => {
    const response = await fetch(`${supabase.url}/mail`);
    const html = await response.text();
    expect(html).toContain(readLink().token_hash);
    expect(html).toMatch(/<a href="http:\/\/localhost:3999\/auth\/confirm\?token_hash=/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('administration', () => {
  test('the secret key makes, finds, changes and deletes users', async () => {
    const { admin } = supabase.admin.auth;
    const email = newEmail();
    const made = expectData(
      await admin.createUser({ email, password: PASSWORD, email_confirm: true, user_metadata: { a: 1 } }),
    ).user;
    expect(made).toMatchObject({ email, user_metadata: { a: 1 }, app_metadata: { provider: 'email' } });
    expect((await admin.createUser({ email, password: PASSWORD })).error?.code).toBe('email_exists');
    expect(expectData(await admin.getUserById(made.id)).user.email).toBe(email);
    const changed = await admin.updateUserById(made.id, {
      password: 'changed by hand',
      user_metadata: { b: 2 },
    });
    expect(expectData(changed).user.user_metadata).toEqual({ a: 1, b: 2 });
    const visitor = supabase.createVisitor();
    expectData(await visitor.auth.signInWithPassword({ email, password: 'changed by hand' }));
    const listed = expectData(await admin.listUsers({ page: 1, perPage: 1_000 }));
    expect(listed.users.map((user) => user.id)).toContain(made.id);

    expect((await admin.deleteUser(made.id)).error).toBeNull();
    expect((await admin.getUserById(made.id)).error?.code).toBe('user_not_found');
    expect((await visitor.auth.getUser()).error?.code).toBe('user_not_found');
    expect((await supabase.admin.from('profiles').select().eq('id', made.id)).data).toEqual([]);
  });

  test('a user who is not the administrator is refused, even with a valid token', async () => {
    const { client } = await supabase.createGuest();
    expect((await client.auth.admin.listUsers()).error).toMatchObject({ status: 403, code: 'not_admin' });
    expect((await supabase.createVisitor().auth.admin.listUsers()).error?.status).toBe(403);
  });

  test('without a key there is no guest, and the system routes do not exist', async () => {
    const keyless = await fetch(`${supabase.url}/auth/v1/signup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(keyless.status).toBe(401);
    for (const route of ['/_system/info', '/_system', '/', '/studio']) {
      expect((await fetch(`${supabase.url}${route}`)).status, route).toBe(404);
    }
    expect(await (await fetch(`${supabase.url}/health`)).json()).toEqual({ status: 'ok' });
  });

  test('any origin may ask', async () => {
    for (const route of ['auth/v1/user', 'rest/v1/jobs', 'storage/v1/object/media/x']) {
      const response = await fetch(`${supabase.url}/${route}`, {
        method: 'OPTIONS',
        headers: { origin: 'https://elsewhere.example', 'access-control-request-headers': 'apikey, range' },
      });
      expect(response.status).toBe(204);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('access-control-allow-headers')).toContain('range');
    }
  });
});

describe('a link made by the secret key', () => {
  const createAccount = async () => {
    const email = newEmail();
    const { user } = expectData(await supabase.createVisitor().auth.signUp({ email, password: PASSWORD }));
    return { email, id: user?.id ?? '' };
  };
  const makeLink = async (email: string) =>
    expectData(await supabase.admin.auth.admin.generateLink({ type: 'magiclink', email }));
  const spendLink = (token_hash: string, type: 'magiclink' | 'email' | 'recovery' = 'magiclink') =>
    supabase.createVisitor().auth.verifyOtp({ token_hash, type });

  test('has the form of a hosted project’s, and sends no mail', async () => {
    const { email, id } = await createAccount();
    const mails = readdirSync(path.join(supabase.dataDir, 'mail')).length;
    const { user, properties } = await makeLink(email);
    expect(user).toMatchObject({ id, email, aud: 'authenticated', is_anonymous: false });
    expect(properties).toEqual({
      action_link: expect.stringContaining(`${supabase.url}/auth/v1/verify?token=`),
      email_otp: expect.stringMatching(/^\d{6}$/),
      hashed_token: expect.stringMatching(/^[0-9a-f]{56,64}$/),
      verification_type: 'magiclink',
      redirect_to: expect.any(String),
    });
    expect(readdirSync(path.join(supabase.dataDir, 'mail'))).toHaveLength(mails);
  });

  test('signs its user in, once, under either of its names', async () => {
    const { email, id } = await createAccount();
    for (const type of ['magiclink', 'email'] as const) {
      const { properties } = await makeLink(email);
      const { session, user } = expectData(await spendLink(properties.hashed_token, type));
      expect(user?.id).toBe(id);
      expect(decodeJwt(session?.access_token ?? '')).toMatchObject({ sub: id, is_anonymous: false, email });
      const refreshed = await supabase
        .createVisitor()
        .auth.refreshSession({ refresh_token: session?.refresh_token ?? '' });
      expect(expectData(refreshed).user?.id).toBe(id);
      expect((await spendLink(properties.hashed_token, type)).error?.code).toBe('otp_expired');
    }
  });

  test('takes the place of the one before', async () => {
    const { email } = await createAccount();
    const first = await makeLink(email);
    const second = await makeLink(email);
    expect((await spendLink(first.properties.hashed_token)).error?.code).toBe('otp_expired');
    expect((await spendLink(second.properties.hashed_token)).error).toBeNull();
  });

  test('makes a user for a new address, who is confirmed by it; a new password wants a known one', async () => {
    const email = newEmail();
    const { admin } = supabase.admin.auth;
    expect((await admin.generateLink({ type: 'recovery', email })).error?.code).toBe('user_not_found');
    const { properties, user } = await makeLink(email);
    expect(properties.verification_type).toBe('signup');
    const { session } = expectData(await spendLink(properties.hashed_token, 'email'));
    expect(session?.user).toMatchObject({ id: user.id, email });
    const again = expectData(await admin.generateLink({ type: 'recovery', email }));
    expect((await spendLink(again.properties.hashed_token, 'recovery')).error).toBeNull();
  });

  test('is not for anybody without the secret key', async () => {
    const { email } = await createAccount();
    const { error } = await supabase.createVisitor().auth.admin.generateLink({ type: 'magiclink', email });
    expect(error?.status).toBe(403);
  });
});

describe('the devices of an account', () => {
  const signInFrom = async (email: string) => {
    const client = supabase.createVisitor();
    expectData(await client.auth.signInWithPassword({ email, password: PASSWORD }));
    return client;
  };

  test('are seen by their owner alone, the one that asks first, and are signed out one by one', async () => {
    const email = newEmail();
    expectData(await supabase.createVisitor().auth.signUp({ email, password: PASSWORD }));
    const here = await signInFrom(email);
    const there = await signInFrom(email);
    const { client: stranger } = await supabase.createGuest();

    const devices = expectData(await here.rpc('list_devices'));
    expect(devices).toHaveLength(3);
    expect(devices.map(({ is_current }) => is_current)).toEqual([true, false, false]);
    for (const { user_agent, last_seen_at } of devices) {
      expect(user_agent).toBeTruthy();
      expect(Math.abs(Date.now() - Date.parse(last_seen_at))).toBeLessThan(60_000);
    }
    expect(expectData(await stranger.rpc('list_devices'))).toHaveLength(1);

    const theirs = expectData(await there.rpc('list_devices')).find(({ is_current }) => is_current)?.id ?? '';
    expect(expectData(await stranger.rpc('end_device', { p_session_id: theirs }))).toBe(false);
    expect(expectData(await here.rpc('end_device', { p_session_id: theirs }))).toBe(true);
    expect(expectData(await here.rpc('end_device', { p_session_id: theirs }))).toBe(false);
    // What supabase-js makes of `session_not_found`.
    expect((await there.auth.getUser()).error?.name).toBe('AuthSessionMissingError');
    expect((await there.auth.refreshSession()).error).not.toBeNull();
    expect((await here.auth.getUser()).error).toBeNull();
    const nobody = await supabase.createVisitor().rpc('list_devices');
    expect(nobody.error?.code).toBe('42501');
  });
});
