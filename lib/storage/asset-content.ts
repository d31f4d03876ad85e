import 'server-only';
import { createHash } from 'node:crypto';
import { createReadStream, openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { AppError } from '@/lib/errors';
import { uuidFromDigest } from '@/lib/uuid-from-digest';

/** Bytes in memory, or a file that is read as it is sent. */
export type AssetContent = Uint8Array | { path: string };

/** @returns the SHA-256 of the content (hex) and its length */
export async function measureContent(content: AssetContent): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  if (content instanceof Uint8Array) {
    return { sha256: hash.update(content).digest('hex'), bytes: content.byteLength };
  }
  const { size } = await stat(content.path);
  if (size === 0) {
    throw new AppError('internal', `${content.path} is empty.`);
  }
  await pipeline(createReadStream(content.path), hash);
  return { sha256: hash.digest('hex'), bytes: size };
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
