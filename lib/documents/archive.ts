import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { AppError } from '../errors.ts';

/** What of a ZIP archive can hold words, unpacked. */
export type Archive = { files: ReadonlyMap<string, Buffer> };

const MAX_ENTRIES = 3_000;
const MAX_UNPACKED_BYTES = 128 * 1024 * 1024;
const MAX_KEPT_BYTES = 48 * 1024 * 1024;
/** Markup packs up to 30 times; a run of one byte more than 1,000 times. */
const MAX_RATIO = 100;
/** Below it a ratio says nothing: a file of blanks is small anyway. */
const RATIO_COUNTS_FROM_BYTES = 2 * 1024 * 1024;
/** What holds words in a Word file or a book; pictures, fonts and sound are counted and dropped. */
const KEPT = /\.(xml|rels|opf|x?html?|ncx)$|^mimetype$/i;
const NESTED_NAME = /\.(zip|jar|epub|docx|xlsx|pptx|odt|ods|odp|7z|rar|gz|tgz|bz2|xz|zst|tar|cab|iso)$/i;

/**
 * Opens a ZIP archive of a stranger's. Every entry is unpacked once to be counted, because what the directory says about sizes
 * can be a lie, and looked at, because an archive within it is refused whatever it is called.
 *
 * @throws AppError `document_unreadable`
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (zip.entryCount > MAX_ENTRIES) throw refuse('There are too many files in the document.');
  const files = new Map<string, Buffer>();
  const total = { unpacked: 0, packed: 0, kept: 0 };
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    checkEntry(entry, total, bytes.byteLength);
    const content = await unpack(zip, entry, total);
    if (!KEPT.test(entry.fileName)) continue;
    total.kept += content.byteLength;
    if (total.kept > MAX_KEPT_BYTES) throw tooLarge();
    files.set(entry.fileName, content);
  }
  return { files };
}

type Total = { unpacked: number; packed: number; kept: number };

function checkEntry(entry: Entry, total: Total, archiveBytes: number): void {
  if (entry.isEncrypted()) throw refuse('The document is locked with a password.');
  if (NESTED_NAME.test(entry.fileName)) throw refuse('There is another archive inside the document.');
  total.packed += entry.compressedSize;
  // Entries that share their bytes are the way to a bomb without a telling ratio (Fifield 2019, "A better zip bomb").
  if (total.packed > archiveBytes) throw refuse('The document is damaged and cannot be read.');
  if (total.unpacked + entry.uncompressedSize > MAX_UNPACKED_BYTES) throw tooLarge();
}

async function unpack(zip: ZipFile, entry: Entry, total: Total): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Counts by itself against the directory's size, too, and fails when that was a lie.
  const stream = await zip.openReadStreamPromise(entry);
  for await (const chunk of stream) {
    const part = chunk as Buffer;
    size += part.byteLength;
    total.unpacked += part.byteLength;
    if (total.unpacked > MAX_UNPACKED_BYTES) throw tooLarge();
    if (size > RATIO_COUNTS_FROM_BYTES && size > entry.compressedSize * MAX_RATIO)
      throw refuse('The document unpacks to far more than it could need.');
    chunks.push(part);
  }
  const content = Buffer.concat(chunks);
  if (isArchive(content)) throw refuse('There is another archive inside the document.');
  return content;
}

function isArchive(content: Buffer): boolean {
  const begin = content.subarray(0, 6).toString('latin1');
  return ['PK\x03\x04', 'PK\x05\x06', 'Rar!\x1a', '7z\xbc\xaf', '\x1f\x8b\x08', '\xfd7zXZ', 'BZh91A'].some(
    (magic) => begin.startsWith(magic),
  );
}

function tooLarge(): AppError {
  return refuse('The document is too large to be read.');
}

function refuse(message: string): AppError {
  return new AppError('document_unreadable', message);
}
