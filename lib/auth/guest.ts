import 'server-only';
import { getEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { getClientAddress } from '@/lib/http/client-address';
import { consumeRateLimit, type RateLimit, rateLimitError } from '@/lib/http/rate-limit';
import type { CookieJar } from '@/lib/supabase/cookie-jar';
import { createCookieClient } from '@/lib/supabase/server';
import { authError } from './auth-error';
import { type Caller, identify } from './caller';

/** One count for guests made by a browser's first action and by POST /api/auth/guest. */
export function getGuestLimit(): RateLimit {
  return { name: 'guests', points: getEnv().guestsPerIpPerHour, durationSeconds: 3_600 };
}

/**
 * Makes this visitor a guest: a new anonymous user whose session goes into the jar.
 *
 * @throws AppError `rate_limited` when this address has made too many, `misconfigured` when the project forbids guests.
 */
export async function createGuestCaller(request: Request, jar: CookieJar): Promise<Caller> {
  const state = await consumeRateLimit(getGuestLimit(), getClientAddress(request));
  if (!state.allowed) {
    throw rateLimitError(state);
  }
  const { data, error } = await createCookieClient(jar).auth.signInAnonymously();
  if (error) {
    throw authError(error);
  }
  if (!data.session) {
    throw new AppError('internal', 'An anonymous sign-in came back without a session.');
  }
  return identify(data.session.access_token, 'cookie');
}
