import 'server-only';
import { createHash } from 'node:crypto';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { getSupabaseEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { createAuthFetch } from '@/lib/supabase/auth-fetch';
import { authError, isAuthServiceDown } from './auth-error';

export type VerifiedToken = { userId: string; email: string | undefined; isGuest: boolean };
export type VerifyToken = (accessToken: string) => Promise<VerifiedToken>;
export type TokenVerifier = VerifyToken & {
  /** Refuses this token from now on, in this process: one that is checked by its signature is good until its end. */
  forget: (accessToken: string) => void;
  /** The same for every token of a user who is gone, as long as any of them may last. */
  forgetUser: (userId: string) => void;
  /** The same for every token of one session. */
  forgetSession: (sessionId: string) => void;
};

type AuthApi = Pick<SupabaseClient['auth'], 'getClaims' | 'getUser'>;

/** A user who was signed out elsewhere is let in for at most this long. */
const REMEMBERED_MS = 30_000;
const MAX_REMEMBERED = 1_000;
const MAX_TOKEN_LENGTH = 8_000;
/** Longer than a token of Supabase can be made to last. */
const LONGEST_TOKEN_MS = 7 * 24 * 3_600_000;

const headerSchema = z.object({ alg: z.string() });
const claimsSchema = z.object({
  sub: z.uuid(),
  exp: z.number(),
  session_id: z.string().optional(),
  role: z.literal('authenticated').optional(),
});
const profileClaimsSchema = z.object({ is_anonymous: z.boolean(), email: z.string().optional() });

/**
 * Builds the check of access tokens. Tokens signed with a shared secret are asked about at Supabase; those signed with
 * a key pair are checked here against the project's public keys. Answers are kept for ≤ 30 s under the token's hash,
 * never past the token's own end.
 */
export function createTokenVerifier(auth: AuthApi, now: () => number = Date.now): TokenVerifier {
  const remembered = new Map<string, { answer: Promise<VerifiedToken>; until: number }>();
  const ended = new Map<string, number>();
  const gone = new Map<string, number>();
  const verify: VerifyToken = async (accessToken) => {
    const token = decodeToken(accessToken);
    if (token.expiresAtMs <= now()) {
      throw new AppError('unauthenticated', 'The session has expired. Sign in again or refresh the token.');
    }
    const key = hashToken(accessToken);
    if (ended.has(key) || gone.has(token.userId) || gone.has(token.sessionId)) {
      throw new AppError('unauthenticated', 'This session was ended. Sign in again.');
    }
    const known = remembered.get(key);
    if (known && known.until > now()) {
      return known.answer;
    }
    remembered.delete(key);
    if (remembered.size >= MAX_REMEMBERED) {
      // A Map keeps the order of insertion, so the first key is the oldest.
      remembered.delete(remembered.keys().next().value as string);
    }
    const answer = askAbout(auth, accessToken, token.algorithm);
    remembered.set(key, { answer, until: Math.min(now() + REMEMBERED_MS, token.expiresAtMs) });
    try {
      return await answer;
    } catch (error) {
      remembered.delete(key);
      throw error;
    }
  };
  const forget = (accessToken: string) => {
    const key = hashToken(accessToken);
    remembered.delete(key);
    for (const [other, endMs] of ended) if (endMs <= now()) ended.delete(other);
    ended.set(key, decodeToken(accessToken).expiresAtMs);
  };
  const forgetAll = (id: string) => {
    for (const [other, endMs] of gone) if (endMs <= now()) gone.delete(other);
    gone.set(id, now() + LONGEST_TOKEN_MS);
  };
  return Object.assign(verify, { forget, forgetUser: forgetAll, forgetSession: forgetAll });
}

type Cached = { key: string; verify: TokenVerifier };
/** Next may load this module more than once: the route that ends a session must reach what the others remember. */
const SLOT = Symbol.for('storyloom.token-verifier');

/**
 * Who an access token belongs to.
 *
 * @throws AppError `unauthenticated` (malformed, expired, forged, signed out) or `database_failed` (could not ask).
 */
export function verifyToken(accessToken: string): Promise<VerifiedToken> {
  return getVerifier()(accessToken);
}

/** A session was ended: its token is refused at once, in this process. */
export function forgetToken(accessToken: string): void {
  getVerifier().forget(accessToken);
}

/** A user was erased: their tokens are refused at once, in this process. */
export function forgetTokensOf(userId: string): void {
  getVerifier().forgetUser(userId);
}

/** A session was ended elsewhere than where it is used: its tokens are refused at once, in this process. */
export function forgetSession(sessionId: string): void {
  getVerifier().forgetSession(sessionId);
}

function getVerifier(): TokenVerifier {
  const { url, publishableKey } = getSupabaseEnv();
  const key = `${url} ${publishableKey}`;
  const shared = globalThis as { [SLOT]?: Cached };
  if (shared[SLOT]?.key !== key) {
    const { auth } = createClient(url, publishableKey, {
      auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
      global: { fetch: createAuthFetch() },
    });
    shared[SLOT] = { key, verify: createTokenVerifier(auth) };
  }
  return shared[SLOT].verify;
}

function hashToken(accessToken: string): string {
  return createHash('sha256').update(accessToken).digest('base64');
}

async function askAbout(auth: AuthApi, accessToken: string, algorithm: string): Promise<VerifiedToken> {
  if (!algorithm.startsWith('HS')) {
    const { data, error } = await auth.getClaims(accessToken);
    if (error) {
      throw toRefusal(error);
    }
    const profile = profileClaimsSchema.safeParse(data?.claims);
    if (data && profile.success) {
      const { email, is_anonymous } = profile.data;
      return { userId: data.claims.sub, email: email || undefined, isGuest: is_anonymous };
    }
  }
  const { data, error } = await auth.getUser(accessToken);
  if (error) {
    throw toRefusal(error);
  }
  const { id, email, is_anonymous } = data.user;
  return { userId: id, email: email || undefined, isGuest: is_anonymous === true };
}

function toRefusal(error: Parameters<typeof authError>[0]): AppError {
  return isAuthServiceDown(error)
    ? authError(error)
    : new AppError('unauthenticated', 'The access token is not valid.', { cause: error });
}

/** Reads a token's header and claims without trusting them. */
function decodeToken(accessToken: string): {
  algorithm: string;
  expiresAtMs: number;
  userId: string;
  /** Empty: the token names none. */
  sessionId: string;
} {
  const [header, claims, signature] = accessToken.length <= MAX_TOKEN_LENGTH ? accessToken.split('.') : [];
  const parsedHeader = headerSchema.safeParse(decodePart(header));
  const parsedClaims = claimsSchema.safeParse(decodePart(claims));
  if (!signature || !parsedHeader.success || !parsedClaims.success) {
    throw new AppError('unauthenticated', 'The access token is not one of a user of this service.');
  }
  return {
    algorithm: parsedHeader.data.alg,
    expiresAtMs: parsedClaims.data.exp * 1000,
    userId: parsedClaims.data.sub,
    sessionId: parsedClaims.data.session_id ?? '',
  };
}

function decodePart(part: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
  } catch {
    // Not JSON: the schema refuses it.
    return undefined;
  }
}
