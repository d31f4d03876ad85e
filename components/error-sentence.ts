import { type ErrorCode, isAppError } from '@/lib/errors';

/** What a person reads for each code. Codes whose own message is written for people (`null`) keep that message. */
const SENTENCES: Record<ErrorCode, string | null> = {
  invalid_request: null,
  unauthenticated: null,
  guardrail_violation: null,
  pin_required: 'This is for the grown-ups of your household. Nothing was changed.',
  approval_required: null,
  daily_limit_reached: null,
  voice_unknown: null,
  address_not_allowed: null,
  address_unreachable: null,
  document_unreadable: null,
  forbidden: null,
  conflict: null,
  not_configured: null,
  spend_cap_reached: null,
  idempotency_key_reused: 'This was sent before with other words. Please reload the page and try again.',
  rate_limited: 'The loom is very busy just now. Please wait a moment and try again.',
  not_found: 'We could not find that. It may have been deleted, or it belongs to someone else.',
  method_not_allowed: 'That is not possible here.',
  payload_too_large: 'That is more text than we can weave into one story. Please make it shorter.',
  unsupported_media_type: 'That kind of content cannot be used here.',
  range_not_satisfiable: 'That part of the file does not exist.',
  job_cancelled: 'This story was stopped.',
  provider_failed: 'The service that helps to make stories did not answer. Please try again.',
  provider_unavailable:
    'The service that helps to make stories keeps failing, so it is left alone for a while. Please try again later.',
  provider_refused: 'The service that helps to make stories found this unsuitable. Try other words.',
  provider_rejected: 'The service that helps to make stories did not want to make this one. Try other words.',
  provider_rate_limited: 'The service that helps to make stories is very busy. Please try again in a while.',
  provider_bad_output: 'What came back could not be made into a story. Please try again.',
  picture_unreadable: 'One of the pictures came out broken. Please try again.',
  narration_unreadable: 'The voice came out broken. Please try again.',
  render_failed: 'The film could not be put together. Please try again.',
  disk_full: 'There is no room left to keep this story. Make some room, then try again.',
  storage_failed: 'The pictures could not be put away safely. Please try again.',
  database_failed: 'Our bookshelf cannot be reached right now. Please try again in a moment.',
  queue_unavailable: 'The loom is not running right now. Please try again in a moment.',
  misconfigured: 'Storyloom is not set up completely. Ask the person who runs it to look at its log.',
  internal: 'Something went wrong, or the connection was lost. Nothing you wrote is gone. Please try again.',
};

const isErrorCode = (code: string): code is ErrorCode => code in SENTENCES;

/** One kind sentence for an error of any origin. */
export function errorSentence(error: unknown): string {
  if (!isAppError(error)) return SENTENCES.internal ?? '';
  return SENTENCES[error.code] ?? error.message;
}

const UNKNOWN_JOB_ERROR = 'Something went wrong while it was being made. Please try again.';

/** The same for a job's row, where the code is text and the message may be missing. */
export function jobErrorSentence(code: string | null, message: string | null): string {
  // The general sentence speaks of a lost connection, which cannot end a job.
  if (code === 'internal') return UNKNOWN_JOB_ERROR;
  const sentence = code && isErrorCode(code) ? SENTENCES[code] : null;
  return sentence ?? message ?? UNKNOWN_JOB_ERROR;
}
