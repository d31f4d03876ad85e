import { randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * A key that only this process knows: with it the bridge in `server.ts` proves itself to our own routes. Both sides have
 * their own copy of this module, so the key lives on the global object.
 */
const SLOT = Symbol.for('storyloom.bridge-key');
export const BRIDGE_KEY_HEADER = 'x-storyloom-bridge';

export function getBridgeKey(): string {
  const shared = globalThis as { [SLOT]?: string };
  shared[SLOT] ??= randomBytes(32).toString('base64url');
  return shared[SLOT];
}

export function isBridgeKey(given: string | null): boolean {
  const key = Buffer.from(getBridgeKey());
  const other = Buffer.from(given ?? '');
  return key.length === other.length && timingSafeEqual(key, other);
}
