import type { Sql } from '../supabase/connection.ts';
import { invalidKey, noSuchBucket } from './storage-error.ts';

export type Bucket = {
  id: string;
  public: boolean | null;
  file_size_limit: number | null;
  allowed_mime_types: string[] | null;
};

export type ObjectMetadata = {
  eTag: string;
  size: number;
  mimetype: string;
  cacheControl: string;
  lastModified: string;
  contentLength: number;
  httpStatusCode: 200;
};

/** A row of `storage.objects`. `version` names the file with its bytes. */
export type StoredObject = {
  id: string;
  bucket_id: string;
  name: string;
  owner_id: string | null;
  version: string;
  metadata: ObjectMetadata;
  user_metadata: Record<string, unknown> | null;
  created_at: string;
  updated_at: string;
  last_accessed_at: string;
};

export type NewObject = Pick<
  StoredObject,
  'bucket_id' | 'name' | 'owner_id' | 'version' | 'metadata' | 'user_metadata'
>;

/** @throws StorageError `NoSuchBucket` */
export async function getBucket(sql: Sql, id: string): Promise<Bucket> {
  const [bucket] = hasNul(id) ? [] : await sql<Bucket[]>`select * from storage.buckets where id = ${id}`;
  if (!bucket) throw noSuchBucket();
  return bucket;
}

export async function findObject(sql: Sql, bucketId: string, name: string): Promise<StoredObject | null> {
  if (hasNul(name)) return null;
  const [row] = await sql<StoredObject[]>`
    select * from storage.objects where bucket_id = ${bucketId} and name = ${name}`;
  return row ?? null;
}

/**
 * Writes the row of a new object, or, with `isUpsert`, of an object that takes another's place.
 *
 * @returns its id, and the version that nothing names any more
 */
export async function saveObject(
  sql: Sql,
  object: NewObject,
  isUpsert: boolean,
): Promise<{ id: string; replacedVersion: string | null }> {
  const metadata = sql.json(object.metadata as never);
  const userMetadata = object.user_metadata === null ? null : sql.json(object.user_metadata as never);
  const owner = object.owner_id;
  // Locked, so that of two replacements at once the second sees what the first wrote.
  const [old] = isUpsert
    ? await sql<{ version: string }[]>`
        select version from storage.objects
        where bucket_id = ${object.bucket_id} and name = ${object.name} for update`
    : [];
  const onConflict = isUpsert
    ? sql`on conflict (bucket_id, name) do update set version = excluded.version, metadata = excluded.metadata,
        user_metadata = excluded.user_metadata, owner = excluded.owner, owner_id = excluded.owner_id, updated_at = now()`
    : sql``;
  const [row] = await sql<{ id: string }[]>`
    insert into storage.objects (bucket_id, name, owner, owner_id, version, metadata, user_metadata)
    values (${object.bucket_id}, ${object.name}, ${owner}, ${owner}, ${object.version}, ${metadata}, ${userMetadata})
    ${onConflict} returning id`;
  if (!row) throw new Error('An insert returned no row.');
  return { id: row.id, replacedVersion: old?.version ?? null };
}

/** @throws StorageError `InvalidKey` for a name that hosted Supabase refuses, or that would be a path trick */
export function checkObjectName(name: string): string {
  const isTrick = hasNul(name) || /\/\/|(^|\/)\.\.?(\/|$)/.test(name);
  if (!name || name.length > 1_024 || name.startsWith('/') || name.endsWith('/') || isTrick)
    throw invalidKey(name);
  return name;
}

function hasNul(text: string): boolean {
  return text.includes('\0');
}
