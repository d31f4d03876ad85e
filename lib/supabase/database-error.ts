import type { PostgrestError } from '@supabase/supabase-js';
import { AppError, type ErrorCode } from '@/lib/errors';

/** SQLSTATE of an id that is not a uuid. */
const INVALID_TEXT_REPRESENTATION = '22P02';
/** SQLSTATE of "not allowed": no session, or a policy that says no. */
const INSUFFICIENT_PRIVILEGE = '42501';

/** SQLSTATE of ours whose detail is the number of seconds until tomorrow. */
const ENOUGH_FOR_TODAY = 'SL429';

/** SQLSTATEs of our own functions (supabase/migrations), with what they mean to a caller. */
const REFUSALS: Record<string, { code: ErrorCode; message: string }> = {
  SL404: { code: 'not_found', message: 'There is no such thing.' },
  SL409: { code: 'conflict', message: 'Something else is happening here at this moment.' },
  SL410: { code: 'job_cancelled', message: 'This job has ended.' },
  SL412: { code: 'conflict', message: 'This was changed by somebody else in the meantime.' },
  SL429: {
    code: 'daily_limit_reached',
    message: 'That is enough stories for today. Tomorrow there are new ones.',
  },
  SL422: { code: 'idempotency_key_reused', message: 'This Idempotency-Key was used for another request.' },
};

/** A database's refusal as ours, by its SQLSTATE; the original stays its cause. */
export function databaseError(error: PostgrestError): AppError {
  if (error.code === INVALID_TEXT_REPRESENTATION)
    return new AppError('not_found', 'There is no such thing.', { cause: error });
  if (error.code === INSUFFICIENT_PRIVILEGE) {
    return new AppError('unauthenticated', 'This needs a session.', { cause: error });
  }
  const refusal = REFUSALS[error.code];
  if (refusal) {
    const retryAfterSeconds = error.code === ENOUGH_FOR_TODAY ? Number(error.details) : undefined;
    return new AppError(refusal.code, refusal.message, {
      cause: error,
      ...(retryAfterSeconds && { retryAfterSeconds }),
    });
  }
  return new AppError('database_failed', 'The database did not answer as expected.', { cause: error });
}
