import { crc32 } from 'node:zlib';
import {
  buildCentralHeader,
  buildEnd,
  buildLocalHeader,
  CENTRAL_BYTES,
  END_BYTES,
  LOCAL_BYTES,
  MOST_BYTES,
  MOST_ENTRIES,
  type ZipFacts,
} from './zip-format';

/**
 * A ZIP whose files are stored as they are: pictures, sound and film are packed already. Sizes and checksums are known
 * beforehand, so every header is true from the start, readers that stream can read it, and its length is known before its
 * first byte. Where they are not known, or there is no end of it: lib/export/zip-stream.ts.
 */

export type ZipEntry = {
  /** With "/" for folders; unique in the archive. */
  name: string;
  bytes: number;
  crc32: number;
  modified: Date;
  open: (signal: AbortSignal) => Promise<AsyncIterable<Uint8Array>>;
};

/** An entry of bytes that are there already. */
export function buildZipEntry(name: string, content: Uint8Array, modified: Date): ZipEntry {
  async function* give() {
    yield content;
  }
  return {
    name,
    bytes: content.byteLength,
    crc32: crc32(content),
    modified,
    open: async () => give(),
  };
}

/** What the headers of an entry say that is stored as it is. */
export function toStoredFacts(entry: ZipEntry): ZipFacts {
  return {
    name: Buffer.from(entry.name, 'utf8'),
    method: 'stored',
    sizesFollow: false,
    crc32: entry.crc32,
    storedBytes: entry.bytes,
    bytes: entry.bytes,
    modified: entry.modified,
  };
}

/** @returns the archive's length in bytes */
export function measureZip(entries: ZipEntry[]): number {
  return entries.reduce(
    (sum, entry) => sum + LOCAL_BYTES + CENTRAL_BYTES + 2 * Buffer.byteLength(entry.name) + entry.bytes,
    END_BYTES,
  );
}

/**
 * The archive piece by piece; each file is opened when its turn comes and passes through as it is read.
 * @throws RangeError when it would be too large, or a file is not as long as was said
 */
export async function* writeZip(
  entries: ZipEntry[],
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (entries.length > MOST_ENTRIES || measureZip(entries) > MOST_BYTES)
    throw new RangeError('this is more than one archive holds');
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const facts = toStoredFacts(entry);
    const local = buildLocalHeader(facts);
    directory.push(buildCentralHeader(facts, offset));
    yield local;
    yield* giveWhole(entry, await entry.open(signal), signal);
    offset += local.length + entry.bytes;
  }
  const central = Buffer.concat(directory);
  yield central;
  yield buildEnd({ entries: entries.length, bytes: central.length, offset });
}

/** A file's bytes as they come. @throws RangeError when there are more or fewer than its header says */
export async function* giveWhole(
  entry: Pick<ZipEntry, 'name' | 'bytes'>,
  content: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  let written = 0;
  for await (const chunk of content) {
    signal.throwIfAborted();
    written += chunk.byteLength;
    yield chunk;
  }
  if (written !== entry.bytes) throw new RangeError(`${entry.name} has ${written} bytes, not ${entry.bytes}`);
}
