import type { ObjectStore } from './object-store.ts';

/** Storage refuses more than 1,000 in one request, and a bucket of S3 is asked for each of them at the same time. */
const AT_ONCE = 100;

/** Removes any number of files, some at a time. @throws AppError `storage_failed` */
export async function removeInParts(
  store: Pick<ObjectStore, 'remove'>,
  paths: readonly string[],
): Promise<void> {
  for (let index = 0; index < paths.length; index += AT_ONCE) {
    await store.remove(paths.slice(index, index + AT_ONCE));
  }
}
