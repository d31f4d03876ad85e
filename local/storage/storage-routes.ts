import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { LocalSecrets } from '../secrets.ts';
import type { Sql } from '../supabase/connection.ts';
import { listObjects, listRequestSchema } from './list-objects.ts';
import { copyObject, moveObject, moveRequestSchema } from './move-object.ts';
import type { ObjectFiles } from './object-files.ts';
import { findObject, getBucket, type StoredObject } from './object-rows.ts';
import { sendObject } from './send-object.ts';
import { signDownloads, signUpload } from './sign-routes.ts';
import type { UrlSigner } from './signed-url.ts';
import { asCaller, readStorageCaller, type StorageCaller } from './storage-caller.ts';
import { invalidKey, invalidRequest, noSuchKey, refusing, StorageError } from './storage-error.ts';
import { receiveUpload } from './upload.ts';

export type StorageContext = { sql: Sql; secrets: LocalSecrets; files: ObjectFiles; signer: UrlSigner };

const MAX_JSON_BYTES = 1_000_000;
const removeSchema = z.object({ prefixes: z.array(z.string()).max(1_000) });
const ADMIN: StorageCaller = { role: 'service_role', userId: null, claims: { role: 'service_role' } };

/** One request below /storage/v1. Routes as in https://supabase.github.io/storage/. */
export async function answerStorageRequest(
  context: StorageContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [resource, action = '', ...rest] = splitPath(url.pathname);
  if (resource === 'status') return sendJson(response, { status: 'ok' });
  if (resource !== 'object') throw new StorageError(404, 'NotFound', 'Route not found');

  const isReading = request.method === 'GET' || request.method === 'HEAD';
  const send = (object: StoredObject) =>
    sendObject(context.files, object, request, response, url.searchParams.get('download'));
  if (isReading && action === 'public') return send(await findPublic(context, rest));
  if (isReading && action === 'sign') {
    const [bucketId, name] = toObjectPath(rest);
    await context.signer.verify('download', url.searchParams.get('token'), bucketId, name);
    return send(await findOrThrow(context, ADMIN, bucketId, name));
  }
  if (request.method === 'PUT' && action === 'upload' && rest[0] === 'sign') {
    const [bucketId, name] = toObjectPath(rest.slice(1));
    const grant = await context.signer.verify('upload', url.searchParams.get('token'), bucketId, name);
    const caller = { ...ADMIN, userId: grant.ownerId ?? null };
    const saved = await receiveUpload(context, request, caller, {
      bucketId,
      name,
      isUpsert: grant.isUpsert === true,
    });
    return sendJson(response, { Key: saved.Key });
  }

  const caller = await readStorageCaller(request, context.secrets);
  if (isReading && action === 'info') {
    const [bucketId, name] = toObjectPath(rest[0] === 'authenticated' ? rest.slice(1) : rest);
    return sendJson(response, describeObject(await findOrThrow(context, caller, bucketId, name)));
  }
  if (isReading) {
    const [bucketId, name] = toObjectPath(action === 'authenticated' ? rest : [action, ...rest]);
    return send(await findOrThrow(context, caller, bucketId, name));
  }
  sendJson(response, await answerChange(context, request, caller, action, rest));
}

