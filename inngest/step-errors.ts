import { NonRetriableError, RetryAfterError } from 'inngest';
import { type AppError, ERROR_CODES, type ErrorCode, toAppError } from '@/lib/errors';

/** Failures that are the same the next time. Everything else may pass by itself and is tried again. */
const PERMANENT: ReadonlySet<ErrorCode> = new Set([
  'invalid_request',
  'unauthenticated',
  'not_found',
  'guardrail_violation',
  'daily_limit_reached',
  'address_not_allowed',
  'document_unreadable',
  'job_cancelled',
  'provider_rejected',
  'provider_refused',
  'spend_cap_reached',
  'misconfigured',
  'disk_full',
]);

/** What one step does not wait for although another would. */
export type Patience = {
  /** Codes that are not tried again here, besides those that never are. */
  permanent?: readonly ErrorCode[];
  /** The same where a code alone does not tell. */
  isPermanent?: (error: AppError) => boolean;
  /** A provider that asks to be left alone for longer is not asked again. */
  longestWaitSeconds?: number;
};

/**
 * An AppError as the queue understands it. Of an error only `name`, `message`, `stack` and `cause` are sure to come back
 * from the queue, so the name carries the code: `readFailure` finds it on the other side, through invoked functions too.
 */
export function toStepError(thrown: unknown, patience: Patience = {}): Error {
  const error = toAppError(thrown);
  const options = { cause: error };
  const { permanent = [], isPermanent, longestWaitSeconds = Number.POSITIVE_INFINITY } = patience;
  const isOver =
    PERMANENT.has(error.code) ||
    permanent.includes(error.code) ||
    isPermanent?.(error) ||
    (error.retryAfterSeconds ?? 0) > longestWaitSeconds;
  const stepError = isOver
    ? new NonRetriableError(error.message, options)
    : error.retryAfterSeconds === undefined
      ? new Error(error.message, options)
      : new RetryAfterError(error.message, error.retryAfterSeconds * 1000, options);
  stepError.name = error.code;
  return stepError;
}

/** The code and the sentence of a failure that went through the queue; `internal` when it was none of ours. */
export function readFailure(failure: unknown): { code: ErrorCode; message: string } {
  for (
    let current = failure, depth = 0;
    isObject(current) && depth < 8;
    current = current.cause, depth += 1
  ) {
    const { name } = current;
    const code = ERROR_CODES.find((candidate) => candidate === name);
    if (code) return { code, message: typeof current.message === 'string' ? current.message : code };
  }
  return { code: 'internal', message: 'Something went wrong while making the story.' };
}

function isObject(value: unknown): value is { name?: unknown; message?: unknown; cause?: unknown } {
  return typeof value === 'object' && value !== null;
}
