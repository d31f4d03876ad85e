import { createHash } from 'node:crypto';

/**
 * The first 16 bytes of a digest as a UUID of version 8, the one for schemes of one's own (RFC 9562, 5.8): the same
 * content always gets the same id.
 */
export function uuidFromDigest(digest: Buffer): string {
  const uuid = Buffer.from(digest.subarray(0, 16));
  uuid[6] = ((uuid[6] ?? 0) & 0x0f) | 0x80;
  uuid[8] = ((uuid[8] ?? 0) & 0x3f) | 0x80;
  return uuid.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The same text always gets the same id. */
export function uuidFromText(text: string): string {
  return uuidFromDigest(createHash('sha256').update(text).digest());
}
