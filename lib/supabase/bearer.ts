import 'server-only';
import { createClient } from '@supabase/supabase-js';
import { getSupabaseEnv } from '@/lib/env';
import type { DatabaseClient } from './database-client';

/** No answer within this time is a failure: a caller waits for it. */
const DATABASE_TIMEOUT_MS = 15_000;

/** A client holds nothing but its settings, so whoever comes again with the same token gets the same one. */
const MAX_REMEMBERED = 500;
const remembered = new Map<string, DatabaseClient>();

/** A client that acts as the owner of this access token, under row level security. It never refreshes or stores anything. */
export function createBearerClient(accessToken: string): DatabaseClient {
  const { url, publishableKey } = getSupabaseEnv();
  const key = `${url} ${publishableKey} ${accessToken}`;
  const known = remembered.get(key);
  if (known) return known;
  const client: DatabaseClient = createClient(url, publishableKey, {
    accessToken: async () => accessToken,
    db: { timeout: DATABASE_TIMEOUT_MS },
  });
  // A Map keeps the order of insertion, so the first key is the oldest.
  if (remembered.size >= MAX_REMEMBERED) remembered.delete(remembered.keys().next().value as string);
  remembered.set(key, client);
  return client;
}
