import { AppError, type ErrorCode, type FieldError } from './errors.ts';

/** An error as plain data. A thread's messages keep only an error's message and cause, so the rest travels as this. */
type ErrorRecord = {
  isAppError: boolean;
  name: string;
  message: string;
  stack: string | undefined;
  /** Ours, or a system's such as `ENOSPC`. */
  code: string | undefined;
  fields: FieldError[];
  retryAfterSeconds: number | undefined;
  cause: ErrorRecord | undefined;
};
const DEEPEST_CAUSE = 5;

/** What a thread throws instead of `error`, so that `unpackWorkerError` can make it again on the other side. */
export function packWorkerError(error: unknown): Error {
  return new Error('A worker task failed.', { cause: { workerError: describeError(error, 0) } });
}

/** The error a task threw, with its code, fields and causes; anything else is returned as it is. */
export function unpackWorkerError(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined;
  if (typeof cause !== 'object' || cause === null || !('workerError' in cause)) return error;
  return rebuildError(cause.workerError as ErrorRecord);
}

function describeError(error: unknown, depth: number): ErrorRecord {
  const known = error instanceof Error ? error : new Error(String(error));
  return {
    isAppError: known instanceof AppError,
    name: known.name,
    message: known.message,
    stack: known.stack,
    code: 'code' in known && typeof known.code === 'string' ? known.code : undefined,
    fields: known instanceof AppError ? known.fields : [],
    retryAfterSeconds: known instanceof AppError ? known.retryAfterSeconds : undefined,
    cause:
      known.cause === undefined || depth >= DEEPEST_CAUSE ? undefined : describeError(known.cause, depth + 1),
  };
}

function rebuildError(record: ErrorRecord): Error {
  const cause = record.cause && rebuildError(record.cause);
  if (record.isAppError) {
    const { fields, retryAfterSeconds } = record;
    const error = new AppError(record.code as ErrorCode, record.message, {
      cause,
      fields,
      retryAfterSeconds,
    });
    error.stack = record.stack;
    return error;
  }
  const error = new Error(record.message, cause && { cause });
  error.name = record.name;
  error.stack = record.stack;
  return record.code === undefined ? error : Object.assign(error, { code: record.code });
}
