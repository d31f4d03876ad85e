import type { PostgrestError } from '@supabase/supabase-js';
import { AppError } from '@/lib/errors';

/** SQLSTATE of an id that is not a uuid. */
const INVALID_TEXT_REPRESENTATION = '22P02';
/** SQLSTATE of "not allowed": no session, or a policy that says no. */
const INSUFFICIENT_PRIVILEGE = '42501';

/** Ours, raised by `create_story_job`: an idempotency key that was used for another request. */
const KEY_REUSED = 'SL422';

/** A database's refusal as ours, by its SQLSTATE; the original stays its cause. */
export function databaseError(error: PostgrestError): AppError {
  if (error.code === INVALID_TEXT_REPRESENTATION)
    return new AppError('not_found', 'There is no such thing.', { cause: error });
  if (error.code === INSUFFICIENT_PRIVILEGE) {
    return new AppError('unauthenticated', 'This needs a session.', { cause: error });
  }
  if (error.code === KEY_REUSED) {
    return new AppError('idempotency_key_reused', 'This Idempotency-Key was used for another request.', {
      cause: error,
    });
  }
  return new AppError('database_failed', 'The database did not answer as expected.', { cause: error });
}
