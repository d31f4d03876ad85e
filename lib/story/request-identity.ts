import { createHash, randomInt, randomUUID } from 'node:crypto';

/** The ids and the seed that a request's story gets. */
export type RequestIdentity = { jobId: string; storyId: string; seed: number };

const LARGEST_SEED = 2 ** 31 - 1;

/**
 * New ids, or for an `Idempotency-Key` always the same ones for the same owner: a request that is sent again finds the job
 * it started the first time.
 */
export function identifyRequest(ownerId: string, idempotencyKey: string | null): RequestIdentity {
  if (!idempotencyKey) return { jobId: randomUUID(), storyId: randomUUID(), seed: randomInt(LARGEST_SEED) };
  const digest = (label: string) =>
    createHash('sha256').update(`${label}\0${ownerId}\0${idempotencyKey}`).digest();
  return {
    jobId: toUuid(digest('job')),
    storyId: toUuid(digest('story')),
    seed: digest('seed').readUInt32BE() % LARGEST_SEED,
  };
}

/** The first 16 bytes as a UUID of version 8, the one for digests of one's own (RFC 9562, 5.8). */
function toUuid(bytes: Buffer): string {
  const uuid = Buffer.from(bytes.subarray(0, 16));
  uuid[6] = ((uuid[6] ?? 0) & 0x0f) | 0x80;
  uuid[8] = ((uuid[8] ?? 0) & 0x3f) | 0x80;
  return uuid.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
