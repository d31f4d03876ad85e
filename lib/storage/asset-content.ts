import 'server-only';
import { createHash } from 'node:crypto';
import { createReadStream, openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { AppError } from '@/lib/errors';
import { uuidFromDigest } from '@/lib/uuid-from-digest';

/** Bytes in memory, or a file that is read as it is sent. */
export type AssetContent = Uint8Array | { path: string };

export type ContentFacts = { sha256: string; crc32: number; bytes: number };

/** @returns the content's SHA-256 (hex), CRC-32 and length */
export async function measureContent(content: AssetContent): Promise<ContentFacts> {
  if (content instanceof Uint8Array) return measureChunks([content]);
  const { size } = await stat(content.path);
  if (size === 0) {
    throw new AppError('internal', `${content.path} is empty.`);
  }
  return measureChunks(createReadStream(content.path));
}

export async function measureChunks(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<ContentFacts> {
  const hash = createHash('sha256');
  let checksum = 0;
  let bytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    checksum = crc32(chunk, checksum);
    bytes += chunk.byteLength;
  }
  return { sha256: hash.digest('hex'), crc32: checksum, bytes };
}

/** What an upload takes: a file stays on disk and is streamed from there. */
export function toUploadBody(content: AssetContent, mediaType: string): Promise<Blob> | Uint8Array {
  return content instanceof Uint8Array ? content : openAsBlob(content.path, { type: mediaType });
}

/**
 * An asset's id, made from what it is. A step that uploaded and died before it saved its row
 * finds the same name again and leaves no stray file; other bytes get another name, so a file never changes under a reader.
 */
export function buildAssetId(parts: {
  storyId: string;
  kind: string;
  contentHash: string;
  sha256: string;
}): string {
  const digest = createHash('sha256')
    .update([parts.storyId, parts.kind, parts.contentHash, parts.sha256].join('\n'))
    .digest();
  return uuidFromDigest(digest);
}
