import postgres from 'postgres';

/**
 * A refusal of the storage API in the form of hosted Supabase: HTTP status 400 whatever the real status, which stands in
 * the body (supabase-js reads `code`, `message` and `statusCode` from there). Server faults keep their own status.
 */
export class StorageError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageError';
    this.status = status;
    this.code = code;
  }

  get httpStatus(): number {
    return this.status >= 500 ? this.status : 400;
  }

  toJson(): Record<string, string> {
    return {
      statusCode: String(this.status),
      code: this.code,
      error: ERROR_NAMES[this.code] ?? this.code,
      message: this.message,
    };
  }
}

const ERROR_NAMES: Record<string, string> = {
  NoSuchKey: 'not_found',
  NoSuchBucket: 'Bucket not found',
  ResourceAlreadyExists: 'Duplicate',
  AccessDenied: 'Unauthorized',
  InvalidJWT: 'Unauthorized',
  EntityTooLarge: 'Payload too large',
  InvalidMimeType: 'invalid_mime_type',
};

export const noSuchKey = () => new StorageError(404, 'NoSuchKey', 'Object not found');
export const noSuchBucket = () => new StorageError(404, 'NoSuchBucket', 'Bucket not found');
export const accessDenied = () =>
  new StorageError(403, 'AccessDenied', 'new row violates row-level security policy');
export const tooLarge = () =>
  new StorageError(413, 'EntityTooLarge', 'The object exceeded the maximum allowed size');
export const invalidRequest = (message: string) => new StorageError(400, 'InvalidRequest', message);

/** Waits for a query; a refusal of the database becomes one of the storage API, by its SQLSTATE. */
export async function refusing<Result>(query: Promise<Result>): Promise<Result> {
  try {
    return await query;
  } catch (error) {
    if (error instanceof postgres.PostgresError) {
      if (error.code === '42501') throw accessDenied();
      if (error.code === '23505') {
        throw new StorageError(409, 'ResourceAlreadyExists', 'The resource already exists');
      }
      if (error.code === '23503') throw noSuchBucket();
      // A byte no text column can hold, NUL above all.
      if (error.code === '22021') throw invalidKey('');
    }
    throw error;
  }
}

export function invalidKey(name: string): StorageError {
  return new StorageError(400, 'InvalidKey', `Invalid key: ${name.slice(0, 100)}`);
}
