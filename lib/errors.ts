/**
 * The one error inside Storyloom. Every failure a caller can meet has a code from this closed list; the code is mapped
 * in three places only: route → problem+json (`lib/http/problem.ts`), client → a sentence (`components/`), and
 * step → NonRetriableError / RetryAfterError (`inngest/step-errors.ts`). Never recognise an error by its message.
 */
export const ERROR_CODES = [
  'invalid_request',
  'unauthenticated',
  'forbidden',
  'not_found',
  'method_not_allowed',
  'conflict',
  'idempotency_key_reused',
  'payload_too_large',
  'unsupported_media_type',
  'range_not_satisfiable',
  'rate_limited',
  'spend_cap_reached',
  'guardrail_violation',
  'pin_required',
  'approval_required',
  'daily_limit_reached',
  'voice_unknown',
  'address_not_allowed',
  'address_unreachable',
  'document_unreadable',
  'job_cancelled',
  'provider_failed',
  'provider_unavailable',
  'provider_rejected',
  'provider_refused',
  'provider_rate_limited',
  'provider_bad_output',
  'picture_unreadable',
  'narration_unreadable',
  'render_failed',
  'disk_full',
  'storage_failed',
  'database_failed',
  'queue_unavailable',
  'not_configured',
  'misconfigured',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** One field that was wrong in a request: `path` in dot notation, `message` for people. */
export type FieldError = { path: string; message: string };

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldError[];
  /** Seconds after which trying again makes sense; only for codes that may pass by themselves. */
  readonly retryAfterSeconds: number | undefined;
  /** Of a `guardrail_violation`: the name of the rule (lib/safety/safety-rules.ts). */
  readonly rule: string | undefined;
  /** Of a `conflict`: how the thing is now, so that whoever changed it can lay both side by side. Small, and theirs to see. */
  readonly current: Readonly<Record<string, unknown>> | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: {
      cause?: unknown;
      fields?: FieldError[];
      retryAfterSeconds?: number;
      rule?: string;
      current?: Readonly<Record<string, unknown>>;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.fields = options.fields ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.rule = options.rule;
    this.current = options.current;
  }
}

/**
 * Whether an error is ours. Not by its class alone: routes may hold copies of this module, and what they share through the
 * process (verified tokens, feeds) may throw another copy's error.
 */
export function isAppError(error: unknown): error is AppError {
  if (error instanceof AppError) return true;
  if (!(error instanceof Error) || error.name !== 'AppError' || !('code' in error)) return false;
  const { code } = error;
  return ERROR_CODES.some((known) => known === code);
}

/** The error itself when it is ours, else an `internal` (or the given) AppError that keeps it as its cause. */
export function toAppError(
  error: unknown,
  code: ErrorCode = 'internal',
  message = 'Something went wrong.',
): AppError {
  return isAppError(error) ? error : new AppError(code, message, { cause: error });
}
