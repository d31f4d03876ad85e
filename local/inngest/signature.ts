import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import canonicalize from 'canonicalize';

const PREFIX = /^signkey-\w+-/;

/**
 * The `x-inngest-signature` the SDK verifies: HMAC-SHA256 over the RFC 8785 form of the body followed by the time.
 * @param nowSeconds the SDK refuses signatures older or newer than five minutes
 */
export function signBody(body: unknown, signingKey: string, nowSeconds: number): string {
  const digest = createHmac('sha256', signingKey.replace(PREFIX, ''))
    .update(`${canonicalize(body)}${nowSeconds}`)
    .digest('hex');
  return `t=${nowSeconds}&s=${digest}`;
}

/** The SDK never sends the signing key itself but this hash of it, as a bearer token. */
export function hashSigningKey(signingKey: string): string {
  const prefix = PREFIX.exec(signingKey)?.[0] ?? '';
  const key = Buffer.from(signingKey.replace(PREFIX, ''), 'hex');
  return prefix + createHash('sha256').update(key).digest('hex');
}

/** Compares in constant time; the lengths may differ. */
export function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
