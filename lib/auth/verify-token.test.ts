import { AuthApiError, AuthRetryableFetchError } from '@supabase/supabase-js';
import { describe, expect, it } from 'vitest';
import { createTokenVerifier } from './verify-token';

const USER_ID = '7d3c1a52-8a4e-4a55-9a53-0a6f1a1f7c11';
type Auth = Parameters<typeof createTokenVerifier>[0];

function buildToken({
  exp = 2_000,
  alg = 'HS256',
  sub = USER_ID,
}: {
  exp?: number;
  alg?: string;
  sub?: string;
} = {}) {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg })}.${part({ sub, exp })}.c2lnbmF0dXJl`;
}

/** The two calls of Supabase auth, counted; one that is not set throws when it is used. */
function fakeAuth(answers: Partial<{ [Key in keyof Auth]: () => Promise<unknown> }>) {
  const calls = { getUser: 0, getClaims: 0 };
  const call = (name: keyof Auth) => async () => {
    calls[name] += 1;
    const answer = answers[name];
    if (!answer) {
      throw new Error(`${name} was not expected`);
    }
    return answer();
  };
  return { calls, auth: { getUser: call('getUser'), getClaims: call('getClaims') } as unknown as Auth };
}

const guest = async () => ({ data: { user: { id: USER_ID, email: '', is_anonymous: true } }, error: null });

describe('createTokenVerifier', () => {
  it('asks Supabase about a token signed with a shared secret and says who it is', async () => {
    const { auth } = fakeAuth({ getUser: guest });
    const verify = createTokenVerifier(auth, () => 0);
    expect(await verify(buildToken())).toEqual({ userId: USER_ID, email: undefined, isGuest: true });
  });

  it('checks a token signed with a key pair without asking', async () => {
    const claims = { sub: USER_ID, is_anonymous: false, email: 'ada@example.org' };
    const { auth, calls } = fakeAuth({ getClaims: async () => ({ data: { claims }, error: null }) });
    const verify = createTokenVerifier(auth, () => 0);
    expect(await verify(buildToken({ alg: 'ES256' }))).toEqual({
      userId: USER_ID,
      email: 'ada@example.org',
      isGuest: false,
    });
    expect(calls.getUser).toBe(0);
  });

  it('asks once for many requests at the same time, and again after 30 seconds', async () => {
    let nowMs = 0;
    const { auth, calls } = fakeAuth({ getUser: guest });
    const verify = createTokenVerifier(auth, () => nowMs);
    const token = buildToken();
    await Promise.all([verify(token), verify(token), verify(token)]);
    expect(calls.getUser).toBe(1);
    nowMs = 30_001;
    await verify(token);
    expect(calls.getUser).toBe(2);
  });

  it('refuses an expired token without asking, also one it remembers', async () => {
    let nowMs = 0;
    const { auth, calls } = fakeAuth({ getUser: guest });
    const verify = createTokenVerifier(auth, () => nowMs);
    const token = buildToken({ exp: 10 });
    await verify(token);
    nowMs = 10_000;
    await expect(verify(token)).rejects.toMatchObject({
      code: 'unauthenticated',
      message: expect.stringContaining('expired'),
    });
    expect(calls.getUser).toBe(1);
  });

  it('refuses a forged token, and does not remember the refusal', async () => {
    const forged = async () => ({ data: { user: null }, error: new AuthApiError('bad jwt', 403, 'bad_jwt') });
    const { auth, calls } = fakeAuth({ getUser: forged });
    const verify = createTokenVerifier(auth, () => 0);
    await expect(verify(buildToken())).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(verify(buildToken())).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(calls.getUser).toBe(2);
  });

  it('refuses what is not a token of a user, such as a project key', async () => {
    const verify = createTokenVerifier(fakeAuth({}).auth, () => 0);
    const serviceRole = buildToken({ sub: '' });
    for (const text of ['', 'sb_secret_abc', 'a.b.c', serviceRole, `${buildToken()}${'x'.repeat(9_000)}`]) {
      await expect(verify(text)).rejects.toMatchObject({ code: 'unauthenticated' });
    }
  });

  it('does not call a token bad when Supabase could not be asked', async () => {
    const down = async () => ({ data: { user: null }, error: new AuthRetryableFetchError('down', 0) });
    const verify = createTokenVerifier(fakeAuth({ getUser: down }).auth, () => 0);
    await expect(verify(buildToken())).rejects.toMatchObject({ code: 'database_failed' });
  });
});
