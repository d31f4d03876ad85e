import 'server-only';
import { AppError } from '@/lib/errors';
import { getObjectStore, type ObjectStore } from '@/lib/storage/object-store';
import { removeInParts } from '@/lib/storage/remove-in-parts';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';

/**
 * Removes every file of these users: the folders their stories name, also those that lie with the guest who began the story,
 * and whatever else is in a folder of their own, with a row or without. What lies there and is somebody else's by now (a
 * guest's story that went to an account) stays.
 * @throws AppError `storage_failed`
 */
export async function removeFiles(
  admin: DatabaseClient,
  of: { folders: readonly string[]; userIds: readonly string[] },
): Promise<void> {
  const store = await getObjectStore();
  for (const folder of of.folders) await store.removeFolder(folder);
  for (const userId of of.userIds) await removeOwnFolder(admin, store, userId, of.userIds);
}

async function removeOwnFolder(
  admin: DatabaseClient,
  store: ObjectStore,
  userId: string,
  userIds: readonly string[],
): Promise<void> {
  const removed = new Set<string>();
  // Again until a look finds nothing: something may have been written meanwhile.
  for (;;) {
    const paths = await keepOwn(admin, await store.listBelow(userId), userIds);
    if (paths.length === 0) return;
    if (paths.every((path) => removed.has(path))) {
      throw new AppError('storage_failed', 'File storage lists files that it does not remove.');
    }
    await removeInParts(store, paths);
    for (const path of paths) removed.add(path);
  }
}

async function keepOwn(
  admin: DatabaseClient,
  paths: readonly string[],
  userIds: readonly string[],
): Promise<string[]> {
  const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'));
  const folders = [...new Set(paths.map(folderOf))];
  if (folders.length === 0) return [];
  const { data, error } = await admin.rpc('list_foreign_folders', {
    p_folders: folders,
    p_users: [...userIds],
  });
  if (error) throw databaseError(error);
  const foreign = new Set(data);
  return paths.filter((path) => !foreign.has(folderOf(path)));
}
