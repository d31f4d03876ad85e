import 'server-only';
import { getObjectStore } from './object-store';

/** Opens a whole file as the service, for whoever has read its row as the caller. @throws AppError as `ObjectStore.open` */
export async function openStoredFile(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const store = await getObjectStore();
  return store.open(path, { signal });
}
