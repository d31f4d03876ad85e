import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import type { Sql } from '../supabase/connection.ts';
import type { ObjectFiles, WrittenFile } from './object-files.ts';
import { type Bucket, checkObjectName, getBucket, type NewObject, saveObject } from './object-rows.ts';
import { asCaller, type StorageCaller } from './storage-caller.ts';
import { invalidRequest, refusing, StorageError, tooLarge } from './storage-error.ts';

/** Of a bucket that names no limit: 50 MiB, as hosted. */
const DEFAULT_MAX_BYTES = 52_428_800;
/** A form's own lines around the file. */
const FORM_OVERHEAD_BYTES = 65_536;

export type Upload = { bucketId: string; name: string; isUpsert: boolean };

type ReceivedBody = {
  file: WrittenFile;
  mediaType: string;
  cacheControl: string;
  userMetadata: Record<string, unknown> | null;
};

/**
 * Takes an object's bytes as the whole body or as the file of a form (supabase-js sends Blobs so), then names them in
 * `storage.objects` as the caller. A caller whom row level security would refuse is refused before the first byte.
 */
export async function receiveUpload(
  context: { sql: Sql; files: ObjectFiles },
  request: IncomingMessage,
  caller: StorageCaller,
  upload: Upload,
): Promise<{ Id: string; Key: string }> {
  const { sql, files } = context;
  checkObjectName(upload.name);
  const bucket = await getBucket(sql, upload.bucketId);
  const maxBytes = Number(bucket.file_size_limit ?? DEFAULT_MAX_BYTES);
  if (Number(request.headers['content-length'] ?? 0) > maxBytes + FORM_OVERHEAD_BYTES) throw tooLarge();
  await assertMayWrite(sql, caller, upload);

  const body = await receiveBody(request, files, bucket, maxBytes);
  const object = describeObject(upload, caller, body);
  try {
    const saved = await refusing(
      asCaller(sql, caller, (transaction) => saveObject(transaction, object, upload.isUpsert)),
    );
    if (saved.replacedVersion) await files.remove([saved.replacedVersion]);
    return { Id: saved.id, Key: `${upload.bucketId}/${upload.name}` };
  } catch (error) {
    await files.remove([body.file.version]);
    throw error;
  }
}

/** Thrown to end a transaction that was only a question. */
class RollBack extends Error {}

/** Asks the policies by writing the row and taking it back. */
export async function assertMayWrite(sql: Sql, caller: StorageCaller, upload: Upload): Promise<void> {
  const probe: NewObject = {
    bucket_id: upload.bucketId,
    name: upload.name,
    owner_id: caller.userId,
    version: '',
    metadata: {} as never,
    user_metadata: null,
  };
  try {
    await refusing(
      asCaller(sql, caller, async (transaction) => {
        await saveObject(transaction, probe, upload.isUpsert);
        throw new RollBack();
      }),
    );
  } catch (error) {
    if (!(error instanceof RollBack)) throw error;
  }
}

async function receiveBody(
  request: IncomingMessage,
  files: ObjectFiles,
  bucket: Bucket,
  maxBytes: number,
): Promise<ReceivedBody> {
  const contentType = request.headers['content-type'];
  if (contentType?.startsWith('multipart/form-data')) return receiveForm(request, files, bucket, maxBytes);
  const mediaType = checkMediaType(bucket, contentType);
  const encoded = request.headers['x-metadata'];
  const userMetadata =
    typeof encoded === 'string' ? parseMetadata(Buffer.from(encoded, 'base64').toString()) : null;
  return {
    file: await files.write(request, maxBytes),
    mediaType,
    cacheControl: request.headers['cache-control'] ?? 'no-cache',
    userMetadata,
  };
}

async function receiveForm(
  request: IncomingMessage,
  files: ObjectFiles,
  bucket: Bucket,
  maxBytes: number,
): Promise<ReceivedBody> {
  const form = busboy({ headers: request.headers, limits: { files: 1, fields: 20, fieldSize: 65_536 } });
  const fields: Record<string, string> = {};
  let mediaType = '';
  let writing: Promise<WrittenFile> | undefined;
  form.on('field', (name, value) => {
    fields[name] = value;
  });
  form.on('file', (_name, stream: Readable, information) => {
    // A form that is destroyed takes its file along; the form's error is the one that counts.
    stream.on('error', () => undefined);
    writing = Promise.resolve().then(() => {
      mediaType = checkMediaType(bucket, information.mimeType);
      return files.write(stream, maxBytes);
    });
    // The form waits until its file is read, so a file that is refused ends the whole form with its reason.
    writing.catch((error: Error) => form.destroy(error));
  });
  try {
    await readForm(request, form);
  } catch (error) {
    const written = await writing?.catch(() => undefined);
    if (written) await files.remove([written.version]);
    throw error;
  }
  if (!writing) throw invalidRequest('The form has no file.');
  const file = await writing;
  return {
    file,
    mediaType,
    cacheControl: fields.cacheControl ? `max-age=${fields.cacheControl}` : 'no-cache',
    userMetadata: fields.metadata ? parseMetadata(fields.metadata) : null,
  };
}

/** Not `pipeline`: that would destroy the request, and with it the connection the refusal has to go back on. */
function readForm(request: IncomingMessage, form: busboy.Busboy): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      request.unpipe(form);
      reject(error);
    };
    form.once('close', resolve);
    form.once('error', fail);
    request.once('error', (error) => form.destroy(error));
    request.once('close', () => {
      if (!request.complete) form.destroy(new Error('The client left in the middle of its upload.'));
    });
    request.pipe(form);
  });
}

function describeObject(upload: Upload, caller: StorageCaller, body: ReceivedBody): NewObject {
  return {
    bucket_id: upload.bucketId,
    name: upload.name,
    owner_id: caller.userId,
    version: body.file.version,
    metadata: {
      eTag: body.file.eTag,
      size: body.file.bytes,
      mimetype: body.mediaType,
      cacheControl: body.cacheControl,
      lastModified: new Date().toISOString(),
      contentLength: body.file.bytes,
      httpStatusCode: 200,
    },
    user_metadata: body.userMetadata,
  };
}

/** @returns the media type without parameters */
function checkMediaType(bucket: Bucket, contentType: string | undefined): string {
  const mediaType = (contentType ?? 'application/octet-stream').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const allowed = bucket.allowed_mime_types;
  const isAllowed = (pattern: string) =>
    pattern === mediaType || (pattern.endsWith('/*') && mediaType.startsWith(pattern.slice(0, -1)));
  if (allowed?.length && !allowed.some(isAllowed)) {
    throw new StorageError(415, 'InvalidMimeType', `mime type ${mediaType} is not supported`);
  }
  return mediaType;
}

function parseMetadata(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object') return value as Record<string, unknown>;
  } catch (cause) {
    throw new StorageError(400, 'InvalidRequest', 'metadata must be JSON', { cause });
  }
  throw invalidRequest('metadata must be a JSON object');
}
