import { timingSafeEqual } from 'node:crypto';
import { jwtVerify } from 'jose';
import { z } from 'zod';
import type { LocalSecrets } from '../../secrets.ts';
import type { Sql } from '../connection.ts';
import type { Mailbox } from '../mailbox.ts';
import { answerAdminRequest } from './admin-users.ts';
import { AuthError } from './auth-error.ts';
import { toAuthError } from './credentials.ts';
import { generateLink } from './generate-link.ts';
import { convertGuest, createGuest } from './guests.ts';
import { isSessionOver, noteAgent, resignAccessToken, type SessionSettings } from './sessions.ts';
import { getUser, type UserRow } from './users.ts';

export type AuthFront = (request: Request) => Promise<Response>;

const signUpSchema = z.object({
  email: z.string().optional(),
  phone: z.string().optional(),
  data: z.record(z.string(), z.unknown()).nullish(),
});
const userChangesSchema = z.object({
  email: z.string().optional(),
  password: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
});
const emailOtpSchema = z.looseObject({ type: z.literal('email') });
/** An answer of lite's about a user: the user alone, or in a session. */
const liteAnswerSchema = z.looseObject({
  access_token: z.string().optional(),
  user: z.looseObject({ id: z.string() }).optional(),
  id: z.string().optional(),
});

/**
 * The auth API: lite's, completed with what it lacks. Guests (`signInAnonymously`, and their way to an account with the
 * same id), `auth.admin.*`, and access tokens that carry hosted Supabase's claims.
 */
export function createAuthFront(options: {
  sql: Sql;
  secrets: LocalSecrets;
  /** Of this API: `<url>/auth/v1` is the issuer of its tokens. */
  url: string;
  /** Where links lead in the end. */
  siteUrl: string;
  lite: (request: Request) => Promise<Response>;
  mailbox: Pick<Mailbox, 'forget'>;
}): AuthFront {
  const { sql, secrets, lite } = options;
  const settings: SessionSettings = { jwtSecret: secrets.jwtSecret, issuer: `${options.url}/auth/v1` };

  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/auth/v1/admin/')) {
      if (!isSame(request.headers.get('apikey'), secrets.secretKey)) {
        throw new AuthError(403, 'not_admin', 'User not allowed');
      }
      if (pathname === '/auth/v1/admin/generate_link' && request.method === 'POST') {
        return generateLink(sql, request, options).catch((error: unknown) => {
          throw toAuthError(error);
        });
      }
      return answerAdminRequest(sql, request, options.mailbox);
    }
    if (pathname === '/auth/v1/settings' && request.method === 'GET')
      return describeSettings(await lite(request));
    if (pathname === '/auth/v1/signup' && request.method === 'POST') {
      const body = await readBody(request.clone(), signUpSchema);
      if (!body.email && !body.phone) {
        checkApiKey(request, secrets);
        const guest = await createGuest(sql, body.data ?? {}, settings);
        await noteAgent(sql, guest.access_token, request.headers.get('user-agent'));
        return Response.json(guest);
      }
    }
    if (pathname === '/auth/v1/user' && (await isSessionOver(sql, readBearer(request) ?? ''))) {
      throw new AuthError(403, 'session_not_found', 'Session from session_id claim in JWT does not exist');
    }
    if (pathname === '/auth/v1/user' && request.method === 'PUT') {
      const guest = await findGuest(sql, request, settings);
      const body = await readBody(request.clone(), userChangesSchema);
      if (guest && (body.email || body.password)) return Response.json(await convertGuest(sql, guest, body));
    }
    const isVerify = pathname === '/auth/v1/verify' && request.method === 'POST';
    const response = await lite(isVerify ? await renameEmailOtp(request) : request);
    // Only a lost database makes lite fail so. Said as 500 it would make supabase-js throw the session away.
    if (response.status === 500) return new AuthError(503, 'unexpected_failure', 'Try again').toResponse();
    return completeAnswer(sql, response, settings, request.headers.get('user-agent'));
  };

  return async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      if (error instanceof AuthError) return error.toResponse();
      throw error;
    }
  };
}

/** Adds to an answer about a user what lite does not know: whether they are a guest, and the token's other claims. */
async function completeAnswer(
  sql: Sql,
  response: Response,
  settings: SessionSettings,
  userAgent: string | null,
): Promise<Response> {
  const isJson = response.headers.get('content-type')?.includes('application/json');
  if (!response.ok || !isJson) return response;
  const text = await response.text();
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  const parsed = liteAnswerSchema.safeParse(JSON.parse(text));
  const userId = parsed.data?.user?.id ?? parsed.data?.id;
  const user = userId ? await getUser(sql, userId) : null;
  if (!parsed.success || !user) return new Response(text, { status: response.status, headers });
  const body = parsed.data;
  const isGuest = { is_anonymous: user.is_anonymous };
  if (!body.user) return Response.json({ ...body, ...isGuest }, { status: response.status, headers });
  if (body.access_token) await noteAgent(sql, body.access_token, userAgent);
  const token = body.access_token && (await resignAccessToken(body.access_token, user, settings));
  return Response.json(
    { ...body, ...(token && { access_token: token }), user: { ...body.user, ...isGuest } },
    { status: response.status, headers },
  );
}

/** What hosted Supabase calls `email` is a magic link or a sign-up: lite knows both under the older name only. */
async function renameEmailOtp(request: Request): Promise<Request> {
  const text = await request.clone().text();
  const parsed = emailOtpSchema.safeParse(parseJson(text));
  if (!parsed.success) return request;
  const headers = new Headers(request.headers);
  headers.delete('content-length');
  return new Request(request.url, {
    method: 'POST',
    headers,
    body: JSON.stringify({ ...parsed.data, type: 'magiclink' }),
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: lite refuses it in its own words.
    return undefined;
  }
}

async function describeSettings(response: Response): Promise<Response> {
  const settings = (await response.json()) as { external?: object };
  return Response.json({ ...settings, external: { ...settings.external, anonymous_users: true } });
}

function readBearer(request: Request): string | undefined {
  return /^Bearer\s+(.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
}

/** The guest who asks, or null when the token is not a guest's; a bad token is left to lite to refuse. */
async function findGuest(sql: Sql, request: Request, settings: SessionSettings): Promise<UserRow | null> {
  const token = readBearer(request);
  if (!token) return null;
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(settings.jwtSecret), {
      algorithms: ['HS256'],
    });
    const user = payload.sub ? await getUser(sql, payload.sub) : null;
    const [session] = user?.is_anonymous
      ? await sql`select 1 from auth.sessions where id = ${String(payload.session_id)} and user_id = ${user.id}`
      : [];
    return session ? user : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_J')) return null;
    throw error;
  }
}

function checkApiKey(request: Request, secrets: LocalSecrets): void {
  const key = request.headers.get('apikey') ?? new URL(request.url).searchParams.get('apikey');
  if (!isSame(key, secrets.publishableKey) && !isSame(key, secrets.secretKey)) {
    throw new AuthError(401, 'no_authorization', key ? 'Invalid API key' : 'No API key found in request');
  }
}

async function readBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const parsed = schema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) throw new AuthError(400, 'bad_json', 'Could not parse request body as JSON');
  return parsed.data;
}

function isSame(given: string | null, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