/** The requests that answer JSON and may change something. */
async function answerChange(
  context: StorageContext,
  request: IncomingMessage,
  caller: StorageCaller,
  action: string,
  rest: string[],
): Promise<unknown> {
  const { sql } = context;
  const isUpsert = request.method === 'PUT' || request.headers['x-upsert'] === 'true';
  if (request.method === 'DELETE') {
    await getBucket(sql, action);
    if (rest.length === 0) {
      const { prefixes } = await readJson(request, removeSchema);
      return removeObjects(context, caller, action, prefixes);
    }
    const removed = await removeObjects(context, caller, action, [rest.join('/')]);
    if (removed.length === 0) throw noSuchKey();
    return { message: 'Successfully deleted' };
  }
  if (request.method !== 'POST' && request.method !== 'PUT')
    throw new StorageError(404, 'NotFound', 'Route not found');
  if (request.method === 'POST') {
    if (action === 'list') {
      const options = await readJson(request, listRequestSchema);
      return refusing(
        asCaller(sql, caller, (transaction) => listObjects(transaction, rest[0] ?? '', options)),
      );
    }
    if (action === 'move') return moveObject(context, caller, await readJson(request, moveRequestSchema));
    if (action === 'copy')
      return copyObject(context, caller, await readJson(request, moveRequestSchema), isUpsert);
    if (action === 'sign') return signDownloads(context, caller, rest, await readJson(request, z.unknown()));
    if (action === 'upload' && rest[0] === 'sign') {
      const [bucketId, name] = toObjectPath(rest.slice(1));
      return signUpload(context, caller, { bucketId, name, isUpsert });
    }
  }
  const [bucketId, name] = toObjectPath([action, ...rest]);
  return receiveUpload(context, request, caller, { bucketId, name, isUpsert });
}

async function removeObjects(
  { sql, files }: StorageContext,
  caller: StorageCaller,
  bucketId: string,
  names: string[],
): Promise<StoredObject[]> {
  const wanted = names.filter((name) => !name.includes('\0'));
  const removed = await refusing(
    asCaller(
      sql,
      caller,
      async (transaction) =>
        await transaction<StoredObject[]>`
        delete from storage.objects where bucket_id = ${bucketId} and name = any(${wanted}) returning *`,
    ),
  );
  // After the rows: a crash in between leaves a file nobody can see, never an object without bytes.
  await files.remove(removed.map((object) => object.version));
  return [...removed];
}

/** @throws StorageError `NoSuchKey` also when it exists and the caller may not know */
async function findOrThrow(
  { sql }: StorageContext,
  caller: StorageCaller,
  bucketId: string,
  name: string,
): Promise<StoredObject> {
  const object = await refusing(
    asCaller(sql, caller, (transaction) => findObject(transaction, bucketId, name)),
  );
  if (!object) throw noSuchKey();
  return object;
}

async function findPublic(context: StorageContext, parts: string[]): Promise<StoredObject> {
  const [bucketId, name] = toObjectPath(parts);
  const bucket = await getBucket(context.sql, bucketId);
  if (!bucket.public) throw noSuchKey();
  return findOrThrow(context, ADMIN, bucketId, name);
}

function describeObject(object: StoredObject): Record<string, unknown> {
  const { metadata } = object;
  return {
    id: object.id,
    name: object.name,
    version: object.version,
    bucket_id: object.bucket_id,
    size: metadata.size,
    content_type: metadata.mimetype,
    cache_control: metadata.cacheControl,
    etag: metadata.eTag,
    metadata: object.user_metadata,
    last_modified: metadata.lastModified,
    created_at: object.created_at,
  };
}

function splitPath(pathname: string): string[] {
  try {
    return pathname
      .replace(/^\/storage\/v1\//, '')
      .split('/')
      .map(decodeURIComponent);
  } catch (cause) {
    throw new StorageError(400, 'InvalidKey', 'Invalid path encoding', { cause });
  }
}

function toObjectPath([bucketId, ...parts]: string[]): [bucketId: string, name: string] {
  const name = parts.join('/');
  if (!bucketId || !name) throw invalidKey(name);
  return [bucketId, name];
}

async function readJson<Schema extends z.ZodType>(
  request: IncomingMessage,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_JSON_BYTES) throw invalidRequest('The body is too large.');
    chunks.push(chunk);
  }
  let value: unknown;
  try {
    value = JSON.parse(Buffer.concat(chunks).toString() || '{}');
  } catch (cause) {
    throw new StorageError(400, 'InvalidRequest', 'The body is not JSON.', { cause });
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalidRequest(z.prettifyError(parsed.error));
  return parsed.data;
}

function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
