import 'server-only';
import { toAppError } from '@/lib/errors';
import { getObjectStore } from './object-store';

/**
 * The bytes of a small stored object, read as the service. Films and other large things go to a file: `downloadAsset`.
 * @throws AppError `storage_failed`, `not_found`
 */
export async function readAsset(
  objectPath: string,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<Uint8Array> {
  const store = await getObjectStore();
  const content = await store.open(objectPath, options);
  try {
    return new Uint8Array(await new Response(content).arrayBuffer());
  } catch (error) {
    throw toAppError(error, 'storage_failed', 'A download from file storage broke off.');
  }
}
