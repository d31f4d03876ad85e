import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import type { LocalSecrets } from '../secrets.ts';
import { inTransaction, type Sql } from '../supabase/connection.ts';
import { StorageError } from './storage-error.ts';

/** In whose name a request acts: a database role and, for a signed-in user, the claims of their token. */
export type StorageCaller = {
  role: 'anon' | 'authenticated' | 'service_role';
  userId: string | null;
  claims: JWTPayload;
};

const SERVICE: StorageCaller = { role: 'service_role', userId: null, claims: { role: 'service_role' } };
const ANONYMOUS: StorageCaller = { role: 'anon', userId: null, claims: { role: 'anon' } };

/**
 * A user's access token decides; without one the API key does.
 *
 * @throws StorageError `InvalidJWT` for a token that is expired or not ours
 */
export async function readStorageCaller(
  request: IncomingMessage,
  secrets: LocalSecrets,
): Promise<StorageCaller> {
  const token = /^Bearer\s+(.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token && !token.startsWith('sb_')) return readUser(token, secrets.jwtSecret);
  const key = token ?? request.headers.apikey;
  return typeof key === 'string' && isSame(key, secrets.secretKey) ? SERVICE : ANONYMOUS;
}

async function readUser(token: string, jwtSecret: string): Promise<StorageCaller> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(jwtSecret), {
      algorithms: ['HS256'],
    });
    if (payload.role === 'service_role') return SERVICE;
    if (payload.role !== 'authenticated' || !payload.sub) return ANONYMOUS;
    return { role: 'authenticated', userId: payload.sub, claims: payload };
  } catch (cause) {
    const message =
      cause instanceof errors.JWTExpired ? '"exp" claim timestamp check failed' : 'Invalid Compact JWS';
    throw new StorageError(403, 'InvalidJWT', message, { cause });
  }
}

/** Runs queries in one transaction as the caller, so that row level security sees who asks. */
export function asCaller<Result>(
  sql: Sql,
  caller: StorageCaller,
  work: (transaction: Sql) => Promise<Result>,
): Promise<Result> {
  return inTransaction(sql, async (transaction) => {
    await transaction`select set_config('role', ${caller.role}, true),
      set_config('request.jwt.claims', ${JSON.stringify(caller.claims)}, true),
      set_config('request.jwt.claim.sub', ${caller.userId ?? ''}, true),
      set_config('request.jwt.claim.role', ${caller.role}, true)`;
    return work(transaction);
  });
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
