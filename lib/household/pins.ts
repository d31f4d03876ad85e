import 'server-only';
import { z } from 'zod';
import { authError } from '@/lib/auth/auth-error';
import type { Caller } from '@/lib/auth/caller';
import { createAuthClient } from '@/lib/auth/session';
import { getEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { consumeRateLimit, type RateLimit, rateLimitError } from '@/lib/http/rate-limit';
import { getAdminClient } from '@/lib/supabase/admin';
import type { CookieJar } from '@/lib/supabase/cookie-jar';
import { databaseError } from '@/lib/supabase/database-error';
import { getPinVersion, requireGrownUp } from './grown-up';
import { createGrownUpToken, GROWN_UP_COOKIE, GROWN_UP_MS } from './grown-up-token';
import type { UnlockView } from './household-views';
import { hashPin, isPin } from './pin-hash';

type PinCaller = Pick<Caller, 'userId' | 'via' | 'grownUpProof' | 'email' | 'isGuest'>;

/** Passwords that may be tried in the place of a forgotten PIN. */
const PASSWORD_TRIES: RateLimit = { name: 'household-password', points: 10, durationSeconds: 900 };

const trySchema = z.object({
  lockedSeconds: z.number().optional(),
  pinHash: z.string().optional(),
  version: z.string().optional(),
});

/** Sets the household's PIN. Every proof of the one before has ended; whoever set it has a new one. */
export async function setPin(caller: PinCaller, pin: string, jar: CookieJar): Promise<UnlockView> {
  const version = crypto.randomUUID();
  const { error } = await getAdminClient()
    .from('household_pins')
    .upsert({
      owner_id: caller.userId,
      pin_hash: await hashPin(pin),
      version,
      tries: 0,
      locked_until: null,
    });
  if (error) throw databaseError(error);
  return giveProof(caller, version, jar);
}

/**
 * A right PIN is a proof for 15 minutes. Five wrong ones lock it for as long, for everybody; each five more for twice as long, up to six hours.
 * @throws AppError `pin_required` for a wrong one; `rate_limited` while it is locked; `conflict` where there is none
 */
export async function unlock(caller: PinCaller, pin: string, jar: CookieJar): Promise<UnlockView> {
  const admin = getAdminClient();
  const { data, error } = await admin.rpc('begin_pin_try', { p_owner: caller.userId });
  if (error) throw databaseError(error);
  const { lockedSeconds, pinHash, version } = trySchema.parse(data);
  if (lockedSeconds !== undefined) {
    throw new AppError('rate_limited', 'There were too many wrong PINs. Wait a little, then try again.', {
      retryAfterSeconds: lockedSeconds,
    });
  }
  if (!pinHash || !version) throw new AppError('conflict', 'This household has no PIN.');
  if (!(await isPin(pin, pinHash))) {
    throw new AppError('pin_required', 'This is not the PIN.', {
      fields: [{ path: 'pin', message: 'This is not the PIN.' }],
    });
  }
  const ended = await admin.rpc('end_pin_try', { p_owner: caller.userId, p_version: version });
  if (ended.error) throw databaseError(ended.error);
  return giveProof(caller, version, jar);
}

/**
 * Removes the PIN: for a grown-up, or, when it is forgotten, for whoever knows the account's password.
 * @throws AppError `pin_required`; `unauthenticated` for a wrong password; `conflict` for a guest, who has none
 */
export async function removePin(
  caller: PinCaller,
  password: string | undefined,
  jar: CookieJar,
): Promise<void> {
  if (password === undefined) await requireGrownUp(caller);
  else await checkPassword(caller, password);
  const { error } = await getAdminClient().from('household_pins').delete().eq('owner_id', caller.userId);
  if (error) throw databaseError(error);
  takeProof(jar);
}

async function checkPassword({ isGuest, email, userId }: PinCaller, password: string): Promise<void> {
  if (isGuest || !email) {
    throw new AppError('conflict', 'A guest has no password. Who runs this installation can remove the PIN.');
  }
  const state = await consumeRateLimit(PASSWORD_TRIES, userId);
  if (!state.allowed) throw rateLimitError(state);
  const client = createAuthClient();
  const { data, error } = await client.auth.signInWithPassword({ email, password });
  if (error) throw authError(error);
  // It was only to be shown; nobody is to go on with this session.
  const ended = await client.auth.signOut({ scope: 'local' });
  if (ended.error) throw authError(ended.error);
  if (data.user.id !== userId)
    throw new AppError('unauthenticated', 'This is not the password of this account.');
}

/** Whoever opens a recovery mail of the account has proven as much as whoever knows the PIN: with both forgotten there is still a way. */
export async function giveProofByMail(ownerId: string, jar: CookieJar): Promise<void> {
  const pinVersion = await getPinVersion(ownerId);
  if (pinVersion !== null) giveProof({ userId: ownerId, via: 'cookie' }, pinVersion, jar);
}

function giveProof(
  caller: Pick<PinCaller, 'userId' | 'via'>,
  pinVersion: string,
  jar: CookieJar,
): UnlockView {
  const { token, expiresAtMs } = createGrownUpToken({ ownerId: caller.userId, pinVersion });
  const isPage = caller.via === 'cookie';
  if (isPage)
    jar.setAll([{ name: GROWN_UP_COOKIE, value: token, options: cookieOptions(GROWN_UP_MS / 1_000) }]);
  return { token: isPage ? null : token, expires_at: new Date(expiresAtMs).toISOString() };
}

/** Ends the proof in this browser. */
export function takeProof(jar: CookieJar): void {
  jar.setAll([{ name: GROWN_UP_COOKIE, value: '', options: cookieOptions(0) }]);
}

function cookieOptions(maxAge: number) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: getEnv().secureCookies, maxAge } as const;
}
