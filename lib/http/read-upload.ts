import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import { getEnv } from '../env.ts';
import { AppError, isAppError } from '../errors.ts';

export type UploadedFile = {
  /** Where it lies while the handler runs. */
  path: string;
  /** As its sender calls it, without folders: for messages and guesses, never for a path. */
  name: string;
  /** As its sender says: not to be trusted. */
  declaredType: string;
  bytes: number;
};

/** A form as it came: one file, and fields by name (a repeated one is a list). */
export type Upload = { file: UploadedFile | undefined; fields: Record<string, string | string[]> };

const MAX_FIELDS = 60;
const MAX_FIELD_BYTES = 256 * 1024;

/**
 * Reads a multipart form as it arrives, its one file into a temporary folder of its own, and hands both to `handle`. The
 * folder is gone when this returns or throws, whoever broke off.
 *
 * @param options `field`: the file's name in the form; a file under another name is refused
 * @throws AppError `unsupported_media_type`, `payload_too_large` (MAX_REQUEST_SIZE_MB for everything together), `invalid_request`
 */
export async function withUpload<Result>(
  request: Request,
  options: { field: string; maxBytes?: number },
  handle: (upload: Upload) => Promise<Result>,
): Promise<Result> {
  const env = getEnv();
  const maxBytes = options.maxBytes ?? env.maxRequestBytes;
  if (!/^multipart\/form-data\s*;/i.test(request.headers.get('content-type') ?? ''))
    throw new AppError(
      'unsupported_media_type',
      `Send a multipart/form-data body with the field "${options.field}".`,
    );
  if (Number(request.headers.get('content-length')) > maxBytes) throw tooLarge(maxBytes);
  const folder = await mkdtemp(path.join(env.temporaryDir, 'storyloom-upload-'));
  try {
    const upload = await receive(request, {
      field: options.field,
      maxBytes,
      target: path.join(folder, 'file'),
    });
    return await handle(upload);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function receive(
  request: Request,
  options: { field: string; maxBytes: number; target: string },
): Promise<Upload> {
  const fields: Upload['fields'] = Object.create(null);
  const files: Promise<UploadedFile>[] = [];
  const parser = createParser(request);
  let refusal: AppError | undefined;
  // Everything after the first mistake is read by nobody.
  const refuse = (error: AppError) => {
    refusal ??= error;
    parser.destroy(error);
  };
  parser.on('field', (name, value, info) => {
    if (info.valueTruncated || info.nameTruncated)
      return refuse(new AppError('payload_too_large', `The field "${name}" is too long.`));
    const before = fields[name];
    fields[name] = before === undefined ? value : [before, value].flat();
  });
  parser.on('file', (name, stream, info) => {
    // Without a listener an error of a file that nobody reads any more would end the process.
    stream.on('error', () => undefined);
    if (name !== options.field || files.length > 0) {
      stream.resume();
      refuse(wrongFile(options.field, name));
      return;
    }
    const saving = saveFile(stream, options.target, {
      name: cleanName(info.filename),
      declaredType: info.mimeType,
    });
    saving.catch(refuseFullDisk(refuse));
    files.push(saving);
  });
  for (const event of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const)
    parser.on(event, () => refuse(new AppError('invalid_request', 'The form has too many parts.')));
  const body = Readable.fromWeb(
    (request.body ?? new Blob([]).stream()) as Parameters<typeof Readable.fromWeb>[0],
  );
  try {
    await pipeline(body, countUpTo(options.maxBytes, refuse), parser);
    const [file] = await Promise.all(files);
    if (refusal) throw refusal;
    return { file, fields: { ...fields } };
  } catch (error) {
    await Promise.allSettled(files);
    if (refusal) throw refusal;
    if (isAppError(error)) throw error;
    throw new AppError('invalid_request', 'The form is not valid, or broke off.', { cause: error });
  }
}

function createParser(request: Request): busboy.Busboy {
  try {
    return busboy({
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      defParamCharset: 'utf8',
      limits: { files: 2, fields: MAX_FIELDS, parts: MAX_FIELDS + 2, fieldSize: MAX_FIELD_BYTES },
    });
  } catch (cause) {
    throw new AppError('invalid_request', 'The form has no boundary.', { cause });
  }
}

async function saveFile(
  stream: Readable,
  target: string,
  said: { name: string; declaredType: string },
): Promise<UploadedFile> {
  const file = createWriteStream(target, { flags: 'wx', mode: 0o600 });
  try {
    await pipeline(stream, file);
  } finally {
    file.destroy();
    await finished(file, { cleanup: true }).catch(() => undefined);
  }
  return { path: target, bytes: file.bytesWritten, ...said };
}

/** A disk that is full is ours to mend; a stream that breaks off is the sender's, and the form's parser says so, too. */
function refuseFullDisk(refuse: (error: AppError) => void) {
  return (cause: unknown) => {
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOSPC') refuse(new AppError('disk_full', 'There is no room for the file.', { cause }));
  };
}

/** Refuses before it ends the parser, whose own complaint would come first otherwise. */
function countUpTo(maxBytes: number, refuse: (error: AppError) => void): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) refuse(tooLarge(maxBytes));
      else done(null, chunk);
    },
  });
}

function cleanName(name: string | undefined): string {
  const last = (name ?? '').replaceAll('\\', '/').split('/').at(-1) ?? '';
  return last
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .slice(-200);
}

function wrongFile(field: string, given: string): AppError {
  return new AppError('invalid_request', `Send one file, as the field "${field}".`, {
    fields: [{ path: given, message: `A file belongs into "${field}", and only one.` }],
  });
}

function tooLarge(maxBytes: number): AppError {
  return new AppError('payload_too_large', `A request has at most ${Math.floor(maxBytes / 1024)} KiB.`);
}
