import 'server-only';
import { createServerClient } from '@supabase/ssr';
import { getEnv, getSupabaseEnv } from '@/lib/env';
import type { CookieJar } from './cookie-jar';
import type { DatabaseClient } from './database-client';
import { createRefreshOnceFetch } from './refresh-once';
import { buildSessionCookieOptions } from './session-cookie';
import { createAgentFetch } from './visitor-agent';

/**
 * The client that owns the browser's session: sign in, sign out, refresh. What it changes is written into the jar and
 * must reach the response (`jar.applyTo`). For reading and writing rows use a caller's client (lib/auth/caller.ts).
 */
export function createCookieClient(jar: CookieJar): DatabaseClient {
  const { url, publishableKey } = getSupabaseEnv();
  return createServerClient(url, publishableKey, {
    cookieOptions: buildSessionCookieOptions(getEnv().secureCookies),
    cookies: { getAll: jar.getAll, setAll: jar.setAll },
    global: { fetch: createRefreshOnceFetch(createAgentFetch()) },
  });
}
