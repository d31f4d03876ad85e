import 'server-only';
import { createClient } from '@supabase/supabase-js';
import { getSupabaseEnv } from '@/lib/env';
import { createAuthFetch } from './auth-fetch';
import type { DatabaseClient } from './database-client';

const DATABASE_TIMEOUT_MS = 15_000;

let cached: { key: string; client: DatabaseClient } | undefined;

/**
 * The client that row level security does not stop: only for durable functions, limits and migration of guests, and
 * every query names its owner. One for the process; it holds no session.
 */
export function getAdminClient(): DatabaseClient {
  const { url, secretKey } = getSupabaseEnv();
  const key = `${url} ${secretKey}`;
  if (cached?.key !== key) {
    const client: DatabaseClient = createClient(url, secretKey, {
      auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
      db: { timeout: DATABASE_TIMEOUT_MS },
      global: { fetch: createAuthFetch() },
    });
    cached = { key, client };
  }
  return cached.client;
}
