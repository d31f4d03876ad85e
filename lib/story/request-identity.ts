import { createHash, randomInt, randomUUID } from 'node:crypto';
import { uuidFromDigest } from '@/lib/uuid-from-digest';

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
    jobId: uuidFromDigest(digest('job')),
    storyId: uuidFromDigest(digest('story')),
    seed: digest('seed').readUInt32BE() % LARGEST_SEED,
  };
}
