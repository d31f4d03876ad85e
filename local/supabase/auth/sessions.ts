import { randomUUID } from 'node:crypto';
import { decodeJwt, SignJWT } from 'jose';
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
