import 'server-only';
import { getEnv } from '@/lib/env';
import type { ByteRange } from '@/lib/http/range';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import type { AssetContent } from './asset-content';

export type ObjectFacts = {
  mediaType: string;
  bytes: number;
  /** Hex. */
  sha256: string;
};

/**
 * Where the bytes of assets are. It knows nothing of stories: who may read one is decided by the asset's row, before. Every
 * call throws AppError `storage_failed` when storage does not answer or refuses.
 */
export type ObjectStore = {
  /** Writes an object whole; one that is there under this path is replaced. @throws AppError also `disk_full` */
  put(path: string, content: AssetContent, facts: ObjectFacts): Promise<void>;
  /**
   * Opens an object, or a range of it, and hands its bytes on as they come. `accessToken` is whose reading it is where
   * storage itself asks that; without one it is ours.
   *
   * @throws AppError also `not_found`
   */
  open(
    path: string,
    options: { range?: ByteRange | null; signal?: AbortSignal | undefined; accessToken?: string },
  ): Promise<ReadableStream<Uint8Array>>;
  /** Removes objects; those that are not there count as removed. */
  remove(paths: readonly string[]): Promise<void>;
  /** Removes every object of a folder, also those that are written meanwhile. */
  removeFolder(folder: string): Promise<void>;
  /** The paths of all objects below a folder, at any depth. */
  listBelow(folder: string): Promise<string[]>;
  /** The first folders of all paths: whose things are here. */
  listFirstFolders(): Promise<string[]>;
  /** Whether it answers. */
  check(signal: AbortSignal): Promise<void>;
};

/** A file never changes under its name, so whoever may read it may keep it. */
export const CACHE_SECONDS = 31_536_000;

/**
 * The store that the environment names. Each is loaded when it is used: nobody waits for the library of the other.
 *
 * @param client who writes and removes where storage asks that: the service, unless said
 */
export async function getObjectStore(client?: DatabaseClient): Promise<ObjectStore> {
  const { storage } = getEnv();
  if (storage.kind === 's3') {
    const { getS3Store } = await import('./s3-store');
    return getS3Store(storage);
  }
  const { createSupabaseStore } = await import('./supabase-store');
  return createSupabaseStore(client ?? getAdminClient());
}
