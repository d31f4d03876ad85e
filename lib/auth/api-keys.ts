import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { AppError } from '@/lib/errors';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import type { ApiKeyView, CreatedApiKeyView, createApiKeySchema } from './api-key-schemas';
import { apiKeyViewSchema } from './api-key-schemas';
import { createApiKeyToken } from './api-key-token';
import type { Caller } from './caller';
import { forgetApiKeys } from './verify-api-key';

/** Keys in use of one account. Enough for every machine of one's own, too few to fill a table. */
const MAX_KEYS = 50;
const COLUMNS = 'id, name, prefix, scopes, created_at, last_used_at, revoked_at' as const;

/**
 * Makes a key for the caller's account. The answer holds the key itself, which is nowhere kept.
 *
 * @throws AppError `conflict` for a guest, or with too many keys; `forbidden` for more scopes than the caller has
 */
export async function createApiKey(
  caller: Pick<Caller, 'client' | 'userId' | 'isGuest' | 'scopes'>,
  { name, scopes }: z.output<typeof createApiKeySchema>,
): Promise<CreatedApiKeyView> {
  if (caller.isGuest) {
    throw new AppError(
      'conflict',
      'A guest has no API keys. Open an account first; your stories stay yours.',
    );
  }
  const beyond = scopes.find((scope) => !caller.scopes.includes(scope));
  if (beyond) throw new AppError('forbidden', `A key that cannot ${beyond} cannot make one that can.`);
  await checkRoom(caller.client);
  const { token, hash, prefix } = createApiKeyToken();
  // As the service: where there is a PIN, the owner's own token makes none (the route has seen the grown-up's proof).
  const { data, error } = await getAdminClient()
    .from('api_keys')
    .insert({ id: randomUUID(), owner_id: caller.userId, name, key_hash: hash, prefix, scopes })
    .select(COLUMNS)
    .single();
  if (error) throw databaseError(error);
  return { ...apiKeyViewSchema.parse(data), key: token };
}

/** The caller's keys, newest first, revoked ones included. Row level security leaves out everybody else's. */
export async function listApiKeys(client: DatabaseClient): Promise<ApiKeyView[]> {
  const { data, error } = await client
    .from('api_keys')
    .select(COLUMNS)
    .order('created_at', { ascending: false })
    .order('id')
    .limit(200);
  if (error) throw databaseError(error);
  return apiKeyViewSchema.array().parse(data);
}

/** @throws AppError `not_found` for a key that is not the caller's */
export function renameApiKey(client: DatabaseClient, keyId: string, name: string): Promise<ApiKeyView> {
  return changeApiKey(client, keyId, { name });
}

/** Ends a key for good; one that was ended already stays as it is. @throws AppError `not_found` */
export async function revokeApiKey(client: DatabaseClient, keyId: string): Promise<void> {
  // The database writes its own time.
  await changeApiKey(client, keyId, { revoked_at: new Date().toISOString() });
  forgetApiKeys();
}

async function changeApiKey(
  client: DatabaseClient,
  keyId: string,
  changes: { name: string } | { revoked_at: string },
): Promise<ApiKeyView> {
  const { data, error } = await client
    .from('api_keys')
    .update(changes)
    .eq('id', keyId)
    .select(COLUMNS)
    .maybeSingle();
  if (error) throw databaseError(error);
  if (!data) throw new AppError('not_found', 'There is no such API key.');
  return apiKeyViewSchema.parse(data);
}

async function checkRoom(client: DatabaseClient): Promise<void> {
  const { count, error } = await client
    .from('api_keys')
    .select('id', { count: 'exact', head: true })
    .is('revoked_at', null);
  if (error) throw databaseError(error);
  if ((count ?? 0) >= MAX_KEYS) {
    throw new AppError(
      'conflict',
      `An account has at most ${MAX_KEYS} API keys. Revoke one you do not need.`,
    );
  }
}
