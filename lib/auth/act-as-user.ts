import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from '@supabase/supabase-js';
import { getSupabaseEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { getAdminClient } from '@/lib/supabase/admin';
import { SERVER_AGENT } from '@/lib/supabase/visitor-agent';
import { authError, isAuthServiceDown } from './auth-error';
import { createAuthClient, requireSession } from './session';
import { createUserSessions, type UserSession } from './user-sessions';

/**
 * A session for somebody who is not there: the auth service makes a sign-in link for them, no mail is sent, and the link
 * is used up here at once. What a key does is so done by its owner under row level security, like everything else.
 */
const TRIES = 4;
const PAUSE_MS = 60;

/** Next may load this module more than once, and every session more is a row in the auth service. */
const SLOT = Symbol.for('storyloom.user-sessions');
type Slot = { url: string; getSession: ReturnType<typeof createUserSessions> };

/** @throws AppError `unauthenticated` when there is no such user any more, `database_failed` */
export function getUserSession(userId: string): Promise<UserSession> {
  return getSessions()(userId);
}

/** For a user who was erased: this process holds no session of theirs any more. */
export function forgetUserSession(userId: string): void {
  getSessions().forget(userId);
}

function getSessions(): Slot['getSession'] {
  const { url } = getSupabaseEnv();
  const shared = globalThis as { [SLOT]?: Slot };
  if (shared[SLOT]?.url !== url) {
    shared[SLOT] = { url, getSession: createUserSessions({ open: openSession, renew: renewSession }) };
  }
  return shared[SLOT].getSession;
}

async function openSession(userId: string): Promise<UserSession> {
  const email = await getEmail(userId);
  for (let tries = 1; ; tries += 1) {
    const link = await getAdminClient().auth.admin.generateLink({ type: 'magiclink', email });
    if (link.error) throw authError(link.error);
    if (link.data.user.id !== userId) {
      throw new AppError('unauthenticated', 'The account of this key has another address now. Try again.');
    }
    const { data, error } = await createAuthClient(SERVER_AGENT).auth.verifyOtp({
      type: 'magiclink',
      token_hash: link.data.properties.hashed_token,
    });
    if (!error) return toUserSession(requireSession(data.session));
    // Each link takes the place of the one before: another instance asked for the same user in the same moment.
    if (error.code !== 'otp_expired' || tries === TRIES) throw authError(error);
    await sleep(PAUSE_MS * tries * (0.5 + Math.random()));
  }
}

async function getEmail(userId: string): Promise<string> {
  const { data, error } = await getAdminClient().auth.admin.getUserById(userId);
  if (error && error.code !== 'user_not_found') throw authError(error);
  if (!data.user?.email) {
    throw new AppError('unauthenticated', 'The account of this key is gone, or has no email address.');
  }
  return data.user.email;
}

async function renewSession(session: UserSession): Promise<UserSession | null> {
  const { data, error } = await createAuthClient(SERVER_AGENT).auth.refreshSession({
    refresh_token: session.refreshToken,
  });
  if (error && isAuthServiceDown(error)) throw authError(error);
  return data.session ? toUserSession(data.session) : null;
}

function toUserSession(session: Session): UserSession {
  return {
    accessToken: session.access_token,
    refreshToken: session.refresh_token,
    expiresAtMs: Date.now() + session.expires_in * 1_000,
    email: session.user.email || undefined,
  };
}
