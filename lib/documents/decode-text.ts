import { AppError } from '../errors.ts';
import { READABLE_FILES } from './document.ts';

/** Byte order marks, longest first (the Unicode standard, section 23.8). */
const MARKS: readonly [encoding: string, bytes: readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
const SAMPLE_BYTES = 4_096;

/**
 * Bytes as text. A byte order mark says what they are; else the declared charset, if the bytes are valid in it; else UTF-8 if
 * they are that, UTF-16 if every other byte is zero, and last Windows-1252, of which Latin-1 is a part and in which anything is
 * valid.
 *
 * @param declared a media type that may carry a charset, or what an HTML page says about itself
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const encodings = [findMark(bytes), readCharset(declared), 'utf-8', guessUtf16(bytes), 'windows-1252'];
  for (const encoding of encodings) {
    const text = encoding === undefined ? undefined : tryDecode(bytes, encoding);
    if (text !== undefined) return text;
  }
  throw new AppError('document_unreadable', `This is not a text. Readable are ${READABLE_FILES}.`);
}

/** A page's text: what it says about itself counts after what its sender says (HTML standard, section 13.2.3.2). */
export function decodeHtml(bytes: Uint8Array, declared?: string): string {
  const begin = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1');
  const said = /<meta\s[^>]*charset\s*=[^>]*>|<\?xml\s[^>]*encoding\s*=[^>]*>/i.exec(begin)?.[0];
  return decodeText(bytes, readCharset(declared) ? declared : said?.replace('encoding', 'charset'));
}

function findMark(bytes: Uint8Array): string | undefined {
  return MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
}

function readCharset(declared: string | undefined): string | undefined {
  return /charset\s*=\s*["']?([\w.:-]+)/i.exec(declared ?? '')?.[1];
}

/** Western text in UTF-16 is half zeros; UTF-8 has none at all, so one that is valid has been taken before unless it has NULs. */
function guessUtf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 4 && even < odd / 10) return 'utf-16le';
  if (even > sample.length / 4 && odd < even / 10) return 'utf-16be';
  return undefined;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // A NUL is valid UTF-8 and in no text: it is UTF-16 without its mark, or no text at all.
    return text.includes('\0') ? undefined : text;
  } catch (error) {
    // TextDecoder throws a RangeError for an encoding it does not know, a TypeError for bytes that are not valid in it.
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}
