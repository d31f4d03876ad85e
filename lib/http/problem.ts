import { type AppError, type ErrorCode, isAppError, toAppError } from '../errors.ts';
import type { Problem } from '../story/views.ts';

/** What each code means over HTTP: its status and the title that names the kind of problem, the same every time. */
const MEANING: Record<ErrorCode, { status: number; title: string }> = {
  invalid_request: { status: 400, title: 'The request is not valid' },
  unauthenticated: { status: 401, title: 'You are not signed in' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  conflict: { status: 409, title: 'Conflict' },
  idempotency_key_reused: { status: 422, title: 'The Idempotency-Key was used for another request' },
  payload_too_large: { status: 413, title: 'The request is too large' },
  unsupported_media_type: { status: 415, title: 'Unsupported media type' },
  range_not_satisfiable: { status: 416, title: 'Range not satisfiable' },
  spend_cap_reached: { status: 402, title: 'This would cost more than is allowed' },
  rate_limited: { status: 429, title: 'Too many requests' },
  forbidden: { status: 403, title: 'Not allowed with this key' },
  voice_unknown: { status: 422, title: 'There is no such voice' },
  address_not_allowed: { status: 422, title: 'This address is not allowed' },
  address_unreachable: { status: 422, title: 'This address did not answer' },
  document_unreadable: { status: 422, title: 'The document could not be read' },
  guardrail_violation: { status: 422, title: 'Not suitable for a children’s story' },
  pin_required: { status: 403, title: 'This needs a grown-up' },
  approval_required: { status: 403, title: 'A grown-up has not approved this story yet' },
  daily_limit_reached: { status: 429, title: 'Enough stories for today' },
  job_cancelled: { status: 409, title: 'The job was cancelled' },
  provider_failed: { status: 502, title: 'An AI service failed' },
  provider_unavailable: { status: 503, title: 'An AI service is not available' },
  provider_refused: { status: 422, title: 'An AI service found this unsuitable' },
  provider_rejected: { status: 422, title: 'An AI service refused' },
  provider_rate_limited: { status: 503, title: 'An AI service is busy' },
  provider_bad_output: { status: 502, title: 'An AI service answered nonsense' },
  picture_unreadable: { status: 502, title: 'A picture could not be read' },
  narration_unreadable: { status: 502, title: 'A narration could not be read' },
  render_failed: { status: 500, title: 'The film could not be rendered' },
  disk_full: { status: 507, title: 'The disk is full' },
  storage_failed: { status: 503, title: 'File storage is not available' },
  database_failed: { status: 503, title: 'The database is not available' },
  queue_unavailable: { status: 503, title: 'The job queue is not available' },
  not_configured: { status: 501, title: 'This is not set up here' },
  misconfigured: { status: 500, title: 'The server is not configured' },
  internal: { status: 500, title: 'Something went wrong' },
};

/** Codes whose message is about our own insides: a stranger gets the title only, the log gets everything. */
const WITHOUT_DETAIL: ReadonlySet<ErrorCode> = new Set([
  'internal',
  'misconfigured',
  'database_failed',
  'storage_failed',
  'disk_full',
]);

/** An error as the RFC 9457 object we answer (`problemSchema` in lib/story/views.ts). */
export function buildProblem(error: AppError, requestId?: string): Problem {
  const { status, title } = MEANING[error.code];
  return {
    // A URN: stable, and needs no domain that somebody must keep alive.
    type: `urn:storyloom:problem:${error.code}`,
    title,
    status,
    ...(!WITHOUT_DETAIL.has(error.code) && error.message ? { detail: error.message } : {}),
    code: error.code,
    ...(error.rule === undefined ? {} : { rule: error.rule }),
    ...(error.fields.length > 0 ? { errors: error.fields } : {}),
    ...(error.current === undefined ? {} : { current: error.current }),
    ...(requestId ? { request_id: requestId } : {}),
  };
}

/** Any thrown value as `application/problem+json`. An error that is not ours says nothing about itself. */
export function createProblemResponse(
  thrown: unknown,
  options: { requestId?: string; headers?: HeadersInit } = {},
): Response {
  const error = toAppError(thrown);
  const problem = buildProblem(error, options.requestId);
  const headers = new Headers(options.headers);
  headers.set('content-type', 'application/problem+json; charset=utf-8');
  headers.set('cache-control', 'no-store');
  if (options.requestId) {
    headers.set('x-request-id', options.requestId);
  }
  if (error.retryAfterSeconds !== undefined) {
    headers.set('retry-after', String(Math.max(1, Math.ceil(error.retryAfterSeconds))));
  }
  if (error.code === 'unauthenticated') {
    // RFC 9110 section 11.6.1: a 401 names the scheme to use.
    headers.set('www-authenticate', 'Bearer realm="storyloom"');
  }
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** Whether the error is ours to look into (log it as an error), not the caller's to mend. */
export function isServerFault(thrown: unknown): boolean {
  return !isAppError(thrown) || MEANING[thrown.code].status >= 500;
}
