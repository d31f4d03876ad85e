import { NonRetriableError, RetryAfterError } from 'inngest';
import { type AppError, ERROR_CODES, type ErrorCode, toAppError } from '@/lib/errors';

/** Failures that are the same the next time. Everything else may pass by itself and is tried again. */
const PERMANENT: ReadonlySet<ErrorCode> = new Set([
  'invalid_request',
  'unauthenticated',
  'not_found',
  'guardrail_violation',
  'job_cancelled',
  'provider_rejected',
  'misconfigured',
  'disk_full',
]);

/**
 * An AppError as the queue understands it. `code` and `cause` survive the queue's serialisation, so `readFailure` finds
 * the code again on the other side, through any number of invoked functions.
 */
export function toStepError(thrown: unknown): Error {
  const error = toAppError(thrown);
  if (PERMANENT.has(error.code))
    return withCode(new NonRetriableError(error.message, { cause: error }), error);
  if (error.retryAfterSeconds !== undefined) {
    return withCode(
      new RetryAfterError(error.message, error.retryAfterSeconds * 1000, { cause: error }),
      error,
    );
  }
  return error;
}

function withCode(stepError: Error, error: AppError): Error {
  return Object.assign(stepError, { code: error.code });
}

/** The code and the sentence of a failure that went through the queue; `internal` when it was none of ours. */
export function readFailure(failure: unknown): { code: ErrorCode; message: string } {
  for (
    let current = failure, depth = 0;
    isObject(current) && depth < 8;
    current = current.cause, depth += 1
  ) {
    const code = ERROR_CODES.find((candidate) => candidate === (current as { code?: unknown }).code);
    if (code) return { code, message: typeof current.message === 'string' ? current.message : code };
  }
  return { code: 'internal', message: 'Something went wrong while making the story.' };
}

function isObject(value: unknown): value is { code?: unknown; message?: unknown; cause?: unknown } {
  return typeof value === 'object' && value !== null;
}
