import 'server-only';
import { z } from 'zod';
import { getSupabaseEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { getAdminClient } from '@/lib/supabase/admin';
import { databaseError } from '@/lib/supabase/database-error';
import { SCOPES, type Scope } from './api-key-schemas';
import { hashApiKey } from './api-key-token';

export type VerifiedApiKey = { keyId: string; ownerId: string; scopes: readonly Scope[] };

/** A key that was revoked by another web instance is let in for at most this long; by this one, not at all. */
const REMEMBERED_MS = 5_000;
const MAX_REMEMBERED = 1_000;

const rowSchema = z
  .object({
    id: z.uuid(),
    owner_id: z.uuid(),
    prefix: z.string(),
    scopes: z.array(z.enum(SCOPES)),
    revoked_at: z.string().nullable(),
  })
  .nullable();

type Remembered = Map<string, { answer: Promise<VerifiedApiKey>; until: number }>;
/** Next may load this module more than once: the route that revokes must reach what the others remember. */
const SLOT = Symbol.for('storyloom.verified-api-keys');

function getRemembered(): Remembered {
  const shared = globalThis as { [SLOT]?: Remembered };
  shared[SLOT] ??= new Map();
  return shared[SLOT];
}

/**
 * Whose key this is. The first look at it, and every one after five seconds, is one call of the database, which also
 * writes down the use (at most once a minute).
 *
 * @throws AppError `unauthenticated` for a key that is unknown or revoked, with the reason; `database_failed`
 */
export async function verifyApiKey(token: string): Promise<VerifiedApiKey> {
  const remembered = getRemembered();
  const hash = hashApiKey(token);
  const id = `${getSupabaseEnv().url} ${hash}`;
  const known = remembered.get(id);
  if (known && known.until > Date.now()) return known.answer;
  remembered.delete(id);
  if (remembered.size >= MAX_REMEMBERED) {
    // A Map keeps the order of insertion, so the first key is the oldest.
    remembered.delete(remembered.keys().next().value as string);
  }
  const answer = askAbout(hash);
  remembered.set(id, { answer, until: Date.now() + REMEMBERED_MS });
  try {
    return await answer;
  } catch (error) {
    remembered.delete(id);
    throw error;
  }
}

/** Forgets what is remembered of this instance's keys, after one of them has changed. */
export function forgetApiKeys(): void {
  getRemembered().clear();
}

async function askAbout(hash: string): Promise<VerifiedApiKey> {
  const { data, error } = await getAdminClient().rpc('use_api_key', { p_key_hash: hash });
  if (error) throw databaseError(error);
  const key = rowSchema.parse(data);
  if (!key) throw new AppError('unauthenticated', 'There is no such API key.');
  if (key.revoked_at) {
    throw new AppError(
      'unauthenticated',
      `The API key ${key.prefix}… was revoked on ${key.revoked_at.slice(0, 10)}. Make a new one on the account page.`,
    );
  }
  return { keyId: key.id, ownerId: key.owner_id, scopes: key.scopes };
}
