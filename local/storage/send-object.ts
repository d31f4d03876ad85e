import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import send from 'send';
import type { ObjectFiles } from './object-files.ts';
import type { StoredObject } from './object-rows.ts';
import { noSuchKey } from './storage-error.ts';

/**
 * Answers with an object's bytes: whole, a range (206, 416), or not at all when the client has them (304). HEAD has no
 * body. Resolves when the answer is complete or the client has gone.
 */
export async function sendObject(
  files: ObjectFiles,
  object: StoredObject,
  request: IncomingMessage,
  response: ServerResponse,
  downloadName: string | null,
): Promise<void> {
  const { metadata } = object;
  response.setHeader('content-type', metadata.mimetype);
  response.setHeader('cache-control', metadata.cacheControl);
  response.setHeader('etag', metadata.eTag);
  response.setHeader('last-modified', new Date(metadata.lastModified).toUTCString());
  // Files come from users: never run as a page of this origin, whatever type they claim.
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  if (downloadName !== null) {
    const name = encodeURIComponent(downloadName || (object.name.split('/').pop() ?? 'file'));
    response.setHeader('content-disposition', `attachment; filename*=UTF-8''${name}`);
  }
  if (isKnown(request.headers['if-none-match'], metadata.eTag)) {
    response.removeHeader('content-type');
    response.writeHead(304).end();
    return;
  }
  await new Promise<void>((resolve, reject) => {
    const stream = send(request, files.getPath(object.version), {
      cacheControl: false,
      etag: false,
      lastModified: false,
      dotfiles: 'allow',
    });
    stream.on('error', (error: NodeJS.ErrnoException & { status?: number }) => {
      if (error.status === 416) {
        response.writeHead(416, { 'content-range': `bytes */${metadata.size}`, 'content-length': 0 }).end();
        return;
      }
      // The row is there and the file is not: replaced between our two looks, or removed by hand.
      reject(error.status === 404 ? noSuchKey() : error);
    });
    once(response, 'close').then(() => resolve(), reject);
    stream.pipe(response);
  });
}

/**
 * RFC 9110 §13.1.2. Not left to `send`, which ignores the condition when the request says `cache-control: no-cache`, as
 * every conditional request of Node's fetch does.
 */
function isKnown(ifNoneMatch: string | undefined, eTag: string): boolean {
  if (!ifNoneMatch) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(eTag);
}
