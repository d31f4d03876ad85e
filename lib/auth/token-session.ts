import 'server-only';
import { createHash } from 'node:crypto';
import type { Session } from '@supabase/supabase-js';
import type { z } from 'zod';
import { AppError } from '@/lib/errors';
import { consumeRateLimit, forgetRateLimit, type RateLimit } from '@/lib/http/rate-limit';
import { getAdminClient } from '@/lib/supabase/admin';
import type { loginSchema } from './account-schemas';
import { authError, isAuthServiceDown } from './auth-error';
import { createAuthClient, requireSession, type SessionView, toSessionView } from './session';
import { forgetToken } from './verify-token';

/** Sessions of clients that keep their own tokens (StoryMimi's login, refresh and logout). */
export type TokenSessionView = SessionView & {
  token_type: 'bearer';
  user: { user_id: string; email: string | null; is_guest: boolean };
};

/**
 * Signs in with a password. A `user_id` that is sent along must be the account's own.
 *
 * @throws AppError `unauthenticated`
 */
export async function login(credentials: z.output<typeof loginSchema>): Promise<TokenSessionView> {
  const { email, password, user_id } = credentials;
  const { data, error } = await createAuthClient().auth.signInWithPassword({ email, password });
  if (error) throw authError(error);
  const session = requireSession(data.session);
  if (user_id && user_id !== session.user.id) {
    await endSession(session.access_token);
    throw new AppError('unauthenticated', 'This user_id is not the account with this email address.');
  }
  return toTokenSessionView(session);
}

/**
 * The auth service lets the last token but one be used again, for clients that lost an answer, and ends the session when an
 * older one comes. Here each counts once, for all web instances, and a used one never reaches the service.
 */
const USES: RateLimit = { name: 'refresh-token', points: 1, durationSeconds: 30 * 24 * 3_600 };

/**
 * New tokens for a refresh token, which is used up by it.
 *
 * @throws AppError `unauthenticated` for one that is not good or was used before
 */
export async function refresh(refreshToken: string): Promise<TokenSessionView> {
  const token = createHash('sha256').update(refreshToken).digest('hex');
  const use = await consumeRateLimit(USES, token);
  if (!use.allowed) throw usedUp();
  const { data, error } = await createAuthClient().auth.refreshSession({ refresh_token: refreshToken });
  if (error && isAuthServiceDown(error)) {
    // Nobody has used it: the client may try again.
    await forgetRateLimit(USES, token);
    throw authError(error);
  }
  if (error) throw usedUp(error);
  return toTokenSessionView(requireSession(data.session));
}

function usedUp(cause?: unknown): AppError {
  return new AppError('unauthenticated', 'The refresh token is not valid or was used before.', { cause });
}

/** Ends the session of an access token, here at once; one that is over already stays over. */
export async function endSession(accessToken: string): Promise<void> {
  const { error } = await getAdminClient().auth.admin.signOut(accessToken, 'local');
  if (error && isAuthServiceDown(error)) throw authError(error);
  forgetToken(accessToken);
}

export function toTokenSessionView(session: Session): TokenSessionView {
  const { id, email, is_anonymous } = session.user;
  return {
    ...toSessionView(session),
    token_type: 'bearer',
    user: { user_id: id, email: email || null, is_guest: is_anonymous === true },
  };
}
