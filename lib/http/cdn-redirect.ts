import { getEnv } from '../env.ts';
import { isDownload } from './media.ts';

/** `Location` is the CDN's address of a file that never changes under it, so it may be kept as the file may. */
const CACHE_CONTROL = 'private, max-age=3600';

/**
 * Sends whoever may read a file to the CDN for its bytes, when there is one. The asset's row has been read before; the CDN
 * asks nobody, and its address holds two random ids and a hash. Null when the bytes come from here:
 * - to be saved, because only we give a file its name;
 * - captions, because browsers load those from the page's own site only.
 */
export function redirectToCdn(
  request: Request,
  asset: { path: string; kind: string },
  isSigned: boolean,
): Response | null {
  const { storage } = getEnv();
  if (storage.kind !== 's3' || !storage.cdnOrigin) return null;
  if (asset.kind === 'captions' || isDownload(request)) return null;
  const path = asset.path.split('/').map(encodeURIComponent).join('/');
  return new Response(null, {
    status: 302,
    headers: {
      location: `${storage.cdnOrigin}/${path}`,
      'cache-control': CACHE_CONTROL,
      ...(isSigned ? {} : { vary: 'Cookie, Authorization' }),
    },
  });
}
