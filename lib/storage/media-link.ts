import 'server-only';
import { createHmac, createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto';
import { getSupabaseEnv } from '@/lib/env';

/**
 * Addresses of files that need no header: a video player, an <img> of another site or a phone's cache opens them as they
 * are. The key is a MAC of the path, so it opens exactly one file, for as long as that file is there, and the address is
 * the same whenever it is asked for: a client may cache by it. Only a new secret key of the project ends all of them.
 */

/** The query parameter that carries the key. */
export const MEDIA_KEY = 'key';
/** 22 letters of base64url: 132 bits of the MAC. */
const KEY_LENGTH = 22;
const PURPOSE = 'storyloom media link 1';

let cached: { secretKey: string; linkKey: KeyObject } | undefined;

/** HKDF (RFC 5869), so that a link tells nothing about the project's own key. */
function getLinkKey(): KeyObject {
  const { secretKey } = getSupabaseEnv();
  if (cached?.secretKey !== secretKey) {
    const linkKey = createSecretKey(Buffer.from(hkdfSync('sha256', secretKey, '', PURPOSE, 32)));
    cached = { secretKey, linkKey };
  }
  return cached.linkKey;
}

function keyOf(path: string): string {
  return createHmac('sha256', getLinkKey()).update(path).digest('base64url').slice(0, KEY_LENGTH);
}

/**
 * @param url the path of an asset, as `assetUrl` builds it
 * @param base where we are reached, without a trailing slash: "https://stories.example"
 * @returns the whole address with its key
 */
export function signMediaUrl(url: string, base: string): string {
  const { pathname } = new URL(url, 'http://localhost');
  return `${base}${pathname}?${MEDIA_KEY}=${keyOf(pathname)}`;
}

/** Whether this key opens this path. Takes as long for a wrong one as for a right one. */
export function isMediaKey(path: string, key: string | null): boolean {
  if (key === null || key.length !== KEY_LENGTH) return false;
  const given = Buffer.from(key);
  const expected = Buffer.from(keyOf(path));
  return given.length === expected.length && timingSafeEqual(given, expected);
}
