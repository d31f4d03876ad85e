import { crc32 } from 'node:zlib';

/**
 * A ZIP whose files are stored as they are (APPNOTE.TXT 6.3.10): pictures, sound and film are packed already. Sizes and
 * checksums are known beforehand, so every header is true from the start, readers that stream can read it, and its length
 * is known before its first byte.
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

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const VERSION = 20;
/** General purpose bit 11: names are UTF-8. */
const UTF8_NAMES = 0x0800;
/** The format's own limits without ZIP64, far beyond any story. */
const MOST_BYTES = 0xffff_ffff;
const MOST_ENTRIES = 0xffff;

const nameBytes = ({ name }: ZipEntry) => Buffer.from(name, 'utf8');

/** @returns the archive's length in bytes */
export function measureZip(entries: ZipEntry[]): number {
  return entries.reduce(
    (sum, entry) => sum + LOCAL_BYTES + CENTRAL_BYTES + 2 * nameBytes(entry).length + entry.bytes,
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
    const name = nameBytes(entry);
    const common = buildCommonHeader(entry, name.length);
    const local = Buffer.concat([uint32(LOCAL_HEADER), common, name]);
    directory.push(buildCentralHeader(common, name, offset));
    yield local;
    let written = 0;
    for await (const chunk of await entry.open(signal)) {
      signal.throwIfAborted();
      written += chunk.byteLength;
      yield chunk;
    }
    if (written !== entry.bytes)
      throw new RangeError(`${entry.name} has ${written} bytes, not ${entry.bytes}`);
    offset += local.length + written;
  }
  const central = Buffer.concat(directory);
  yield central;
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  yield end;
}

/** What the local and the central header share, from "version needed" to "extra field length". */
function buildCommonHeader(entry: ZipEntry, nameLength: number): Buffer {
  const header = Buffer.alloc(LOCAL_BYTES - 4);
  const { date, time } = toDosTime(entry.modified);
  header.writeUInt16LE(VERSION, 0);
  header.writeUInt16LE(UTF8_NAMES, 2);
  // Method 0, stored, stands between.
  header.writeUInt16LE(time, 6);
  header.writeUInt16LE(date, 8);
  header.writeUInt32LE(entry.crc32, 10);
  header.writeUInt32LE(entry.bytes, 14);
  header.writeUInt32LE(entry.bytes, 18);
  header.writeUInt16LE(nameLength, 22);
  return header;
}

function buildCentralHeader(common: Buffer, name: Buffer, offset: number): Buffer {
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(VERSION, 0);
  // Comment length, disk and attributes are all zero; the local header's place comes last.
  const rest = Buffer.alloc(CENTRAL_BYTES - 4 - madeBy.length - common.length);
  rest.writeUInt32LE(offset, rest.length - 4);
  return Buffer.concat([uint32(CENTRAL_HEADER), madeBy, common, rest, name]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}

/** MS-DOS knows two-second steps from 1980; in UTC, so that the same story is the same archive everywhere. */
function toDosTime(when: Date): { date: number; time: number } {
  const year = Math.min(2107, Math.max(1980, when.getUTCFullYear()));
  return {
    date: ((year - 1980) << 9) | ((when.getUTCMonth() + 1) << 5) | when.getUTCDate(),
    time: (when.getUTCHours() << 11) | (when.getUTCMinutes() << 5) | (when.getUTCSeconds() >> 1),
  };
}
