import { randomUUID } from 'node:crypto';
import { decodeJwt, errors, type JWTPayload, SignJWT } from 'jose';
import type { Sql } from '../connection.ts';
import { ACCESS_TOKEN_SECONDS } from '../lite-app.ts';
import { toUserJson, type UserJson, type UserRow } from './users.ts';

export type SessionSettings = { jwtSecret: string; issuer: string };

/** GoTrue's answer to every sign-in. Times are seconds. */
export type SessionJson = {
  access_token: string;
  refresh_token: string;
  token_type: 'bearer';
  expires_in: number;
  expires_at: number;
  user: UserJson;
};

/** Opens a session of its own for a user. */
export async function createSession(
  sql: Sql,
  user: UserRow,
  settings: SessionSettings,
): Promise<SessionJson> {
  const sessionId = randomUUID();
  const refreshToken = randomUUID();
  await sql`insert into auth.sessions (id, user_id, aal) values (${sessionId}, ${user.id}, 'aal1')`;
  await sql`insert into auth.refresh_tokens (id, token, user_id, session_id)
    values (${randomUUID()}, ${refreshToken}, ${user.id}, ${sessionId})`;
  return {
    access_token: await signAccessToken(user, sessionId, settings),
    refresh_token: refreshToken,
    token_type: 'bearer',
    expires_in: ACCESS_TOKEN_SECONDS,
    expires_at: nowSeconds() + ACCESS_TOKEN_SECONDS,
    user: await toUserJson(sql, user),
  };
}

/** Notes by which program a session was opened or renewed just now, as hosted Supabase does. */
export async function noteAgent(sql: Sql, accessToken: string, userAgent: string | null): Promise<void> {
  const { session_id: sessionId } = decodeJwt(accessToken);
  await sql`update auth.sessions
    set user_agent = ${userAgent}, refreshed_at = now() at time zone 'utc', updated_at = now()
    where id = ${String(sessionId)}`;
}

/** Whether the session that a token names is over while its user is still there. The token itself is checked elsewhere. */
export async function isSessionOver(sql: Sql, accessToken: string): Promise<boolean> {
  const claims = readClaims(accessToken);
  if (!claims?.sub || typeof claims.session_id !== 'string') return false;
  const [user] = await sql`select 1 from auth.users u where u.id::text = ${claims.sub}
    and not exists (select 1 from auth.sessions s where s.id::text = ${claims.session_id} and s.user_id = u.id)`;
  return user !== undefined;
}

function readClaims(accessToken: string): JWTPayload | undefined {
  try {
    return decodeJwt(accessToken);
  } catch (error) {
    // Not a token: lite refuses it in its own words.
    if (error instanceof errors.JWTInvalid) return undefined;
    throw error;
  }
}

/** The session a token of lite's belongs to, in a new token with the claims hosted Supabase puts in. */
export function resignAccessToken(
  liteToken: string,
  user: UserRow,
  settings: SessionSettings,
): Promise<string> {
  return signAccessToken(user, String(decodeJwt(liteToken).session_id), settings);
}

/** Claims as documented in https://supabase.com/docs/guides/auth/jwt-fields; lite alone leaves most of them out. */
function signAccessToken(user: UserRow, sessionId: string, settings: SessionSettings): Promise<string> {
  const method = user.is_anonymous ? 'anonymous' : 'password';
  return new SignJWT({
    role: 'authenticated',
    email: user.email ?? '',
    phone: user.phone ?? '',
    app_metadata: user.raw_app_meta_data ?? {},
    user_metadata: user.raw_user_meta_data ?? {},
    aal: 'aal1',
    amr: [{ method, timestamp: nowSeconds() }],
    session_id: sessionId,
    is_anonymous: user.is_anonymous,
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(settings.issuer)
    .setSubject(user.id)
    .setAudience('authenticated')
    .setIssuedAt()
    .setExpirationTime(nowSeconds() + ACCESS_TOKEN_SECONDS)
    .sign(new TextEncoder().encode(settings.jwtSecret));
}

function nowSeconds(): number {
  return Math.floor(Date.now() / 1_000);
}
