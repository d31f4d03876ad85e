import { createHash, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;
const SHOWN_CHARACTERS = 11;

/** A new key: what its owner gets once, what is kept of it, and how it begins. */
export function createApiKeyToken(): { token: string; hash: string; prefix: string } {
  const token = `sl_${randomBytes(SECRET_BYTES).toString('base64url')}`;
  return { token, hash: hashApiKey(token), prefix: token.slice(0, SHOWN_CHARACTERS) };
}

/** Whether a bearer is written like one of our keys; nobody is asked about it. */
export function isApiKeyToken(text: string): boolean {
  return /^sl_[\w-]{43}$/.test(text);
}

/** SHA-256, hexadecimal. */
export function hashApiKey(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
