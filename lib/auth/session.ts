import 'server-only';
import { createClient, type Session } from '@supabase/supabase-js';
import { getSupabaseEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { CookieJar } from '@/lib/supabase/cookie-jar';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { createCookieClient } from '@/lib/supabase/server';
import { createAgentFetch } from '@/lib/supabase/visitor-agent';
import { authError } from './auth-error';

/**
 * A client for one act of signing in or up. It keeps its session in memory and must not be shared: it would become the
 * next person's. Its mails carry links that work in any browser, not only in the one that asked.
 * @param agent as what its sessions are known; by default as whoever sent the request
 */
export function createAuthClient(agent?: string): DatabaseClient {
  const { url, publishableKey } = getSupabaseEnv();
  return createClient(url, publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: createAgentFetch(agent) },
  });
}

/** The same, already signed in with these tokens. */
export async function createSignedInAuthClient(tokens: {
  accessToken: string;
  refreshToken: string;
}): Promise<DatabaseClient> {
  const client = createAuthClient();
  const { error } = await client.auth.setSession({
    access_token: tokens.accessToken,
    refresh_token: tokens.refreshToken,
  });
  if (error) {
    throw authError(error);
  }
  return client;
}

/** Makes this session the browser's. */
export async function saveSession(jar: CookieJar, session: Session): Promise<void> {
  const { error } = await createCookieClient(jar).auth.setSession(session);
  if (error) {
    throw authError(error);
  }
}

/** The session of a sign-in that must have one. */
export function requireSession(session: Session | null): Session {
  if (!session) {
    throw new AppError('internal', 'Signing in came back without a session.');
  }
  return session;
}

/** What API clients get: snake_case as OAuth names it; `expires_in` is seconds. */
export type SessionView = {
  access_token: string;
  refresh_token: string;
  expires_in: number;
  user_id: string;
};

export function toSessionView(session: Session): SessionView {
  return {
    access_token: session.access_token,
    refresh_token: session.refresh_token,
    expires_in: session.expires_in,
    user_id: session.user.id,
  };
}
