import { type AuthError, isAuthRetryableFetchError } from '@supabase/supabase-js';
import { AppError, type ErrorCode, type FieldError } from '@/lib/errors';

type Meaning = { code: ErrorCode; message: string; field?: string };

/** What Supabase auth's own error codes mean to the person who is signing in. */
const MEANINGS: Record<string, Meaning> = {
  invalid_credentials: { code: 'unauthenticated', message: 'The email address or the password is wrong.' },
  email_not_confirmed: {
    code: 'unauthenticated',
    message: 'Please confirm your email address first: follow the link in the mail we sent.',
  },
  email_exists: { code: 'conflict', message: 'There is already an account with this email address.' },
  user_already_exists: { code: 'conflict', message: 'There is already an account with this email address.' },
  weak_password: {
    code: 'invalid_request',
    message: 'This password is too easy to guess.',
    field: 'password',
  },
  same_password: {
    code: 'invalid_request',
    message: 'The new password must differ from the old one.',
    field: 'password',
  },
  email_address_invalid: {
    code: 'invalid_request',
    message: 'This is not an email address.',
    field: 'email',
  },
  validation_failed: { code: 'invalid_request', message: 'The email address or the password is not usable.' },
  otp_expired: {
    code: 'invalid_request',
    message: 'This link has expired or was already used. Ask for a new one.',
  },
  signup_disabled: { code: 'misconfigured', message: 'Sign-ups are turned off in the Supabase project.' },
  anonymous_provider_disabled: {
    code: 'misconfigured',
    message: 'Anonymous sign-ins are turned off in the Supabase project; guests need them.',
  },
  over_request_rate_limit: { code: 'rate_limited', message: 'Too many attempts. Try again in a minute.' },
  over_email_send_rate_limit: {
    code: 'rate_limited',
    message: 'Too many mails were asked for. Try again later.',
  },
};

const RETRY_AFTER_SECONDS = 60;

/** An error of Supabase auth as ours; told apart by its code and status, and kept as the cause. */
export function authError(error: AuthError): AppError {
  const meaning = MEANINGS[error.code ?? ''];
  if (meaning) {
    const fields: FieldError[] = meaning.field ? [{ path: meaning.field, message: meaning.message }] : [];
    return new AppError(meaning.code, meaning.message, {
      cause: error,
      fields,
      ...(meaning.code === 'rate_limited' ? { retryAfterSeconds: RETRY_AFTER_SECONDS } : {}),
    });
  }
  if (isAuthServiceDown(error)) {
    return new AppError('database_failed', 'The sign-in service did not answer.', { cause: error });
  }
  if (error.status === 429) {
    return new AppError('rate_limited', 'Too many attempts. Try again in a minute.', {
      cause: error,
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    });
  }
  if (error.status === 401 || error.status === 403) {
    return new AppError('unauthenticated', 'Your session is no longer valid. Sign in again.', {
      cause: error,
    });
  }
  return new AppError('invalid_request', 'Signing in did not work with these details.', { cause: error });
}

/** Whether the service failed rather than refused: then nothing is known about the credentials. */
export function isAuthServiceDown(error: AuthError): boolean {
  return isAuthRetryableFetchError(error) || (error.status ?? 0) >= 500;
}
