import 'server-only';
import { createClient } from '@supabase/supabase-js';
import { getSupabaseEnv } from '@/lib/env';
import type { DatabaseClient } from './database-client';

/** No answer within this time is a failure: a caller waits for it. */
const DATABASE_TIMEOUT_MS = 15_000;

/** A client that acts as the owner of this access token, under row level security. It never refreshes or stores anything. */
export function createBearerClient(accessToken: string): DatabaseClient {
  const { url, publishableKey } = getSupabaseEnv();
  return createClient(url, publishableKey, {
    accessToken: async () => accessToken,
    db: { timeout: DATABASE_TIMEOUT_MS },
  });
}
