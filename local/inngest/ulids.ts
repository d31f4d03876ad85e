import { monotonicFactory, uuidToULID } from 'ulid';

/** A new id, greater than every id this process made before. */
export const createUlid = monotonicFactory();

const ENTROPY_BYTES = 10;

export type EventIdSeed = { timeMs: number; entropy: Buffer };

/**
 * The SDK sends `x-inngest-event-id-seed: <ms>,<base64 of 10 bytes>` and repeats it when it sends the same events
 * again, so that a lost answer does not become a second event.
 * @returns undefined when the header is missing or malformed
 */
export function parseEventIdSeed(header: string | undefined): EventIdSeed | undefined {
  const [time, encoded] = header?.split(',') ?? [];
  if (!time || !encoded || !/^\d{1,14}$/.test(time)) return undefined;
  const entropy = Buffer.from(encoded, 'base64');
  return entropy.length === ENTROPY_BYTES ? { timeMs: Number(time), entropy } : undefined;
}

/** The id of the event at `index` of one request: the same seed and index always give the same id. */
export function createSeededUlid(seed: EventIdSeed, index: number): string {
  const entropy = Buffer.from(seed.entropy);
  entropy.writeUInt32BE((entropy.readUInt32BE(ENTROPY_BYTES - 4) + index) >>> 0, ENTROPY_BYTES - 4);
  // A ULID is 48 bits of time and 80 of entropy: as many bits as a UUID, written in another base.
  const hex = seed.timeMs.toString(16).padStart(12, '0') + entropy.toString('hex');
  return uuidToULID(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
}
