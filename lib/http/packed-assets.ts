import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);
const TYPES: Record<string, string> = {
  '.js': 'application/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
};
/** Names of a build's own files: nothing in them leads out of the folder. */
const ASSET = /^\/_next\/static\/((?:[\w~-][\w.~-]*\/)*[\w~-][\w.~-]*(\.js|\.css))$/;

/**
 * Scripts and style sheets of a build as Brotli, a seventh smaller than Next's gzip, for browsers that take it. A file is
 * packed once, at the first request for it, which Next still answers; its name changes with what is in it.
 * @param staticDir `.next/static`
 */
export function createPackedAssets(staticDir: string) {
  const packed = new Map<string, Buffer | null>();

  async function pack(name: string): Promise<void> {
    const file = await readFile(path.join(staticDir, name));
    packed.set(
      name,
      await compress(file, {
        params: {
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: file.byteLength,
        },
      }),
    );
  }

  return {
    /** @returns false when this request is not for such a file, or it is not packed yet */
    answer(request: IncomingMessage, response: ServerResponse): boolean {
      if (request.method !== 'GET' && request.method !== 'HEAD') return false;
      const [, name, extension = ''] = ASSET.exec(request.url ?? '') ?? [];
      if (name === undefined || !/\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(acceptedBy(request)))
        return false;
      const body = packed.get(name);
      if (!body) {
        if (body === undefined) {
          packed.set(name, null);
          // A name that is no file: Next says so, and it may be asked for again.
          pack(name).catch(() => packed.delete(name));
        }
        return false;
      }
      response.writeHead(200, {
        'content-type': TYPES[extension],
        'content-length': body.byteLength,
        'content-encoding': 'br',
        vary: 'Accept-Encoding',
        'cache-control': 'public, max-age=31536000, immutable',
      });
      response.end(request.method === 'HEAD' ? undefined : body);
      return true;
    },
  };
}

function acceptedBy(request: IncomingMessage): string {
  const accepted = request.headers['accept-encoding'];
  return Array.isArray(accepted) ? accepted.join(',') : (accepted ?? '');
}
