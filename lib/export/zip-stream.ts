import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { giveWhole, toStoredFacts, type ZipEntry } from './zip';
import {
  buildCentralHeader,
  buildDescriptor,
  buildEnd,
  buildLocalHeader,
  MOST_BYTES,
  type ZipFacts,
} from './zip-format';

/** Content of which nothing is known before it has been read: it is deflated as it comes, and its sizes follow it. */
export type OpenEntry = {
  name: string;
  modified: Date;
  content: AsyncIterable<Uint8Array>;
};
/** A file whose size and checksum are known, opened already: so a file that is missing is no entry. */
export type OpenedEntry = Omit<ZipEntry, 'open'> & { content: AsyncIterable<Uint8Array> };

/**
 * A ZIP of as many files as there are, found one after the other: nothing of it is held but its directory. With ZIP64 where
 * there are more than 65,534 files or more than 4 GiB (APPNOTE.TXT 4.3.14).
 * @throws RangeError when one file has more than 4 GiB, or is not as long as was said
 */
export async function* streamZip(
  entries: AsyncIterable<OpenEntry | OpenedEntry>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const entry of entries) {
    let written = 0;
    let facts: ZipFacts | undefined;
    for await (const piece of 'bytes' in entry ? writeKnown(entry, signal) : writeOpen(entry, signal)) {
      if (piece instanceof Uint8Array) {
        written += piece.byteLength;
        yield piece;
      } else facts = piece;
    }
    if (!facts) throw new Error('a file was written without its facts');
    directory.push(buildCentralHeader(facts, offset));
    offset += written;
  }
  let bytes = 0;
  for (const header of directory) {
    bytes += header.length;
    yield header;
  }
  yield buildEnd({ entries: directory.length, bytes, offset });
}

/** Pieces of the archive, and at the end what the directory says of them. */
type Pieces = AsyncGenerator<Uint8Array | ZipFacts, void, undefined>;

async function* writeKnown(entry: OpenedEntry, signal: AbortSignal): Pieces {
  const facts = toStoredFacts({ ...entry, open: async () => entry.content });
  yield buildLocalHeader(facts);
  yield* giveWhole(entry, entry.content, signal);
  yield facts;
}

async function* writeOpen(entry: OpenEntry, signal: AbortSignal): Pieces {
  const facts: ZipFacts = {
    name: Buffer.from(entry.name, 'utf8'),
    method: 'deflated',
    sizesFollow: true,
    crc32: 0,
    storedBytes: 0,
    bytes: 0,
    modified: entry.modified,
  };
  yield buildLocalHeader(facts);
  async function* count() {
    for await (const chunk of entry.content) {
      signal.throwIfAborted();
      facts.crc32 = crc32(chunk, facts.crc32);
      facts.bytes += chunk.byteLength;
      yield chunk;
    }
  }
  const source = Readable.from(count(), { objectMode: false });
  const deflated = createDeflateRaw();
  // A source that fails must fail the archive too, and not leave it open for ever.
  source.on('error', (error) => deflated.destroy(error));
  for await (const chunk of source.pipe(deflated)) {
    facts.storedBytes += chunk.byteLength;
    yield chunk;
  }
  if (facts.bytes > MOST_BYTES || facts.storedBytes > MOST_BYTES) {
    throw new RangeError(`${entry.name} is more than one file of an archive holds`);
  }
  yield buildDescriptor(facts);
  yield facts;
}
