import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { AppError } from '../errors.ts';

/** By the names of RFC 9110 section 8.4.1. */
const DECODERS = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/**
 * An answer's body, unpacked, up to a limit that counts on both sides of the packing.
 * @param headers lower-case names
 * @throws AppError `document_unreadable`
 */
export async function readLimitedBody(
  stream: AsyncIterable<Uint8Array>,
  headers: Record<string, string>,
  limits: { maxBytes: number; accept: readonly string[] | undefined },
): Promise<Buffer> {
  const mediaType = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (limits.accept && !limits.accept.includes(mediaType)) {
    throw new AppError(
      'document_unreadable',
      `This address answers with ${mediaType || 'something unnamed'}, which cannot be read here.`,
    );
  }
  if (Number(headers['content-length']) > limits.maxBytes) throw tooLarge(limits.maxBytes);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.byteLength;
    if (bytes > limits.maxBytes) throw tooLarge(limits.maxBytes);
    chunks.push(chunk);
  }
  return decode(Buffer.concat(chunks), headers['content-encoding']?.trim().toLowerCase(), limits.maxBytes);
}

async function decode(packed: Buffer, encoding: string | undefined, maxBytes: number): Promise<Buffer> {
  if (!encoding || encoding === 'identity' || packed.length === 0) return packed;
  const decoder = Object.entries(DECODERS).find(([name]) => name === encoding)?.[1];
  if (!decoder)
    throw new AppError('document_unreadable', `This address packs its answer as ${encoding}, unknown here.`);
  try {
    return await decoder(packed, { maxOutputLength: maxBytes });
  } catch (cause) {
    if (isSystemError(cause) && cause.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes, cause);
    throw new AppError('document_unreadable', 'The answer of this address is damaged.', { cause });
  }
}

function isSystemError(error: unknown): error is { code: unknown } {
  return typeof error === 'object' && error !== null && 'code' in error;
}

function tooLarge(maxBytes: number, cause?: unknown): AppError {
  return new AppError(
    'document_unreadable',
    `What this address answers is larger than ${Math.floor(maxBytes / 1024)} KiB.`,
    { cause },
  );
}
