import 'server-only';
import { getSupabaseEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { ByteRange } from '@/lib/http/range';
import { MEDIA_BUCKET } from './paths';
import { storageError } from './storage-error';

/**
 * Opens a stored object as its owner, or with the project's secret key as the service, and hands its bytes on as they
 * come. Plain HTTP, because the storage client cannot ask for a range.
 *
 * @throws AppError `not_found` when there is no such object for this token, `storage_failed` when storage does not answer
 */
export async function openObject(
  accessToken: string,
  objectPath: string,
  range: ByteRange | null,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const { url, publishableKey, secretKey } = getSupabaseEnv();
  const encodedPath = objectPath.split('/').map(encodeURIComponent).join('/');
  let response: Response;
  try {
    response = await fetch(`${url}/storage/v1/object/authenticated/${MEDIA_BUCKET}/${encodedPath}`, {
      headers: {
        // Keys of the new kind are no tokens: the gateway takes them only when both headers agree.
        apikey: accessToken === secretKey ? secretKey : publishableKey,
        authorization: `Bearer ${accessToken}`,
        ...(range ? { range: `bytes=${range.start}-${range.end}` } : {}),
      },
      // Next would otherwise keep a copy of what it fetches.
      cache: 'no-store',
      signal,
    });
  } catch (error) {
    throw new AppError('storage_failed', 'File storage did not answer.', { cause: error });
  }
  if (response.status !== (range ? 206 : 200) || !response.body) {
    throw await toRefusal(response);
  }
  return response.body;
}

async function toRefusal(response: Response): Promise<AppError> {
  const answer = (await response.json().catch(() => ({}))) as { statusCode?: string; message?: string };
  const cause = Object.assign(new Error(answer.message ?? `HTTP ${response.status}`), {
    status: response.status,
    statusCode: answer.statusCode,
  });
  return storageError(cause, 'reading');
}
