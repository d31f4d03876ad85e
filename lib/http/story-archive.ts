import 'server-only';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buildZipEntry, measureZip, writeZip, type ZipEntry } from '@/lib/export/zip';
import { baseNameOf } from '@/lib/storage/file-name';
import { openStoredFile } from '@/lib/storage/open-stored-file';
import { buildManifest } from '@/lib/story/manifest';
import type { StoryFiles } from '@/lib/story/story-files';
import { BODY_LENGTH_HEADER } from './body-length';
import { matchesEtag } from './etag';
import { buildAttachment } from './media';

/**
 * All files of a story as one ZIP, with its words and its manifest (whose names are those in the ZIP). Files pass through
 * as they are read; the same story is the same archive, byte for byte, with the same ETag.
 */
export function createArchiveResponse(request: Request, story: StoryFiles): Response {
  const entries = listEntries(story);
  const tag = createHash('sha256')
    .update(JSON.stringify(entries.map(({ name, bytes, crc32 }) => [name, bytes, crc32])))
    .digest('base64url');
  const etag = `"${tag.slice(0, 27)}"`;
  const headers = new Headers({
    etag,
    'cache-control': 'private, no-cache, no-transform',
    vary: 'Cookie, Authorization',
  });
  if (matchesEtag(request, etag)) return new Response(null, { status: 304, headers });
  headers.set('content-type', 'application/zip');
  headers.set('content-disposition', buildAttachment(`${baseNameOf(story.title)}.zip`));
  headers.set(BODY_LENGTH_HEADER, String(measureZip(entries)));
  if (request.method === 'HEAD') return new Response(null, { headers });
  // A piece is read only when somebody wants one, and the generator ends when they leave.
  const body = Readable.toWeb(Readable.from(writeZip(entries, request.signal), { objectMode: false }));
  return new Response(body as ReadableStream<Uint8Array>, { headers });
}

function listEntries(story: StoryFiles): ZipEntry[] {
  const manifest = buildManifest(story);
  const text = `${story.title}\n\n${story.text}\n`;
  const local = { ...manifest, files: manifest.files.map(({ url: _, ...file }) => file) };
  const modified = new Date(story.updatedAt);
  return [
    buildZipEntry('manifest.json', Buffer.from(`${JSON.stringify(local, null, 2)}\n`), modified),
    buildZipEntry(`${baseNameOf(story.title)}.txt`, Buffer.from(text), modified),
    ...story.files.map(({ asset, name, crc32 }) => ({
      name,
      bytes: asset.bytes,
      crc32,
      modified: new Date(asset.created_at),
      open: (signal: AbortSignal) => openStoredFile(asset.path, signal),
    })),
  ];
}
