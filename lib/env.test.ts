import { describe, expect, it } from 'vitest';
import { getEnv, getSupabaseEnv } from './env.ts';
import { isAppError } from './errors.ts';

function codeOf(run: () => unknown): { code: string; message: string } {
  try {
    run();
  } catch (error) {
    if (isAppError(error)) {
      return { code: error.code, message: error.message };
    }
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('getEnv', () => {
  it('needs nothing at all and then names no Supabase', () => {
    const env = getEnv({});
    expect(env.supabase).toBeUndefined();
    expect(env.publicUrl).toBe('http://localhost:3000');
    expect(env.dataDir).toMatch(/^\/.*\.storyloom$/);
    expect(env.maxRequestBytes).toBe(10 * 1024 * 1024);
    expect(env.guestsPerIpPerHour).toBe(30);
    expect(env.trustedProxies).toBe(0);
    expect(env.secureCookies).toBe(false);
  });

  it('reads the names hosted projects use and drops a trailing slash', () => {
    const env = getEnv({
      NEXT_PUBLIC_SUPABASE_URL: 'https://abc.supabase.co/',
      NEXT_PUBLIC_SUPABASE_ANON_KEY: 'anon',
      SUPABASE_SERVICE_ROLE_KEY: 'service',
    });
    expect(env.supabase).toEqual({
      url: 'https://abc.supabase.co',
      publishableKey: 'anon',
      secretKey: 'service',
    });
  });

  it('prefers the plain name over an alias and treats an empty one as not set', () => {
    const env = getEnv({
      SUPABASE_URL: '',
      NEXT_PUBLIC_SUPABASE_URL: 'http://127.0.0.1:54321',
      SUPABASE_PUBLISHABLE_KEY: 'new',
      SUPABASE_ANON_KEY: 'old',
      SUPABASE_SECRET_KEY: 'secret',
    });
    expect(env.supabase).toMatchObject({ url: 'http://127.0.0.1:54321', publishableKey: 'new' });
  });

  it('names the variable when a Supabase URL comes without its secret key', () => {
    const { code, message } = codeOf(() =>
      getEnv({ SUPABASE_URL: 'https://abc.supabase.co', SUPABASE_ANON_KEY: 'anon' }),
    );
    expect(code).toBe('misconfigured');
    expect(message).toContain('SUPABASE_SECRET_KEY');
  });

  it('names the variable when a value is malformed', () => {
    expect(codeOf(() => getEnv({ GUESTS_PER_IP_PER_HOUR: 'many' })).message).toContain(
      'GUESTS_PER_IP_PER_HOUR',
    );
    expect(codeOf(() => getEnv({ STORYLOOM_URL: 'localhost' })).message).toContain('STORYLOOM_URL');
    expect(codeOf(() => getEnv({ LOG_LEVEL: 'loud' })).code).toBe('misconfigured');
  });

  it('follows the port in the public URL, and https in the cookies', () => {
    expect(getEnv({ PORT: '4100' }).publicUrl).toBe('http://localhost:4100');
    expect(getEnv({ STORYLOOM_URL: 'https://tales.example/' })).toMatchObject({
      publicUrl: 'https://tales.example',
      secureCookies: true,
    });
  });

  it('lists the inner hosts that may be called, and the waits of webhooks', () => {
    expect(getEnv({})).toMatchObject({ egressAllow: [], webhookRetrySeconds: undefined });
    const env = getEnv({
      EGRESS_ALLOW: ' Hooks.Internal:443, 10.0.0.5:8080 [::1]:4000',
      WEBHOOK_RETRY_SECONDS: '1, 60',
    });
    expect(env.egressAllow).toEqual(['hooks.internal:443', '10.0.0.5:8080', '[::1]:4000']);
    expect(env.webhookRetrySeconds).toEqual([1, 60]);
    for (const wrong of ['hooks.internal', 'http://hooks.internal:443', '*:443/'])
      expect(codeOf(() => getEnv({ EGRESS_ALLOW: wrong })).message).toContain('EGRESS_ALLOW');
    expect(codeOf(() => getEnv({ WEBHOOK_RETRY_SECONDS: 'soon' })).code).toBe('misconfigured');
  });

  it('counts trusted proxies, and takes true for one', () => {
    expect(getEnv({ TRUST_PROXY: 'true' }).trustedProxies).toBe(1);
    expect(getEnv({ TRUST_PROXY: '2' }).trustedProxies).toBe(2);
    expect(getEnv({ TRUST_PROXY: 'false' }).trustedProxies).toBe(0);
  });
});

describe('getSupabaseEnv', () => {
  it('says what to set when no Supabase is named', () => {
    expect(codeOf(() => getSupabaseEnv({}))).toMatchObject({ code: 'misconfigured' });
    expect(codeOf(() => getSupabaseEnv({})).message).toContain('SUPABASE_URL');
  });
});
