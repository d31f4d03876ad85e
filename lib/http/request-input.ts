import type { z } from 'zod';
import { AppError, type FieldError } from '../errors.ts';

/**
 * A request's JSON body, read with a limit and checked against its schema. The limit counts the bytes that arrive: a
 * Content-Length can be absent or a lie.
 *
 * @throws AppError `unsupported_media_type`, `payload_too_large` or `invalid_request` (with `fields`)
 */
export async function readJsonBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  maxBytes: number,
): Promise<z.output<Schema>> {
  const bytes = await readBodyBytes(request, maxBytes);
  if (bytes.length > 0) {
    checkContentType(request.headers.get('content-type'));
  }
  return parseInput(schema, bytes.length > 0 ? parseJson(bytes) : undefined, 'The body');
}

/** The query string as an object of texts; a name that comes more than once becomes a list. */
export function readQuery<Schema extends z.ZodType>(request: Request, schema: Schema): z.output<Schema> {
  const query: Record<string, string | string[]> = {};
  const parameters = new URL(request.url).searchParams;
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name);
    query[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return parseInput(schema, query, 'The query');
}

/** The fields of a form beside its file (`withUpload`), checked like a JSON body. */
export function readFormFields<Schema extends z.ZodType>(
  fields: Record<string, string | string[]>,
  schema: Schema,
): z.output<Schema> {
  return parseInput(schema, fields, 'The form');
}

/** Path parameters. One that does not fit is an address that does not exist. */
export function readParams<Schema extends z.ZodType>(params: unknown, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(params);
  if (!parsed.success) {
    throw new AppError('not_found', 'There is nothing at this address.', { cause: parsed.error });
  }
  return parsed.data;
}

/**
 * A request's body, read with a limit: whole, or not to its end.
 * @throws AppError `payload_too_large`
 */
export async function readBodyBytes(request: Request, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  const tooLarge = () =>
    new AppError('payload_too_large', `A request has at most ${Math.floor(maxBytes / 1024)} KiB.`);
  if (Number(request.headers.get('content-length')) > maxBytes) {
    throw tooLarge();
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the stream, so the rest is not read.
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      throw tooLarge();
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function checkContentType(contentType: string | null): void {
  const [mediaType = '', ...parameters] = (contentType ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  const isJson = mediaType === 'application/json' || /^application\/[\w.-]+\+json$/.test(mediaType);
  if (!isJson || (charset && !/^"?utf-?8"?$/.test(charset))) {
    throw new AppError('unsupported_media_type', 'Send the body as application/json in UTF-8.');
  }
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new AppError('invalid_request', 'The body is not valid JSON in UTF-8.', { cause: error });
  }
}

function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.output<Schema> {
  const { unstorable, isTooDeep } = inspect(value);
  if (isTooDeep) {
    throw new AppError('invalid_request', `${what} has more than ${MAX_DEPTH} levels.`);
  }
  if (unstorable !== undefined) {
    throw new AppError('invalid_request', `${what} contains characters that cannot be stored.`, {
      fields: [{ path: unstorable, message: 'Contains a NUL character or half of a surrogate pair.' }],
    });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    return parsed.data;
  }
  const fields: FieldError[] = parsed.error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message,
  }));
  const first = fields[0];
  const reason = first ? ` ${first.path ? `${first.path}: ` : ''}${first.message}` : '';
  throw new AppError('invalid_request', `${what} is not valid.${reason}`, { cause: parsed.error, fields });
}

/** No request needs as many; a schema that calls itself runs out of stack with a few thousand. */
const MAX_DEPTH = 64;

/**
 * Postgres stores neither U+0000 nor half a surrogate pair, in text or in JSON; found here it is the sender's mistake,
 * found there it would be ours. Tells the path of the first such text. Walks without recursion: nesting is the sender's choice.
 */
function inspect(root: unknown): { unstorable?: string; isTooDeep: boolean } {
  const open: { value: unknown; path: string; depth: number }[] = [{ value: root, path: '', depth: 0 }];
  for (let item = open.pop(); item; item = open.pop()) {
    const { value, path, depth } = item;
    if (typeof value === 'string' && isUnstorable(value)) {
      return { unstorable: path, isTooDeep: false };
    }
    if (typeof value === 'object' && value !== null) {
      if (depth >= MAX_DEPTH) {
        return { isTooDeep: true };
      }
      for (const [key, child] of Object.entries(value)) {
        if (isUnstorable(key)) {
          return { unstorable: path, isTooDeep: false };
        }
        open.push({ value: child, path: path ? `${path}.${key}` : key, depth: depth + 1 });
      }
    }
  }
  return { isTooDeep: false };
}

function isUnstorable(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed();
}
