/** The pieces of a ZIP archive (APPNOTE.TXT 6.3.10), little-endian as they stand in the file. Pure. */

export const LOCAL_BYTES = 30;
export const CENTRAL_BYTES = 46;
export const END_BYTES = 22;
/** What the format holds without ZIP64. */
export const MOST_BYTES = 0xffff_ffff;
export const MOST_ENTRIES = 0xffff;

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const ZIP64_END = 0x06064b50;
const ZIP64_LOCATOR = 0x07064b50;
const DESCRIPTOR = 0x08074b50;
const VERSION = 20;
const ZIP64_VERSION = 45;
const ZIP64_EXTRA = 0x0001;
/** General purpose bits: sizes follow the content; names are UTF-8. */
const SIZES_FOLLOW = 0x0008;
const UTF8_NAMES = 0x0800;
const METHODS = { stored: 0, deflated: 8 } as const;

/** What the headers say of one file. Sizes and checksum are 0 in a local header whose descriptor brings them later. */
export type ZipFacts = {
  name: Buffer;
  method: keyof typeof METHODS;
  sizesFollow: boolean;
  crc32: number;
  /** As it stands in the archive. */
  storedBytes: number;
  bytes: number;
  modified: Date;
};

export function buildLocalHeader(facts: ZipFacts): Buffer {
  const known = facts.sizesFollow ? { ...facts, crc32: 0, storedBytes: 0, bytes: 0 } : facts;
  return Buffer.concat([uint32(LOCAL_HEADER), buildCommonHeader(known, VERSION, 0), facts.name]);
}

export function buildDescriptor({ crc32, storedBytes, bytes }: ZipFacts): Buffer {
  return Buffer.concat([DESCRIPTOR, crc32, storedBytes, bytes].map(uint32));
}

/** @param offset of the file's local header; beyond 4 GiB it stands in a ZIP64 field */
export function buildCentralHeader(facts: ZipFacts, offset: number): Buffer {
  const isFar = offset >= MOST_BYTES;
  const extra = isFar ? Buffer.concat([uint16(ZIP64_EXTRA), uint16(8), uint64(offset)]) : Buffer.alloc(0);
  const version = isFar ? ZIP64_VERSION : VERSION;
  const madeBy = isFar ? uint16(ZIP64_VERSION) : Buffer.alloc(2);
  const common = buildCommonHeader(facts, version, extra.length);
  // Comment length, disk and attributes are all zero; the local header's place comes last.
  const rest = Buffer.alloc(CENTRAL_BYTES - 4 - madeBy.length - common.length);
  rest.writeUInt32LE(isFar ? MOST_BYTES : offset, rest.length - 4);
  return Buffer.concat([uint32(CENTRAL_HEADER), madeBy, common, rest, facts.name, extra]);
}

/** The archive's end: with ZIP64 records where there is too much for the old ones. */
export function buildEnd(directory: { entries: number; bytes: number; offset: number }): Buffer {
  const { entries, bytes, offset } = directory;
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(Math.min(entries, MOST_ENTRIES), 8);
  end.writeUInt16LE(Math.min(entries, MOST_ENTRIES), 10);
  end.writeUInt32LE(Math.min(bytes, MOST_BYTES), 12);
  end.writeUInt32LE(Math.min(offset, MOST_BYTES), 16);
  if (entries < MOST_ENTRIES && bytes < MOST_BYTES && offset < MOST_BYTES) return end;
  const versions = Buffer.concat([uint16(ZIP64_VERSION), uint16(ZIP64_VERSION)]);
  const zip64 = Buffer.concat([
    uint32(ZIP64_END),
    // The length of what follows.
    uint64(44),
    versions,
    // This disk and the directory's.
    uint64(0),
    ...[entries, entries, bytes, offset].map(uint64),
  ]);
  const locator = Buffer.concat([uint32(ZIP64_LOCATOR), uint32(0), uint64(offset + bytes), uint32(1)]);
  return Buffer.concat([zip64, locator, end]);
}

/** What the local and the central header share, from "version needed" to "extra field length". */
function buildCommonHeader(facts: ZipFacts, version: number, extraBytes: number): Buffer {
  const header = Buffer.alloc(LOCAL_BYTES - 4);
  const { date, time } = toDosTime(facts.modified);
  header.writeUInt16LE(version, 0);
  header.writeUInt16LE(UTF8_NAMES | (facts.sizesFollow ? SIZES_FOLLOW : 0), 2);
  header.writeUInt16LE(METHODS[facts.method], 4);
  header.writeUInt16LE(time, 6);
  header.writeUInt16LE(date, 8);
  header.writeUInt32LE(facts.crc32, 10);
  header.writeUInt32LE(facts.storedBytes, 14);
  header.writeUInt32LE(facts.bytes, 18);
  header.writeUInt16LE(facts.name.length, 22);
  header.writeUInt16LE(extraBytes, 24);
  return header;
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value, 0);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value), 0);
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
