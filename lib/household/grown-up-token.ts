import 'server-only';
import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { isSameSecret } from '@/lib/auth/same-secret';
import { getSupabaseEnv } from '@/lib/env';
import type { CookieJar } from '@/lib/supabase/cookie-jar';

/**
 * What somebody holds who has said the PIN: `v1.<expires, ms since 1970>.<MAC over owner, PIN version and expiry>`. It is a
 * proof for one household and one PIN; a new PIN, or 15 minutes, ends it.
 */
export const GROWN_UP_MS = 15 * 60_000;
export const GROWN_UP_COOKIE = 'storyloom-grown-up';
export const GROWN_UP_HEADER = 'x-grown-up';
const PURPOSE = 'storyloom grown-up 1';

let cached: { secretKey: string; key: KeyObject } | undefined;

/** HKDF (RFC 5869), as for the links of media: a token tells nothing about the project's own key. */
function getKey(): KeyObject {
  const { secretKey } = getSupabaseEnv();
  if (cached?.secretKey !== secretKey) {
    cached = { secretKey, key: createSecretKey(Buffer.from(hkdfSync('sha256', secretKey, '', PURPOSE, 32))) };
  }
  return cached.key;
}

type Claim = { ownerId: string; pinVersion: string };

function sign({ ownerId, pinVersion }: Claim, expiresAtMs: number): string {
  return createHmac('sha256', getKey())
    .update(`${ownerId}\0${pinVersion}\0${expiresAtMs}`)
    .digest('base64url');
}

export function createGrownUpToken(claim: Claim, nowMs = Date.now()): { token: string; expiresAtMs: number } {
  const expiresAtMs = nowMs + GROWN_UP_MS;
  return { token: `v1.${expiresAtMs}.${sign(claim, expiresAtMs)}`, expiresAtMs };
}

export function isGrownUpToken(token: string, claim: Claim, nowMs = Date.now()): boolean {
  const [, expires, mac] = /^v1\.(\d{13})\.([\w-]{43})$/.exec(token) ?? [];
  const expiresAtMs = Number(expires);
  return mac !== undefined && expiresAtMs > nowMs && isSameSecret(mac, sign(claim, expiresAtMs));
}

/** What a browser brings of it; not looked at yet. */
export function readProofCookie(jar: CookieJar): string | undefined {
  return jar.getAll().find(({ name }) => name === GROWN_UP_COOKIE)?.value;
}
