import postgres from 'postgres';
import { MIN_PASSWORD_LENGTH } from '../lite-app.ts';
import { AuthError } from './auth-error.ts';

/** bcrypt's cost: about 60 ms, the same as GoTrue's. */
export const PASSWORD_COST = 10;

const UNIQUE_VIOLATION = '23505';
const INVALID_TEXT = '22P02';

/** The address in the form it is kept: lower case. */
export function checkEmail(email: unknown): string {
  const text = typeof email === 'string' ? email.trim().toLowerCase() : '';
  if (text.length > 255 || !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text)) {
    throw new AuthError(400, 'validation_failed', 'Unable to validate email address: invalid format');
  }
  return text;
}

export function checkPassword(password: unknown): string {
  if (typeof password !== 'string' || password.length < MIN_PASSWORD_LENGTH) {
    throw new AuthError(
      422,
      'weak_password',
      `Password should be at least ${MIN_PASSWORD_LENGTH} characters.`,
    );
  }
  // bcrypt reads no more than 72 bytes; the rest would not protect anything.
  if (Buffer.byteLength(password) > 72) {
    throw new AuthError(400, 'validation_failed', 'Password cannot be longer than 72 characters');
  }
  return password;
}

/** A refusal of the database in the words of the auth API; anything else stays what it is. */
export function toAuthError(error: unknown): unknown {
  if (!(error instanceof postgres.PostgresError)) return error;
  if (error.code === UNIQUE_VIOLATION) {
    return new AuthError(422, 'email_exists', 'A user with this email address has already been registered');
  }
  if (error.code === INVALID_TEXT) return new AuthError(404, 'user_not_found', 'User not found');
  return error;
}
