import 'server-only';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { withDiskFullCode } from '@/lib/disk-full';
import { AppError, toAppError } from '@/lib/errors';
import type { AssetRow } from '@/lib/story/rows';
import { getAdminClient } from '@/lib/supabase/admin';
import type { Json } from '@/lib/supabase/database.types';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { type AssetContent, buildAssetId, measureContent } from './asset-content';
import { getObjectStore } from './object-store';
import { type AssetKind, assetObjectPath, extensionOf } from './paths';

/** SQLSTATE: the row is there already / what it belongs to is gone. */
const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';

export type NewAsset = {
  /** Whoever asked; the row goes to the story's owner of the moment. */
  ownerId: string;
  storyId: string;
  sceneId: string | null;
  kind: AssetKind;
  /** Hash of everything it was made from: at most one asset of a kind and hash in a story. */
  contentHash: string;
  mediaType: string;
  content: AssetContent;
  width?: number;
  height?: number;
  durationMs?: number;
  details: Json;
};

/** The finished asset made from exactly this, or null: what every step asks before it works. */
export async function findAsset(
  client: DatabaseClient,
  key: { storyId: string; kind: AssetKind; contentHash: string },
): Promise<AssetRow | null> {
  const { data, error } = await client
    .from('assets')
    .select('*')
    .eq('story_id', key.storyId)
    .eq('kind', key.kind)
    .eq('content_hash', key.contentHash)
    .maybeSingle();
  if (error) {
    throw databaseError(error);
  }
  return data;
}

/**
 * Uploads the bytes, then writes the row: a row always has its file. Safe to repeat after a crash at any point; of two
 * that save the same asset at once the first row wins, and both get that row.
 *
 * @throws AppError `storage_failed`, `disk_full`, `database_failed`, or `not_found` when the story was deleted meanwhile
 */
export async function saveAsset(client: DatabaseClient, asset: NewAsset): Promise<AssetRow> {
  const { sha256, crc32, bytes } = await measureContent(asset.content);
  const id = buildAssetId({ ...asset, sha256 });
  const folder = await getMediaFolder(client, asset.storyId);
  const path = assetObjectPath({ folder, assetId: id, extension: extensionOf(asset.mediaType) });
  const store = await getObjectStore(client);
  await store.put(path, asset.content, { mediaType: asset.mediaType, bytes, sha256 });
  const { data, error } = await client
    .from('assets')
    .insert({
      id,
      owner_id: asset.ownerId,
      story_id: asset.storyId,
      scene_id: asset.sceneId,
      kind: asset.kind,
      path,
      content_hash: asset.contentHash,
      media_type: asset.mediaType,
      bytes,
      sha256,
      crc32,
      width: asset.width ?? null,
      height: asset.height ?? null,
      duration_ms: asset.durationMs === undefined ? null : Math.round(asset.durationMs),
      details: asset.details,
    })
    .select('*')
    .single();
  if (!error) {
    return data;
  }
  if (error.code === FOREIGN_KEY_VIOLATION) {
    await store.remove([path]);
    throw new AppError('not_found', 'What this belongs to was deleted while it was made.', { cause: error });
  }
  const winner = error.code === UNIQUE_VIOLATION ? await findAsset(client, asset) : null;
  if (!winner) {
    throw databaseError(error);
  }
  if (winner.path !== path) {
    await store.remove([path]);
  }
  return winner;
}

/** Streams a stored object to a file, as the service; the file appears only when it is whole. */
export async function downloadAsset(
  objectPath: string,
  toFile: string,
  options: { signal?: AbortSignal } = {},
): Promise<void> {
  const { signal } = options;
  const store = await getObjectStore();
  const content = await store.open(objectPath, { signal });
  const partial = `${toFile}.part`;
  try {
    const body = Readable.fromWeb(content as NodeReadableStream<Uint8Array>);
    await withDiskFullCode(() => pipeline(body, createWriteStream(partial), { signal }));
    await rename(partial, toFile);
  } catch (error) {
    await rm(partial, { force: true });
    throw toAppError(error, 'storage_failed', 'A download from file storage broke off.');
  }
}

/** Removes every file of a story, those without a row included. The rows go with the story. */
export async function removeStoryObjects(storyId: string): Promise<void> {
  const folder = await getMediaFolder(getAdminClient(), storyId);
  const store = await getObjectStore();
  await store.removeFolder(folder);
}

/** Where a story's files lie, also after its owner has changed. */
async function getMediaFolder(client: DatabaseClient, storyId: string): Promise<string> {
  const { data, error } = await client.from('stories').select('media_folder').eq('id', storyId).maybeSingle();
  if (error) throw databaseError(error);
  if (!data) throw new AppError('not_found', 'The story is gone.');
  return data.media_folder;
}
