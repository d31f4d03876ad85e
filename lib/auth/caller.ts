import 'server-only';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { isAppError } from '@/lib/errors';
import { GROWN_UP_HEADER, readProofCookie } from '@/lib/household/grown-up-token';
import { createBearerClient } from '@/lib/supabase/bearer';
import { type CookieJar, createCookieJar } from '@/lib/supabase/cookie-jar';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { readSessionCookie } from '@/lib/supabase/session-cookie';
import { getUserSession } from './act-as-user';
import { ALL_SCOPES, type Scope } from './api-key-schemas';
import { isApiKeyToken } from './api-key-token';
import {
  ensureInstallationUser,
  INSTALLATION_USER_ID,
  isInstallationKey,
  isOpenToAll,
} from './installation-user';
import { renewSession } from './renew-session';
import { verifyApiKey } from './verify-api-key';
import { verifyToken } from './verify-token';

/** Who is asking. `client` acts as them, under row level security; `accessToken` is theirs too and never leaves the server. */
export type Caller = {
  userId: string;
  isGuest: boolean;
  email: string | undefined;
  via: 'cookie' | 'bearer' | 'api-key';
  /** What they may do: a session everything, an API key what it was made for. */
  scopes: readonly Scope[];
  accessToken: string;
  client: DatabaseClient;
  /** What this request brought to prove that a grown-up asks (lib/household/grown-up.ts); not looked at yet. */
  grownUpProof?: string | undefined;
};

/**
 * Who sent this request: by bearer (an access token, an API key, or the installation's `API_KEY`), or by the browser's
 * session cookie, which is renewed when needed (the new cookies are in the jar). Null when the request brings neither, or
 * only a cookie whose session is over, unless `OPEN_API` makes it the installation's.
 *
 * @throws AppError `unauthenticated` for a bearer that is not good, `database_failed` when nobody could be asked.
 */
export async function getCaller(
  request: Request,
  jar: CookieJar = createCookieJar(request.headers.get('cookie')),
): Promise<Caller | null> {
  const bearer = readBearer(request);
  const grownUpProof = request.headers.get(GROWN_UP_HEADER) ?? readProofCookie(jar);
  if (bearer) {
    if (isInstallationKey(bearer)) return actAsInstallation();
    return isApiKeyToken(bearer)
      ? identifyKey(bearer)
      : { ...(await identify(bearer, 'bearer')), grownUpProof };
  }
  const accessToken = await renewSession(jar);
  const caller = accessToken ? await identifyCookie(accessToken) : null;
  if (caller) return { ...caller, grownUpProof };
  return isOpenToAll(request) ? actAsInstallation() : null;
}

/** What stands behind `Authorization: Bearer`. */
export function readBearer(request: Request): string | undefined {
  return /^bearer\s+(\S+)\s*$/i.exec(request.headers.get('authorization') ?? '')?.[1];
}

/** Who is looking at this page, once per request. The proxy has renewed the session before the page is rendered. */
export const getPageCaller = cache(async (): Promise<Caller | null> => {
  const jar = createCookieJar((await cookies()).toString());
  const session = await readSessionCookie(jar);
  const caller = session && (await identifyCookie(session.accessToken));
  return caller && { ...caller, grownUpProof: readProofCookie(jar) };
});

export async function identify(accessToken: string, via: 'cookie' | 'bearer'): Promise<Caller> {
  const user = await verifyToken(accessToken);
  return { ...user, via, scopes: ALL_SCOPES, accessToken, client: createBearerClient(accessToken) };
}

async function identifyKey(token: string): Promise<Caller> {
  const { ownerId, scopes } = await verifyApiKey(token);
  return actAs(ownerId, scopes);
}

async function actAsInstallation(): Promise<Caller> {
  await ensureInstallationUser();
  return actAs(INSTALLATION_USER_ID, ALL_SCOPES);
}

/** The session is one the server has opened itself a moment ago, so nobody needs to be asked whether it is good. */
async function actAs(userId: string, scopes: readonly Scope[]): Promise<Caller> {
  const { accessToken, email } = await getUserSession(userId);
  return {
    userId,
    isGuest: false,
    email,
    via: 'api-key',
    scopes,
    accessToken,
    client: createBearerClient(accessToken),
  };
}

/** A cookie whose session is over is a visitor like any other, not an error. */
async function identifyCookie(accessToken: string): Promise<Caller | null> {
  try {
    return await identify(accessToken, 'cookie');
  } catch (error) {
    if (isAppError(error) && error.code === 'unauthenticated') {
      return null;
    }
    throw error;
  }
}
