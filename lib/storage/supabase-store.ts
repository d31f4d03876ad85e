import 'server-only';
import { getSupabaseEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { type AssetContent, toUploadBody } from './asset-content';
import { CACHE_SECONDS, type ObjectStore } from './object-store';
import { MEDIA_BUCKET } from './paths';
import { storageError } from './storage-error';

const LIST_PAGE = 100;

/** Supabase Storage, hosted or local. */
export function createSupabaseStore(client: DatabaseClient): ObjectStore {
  const bucket = () => client.storage.from(MEDIA_BUCKET);
  const remove = async (paths: readonly string[]): Promise<void> => {
    const { error } = await bucket().remove([...paths]);
    if (error) throw storageError(error, 'removal');
  };
  /** What is directly inside: of a folder only its name is known. */
  async function* listInside(folder: string): AsyncGenerator<{ name: string; isFolder: boolean }> {
    for (let offset = 0; ; offset += LIST_PAGE) {
      const { data, error } = await bucket().list(folder, { limit: LIST_PAGE, offset });
      if (error) throw storageError(error, 'listing');
      yield* data.map(({ name, id }) => ({ name, isFolder: id === null }));
      if (data.length < LIST_PAGE) return;
    }
  }
  const listBelow = async (folder: string): Promise<string[]> => {
    const paths: string[] = [];
    for await (const { name, isFolder } of listInside(folder)) {
      const path = `${folder}/${name}`;
      paths.push(...(isFolder ? await listBelow(path) : [path]));
    }
    return paths;
  };
  return {
    listBelow,
    async listFirstFolders() {
      const folders: string[] = [];
      for await (const { name, isFolder } of listInside('')) if (isFolder) folders.push(name);
      return folders;
    },
    async put(path, content: AssetContent, { mediaType }) {
      const { error } = await bucket().upload(path, await toUploadBody(content, mediaType), {
        contentType: mediaType,
        cacheControl: String(CACHE_SECONDS),
        upsert: true,
      });
      if (error) throw storageError(error, 'upload');
    },
    open,
    remove,
    async removeFolder(folder) {
      const removed = new Set<string>();
      for (;;) {
        const { data, error } = await bucket().list(folder, { limit: LIST_PAGE });
        if (error) throw storageError(error, 'listing a story');
        if (data.length === 0) return;
        // Somebody else may remove the same folder at this moment: what counts is what is listed again.
        if (data.every(({ name }) => removed.has(name))) {
          throw new AppError(
            'storage_failed',
            'File storage lists files of a story that it does not remove.',
          );
        }
        await remove(data.map(({ name }) => `${folder}/${name}`));
        for (const { name } of data) removed.add(name);
      }
    },
    async check() {
      const { error } = await bucket().list('health', { limit: 1 });
      if (error) throw storageError(error, 'listing');
    },
  };
}

/** Plain HTTP, because the storage client cannot ask for a range. */
const open: ObjectStore['open'] = async (path, { range = null, signal, accessToken }) => {
  const { url, publishableKey, secretKey } = getSupabaseEnv();
  const token = accessToken ?? secretKey;
  const encodedPath = path.split('/').map(encodeURIComponent).join('/');
  let response: Response;
  try {
    response = await fetch(`${url}/storage/v1/object/authenticated/${MEDIA_BUCKET}/${encodedPath}`, {
      headers: {
        // Keys of the new kind are no tokens: the gateway takes them only when both headers agree.
        apikey: token === secretKey ? secretKey : publishableKey,
        authorization: `Bearer ${token}`,
        ...(range ? { range: `bytes=${range.start}-${range.end}` } : {}),
      },
      // Next would otherwise keep a copy of what it fetches.
      cache: 'no-store',
      signal: signal ?? null,
    });
  } catch (error) {
    throw new AppError('storage_failed', 'File storage did not answer.', { cause: error });
  }
  if (response.status !== (range ? 206 : 200) || !response.body) {
    throw await toRefusal(response);
  }
  return response.body;
};

async function toRefusal(response: Response): Promise<AppError> {
  const answer = (await response.json().catch(() => ({}))) as { statusCode?: string; message?: string };
  const cause = Object.assign(new Error(answer.message ?? `HTTP ${response.status}`), {
    status: response.status,
    statusCode: answer.statusCode,
  });
  return storageError(cause, 'reading');
}
