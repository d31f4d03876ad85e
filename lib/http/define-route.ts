import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Scope } from '@/lib/auth/api-key-schemas';
import { type Caller, getCaller } from '@/lib/auth/caller';
import { createGuestCaller } from '@/lib/auth/guest';
import { getEnv } from '@/lib/env';
import { AppError, toAppError } from '@/lib/errors';
import { requireGrownUp } from '@/lib/household/grown-up';
import { createRequestLogger } from '@/lib/log';
import { getMetrics } from '@/lib/metrics';
import { collectDecisions } from '@/lib/safety/decisions';
import { recordDecisions } from '@/lib/safety/record-decisions';
import { hideShareId } from '@/lib/share/share-headers';
import { type CookieJar, createCookieJar } from '@/lib/supabase/cookie-jar';
import { withVisitorAgent } from '@/lib/supabase/visitor-agent';
import { getClientAddress } from './client-address';
import { buildCorsHeaders } from './cors';
import { countAddress, countCaller, countInMinute } from './general-limit';
import { createProblemResponse, isServerFault } from './problem';
import { buildRateLimitHeaders, consumeRateLimit, type RateLimit, rateLimitError } from './rate-limit';
import { nameRoute, recordRequest } from './record-request';
import { readJsonBody, readParams, readQuery } from './request-input';
import { isSameOrigin } from './same-origin';
import { createServerTiming } from './server-timing';

/**
 * Who may call a route:
 * - `none`: nobody is looked up.
 * - `optional`: a caller or null.
 * - `required`: a caller, else 401.
 * - `visitor-allowed`: a caller; on our own pages also nobody, who stays nobody.
 * - `guest-allowed`: a caller; a browser on one of our pages without a session becomes a guest on the spot.
 */
export type CallerMode = 'none' | 'optional' | 'required' | 'visitor-allowed' | 'guest-allowed';

type CallerOf<Mode extends CallerMode> = Mode extends 'none'
  ? null
  : Mode extends 'optional' | 'visitor-allowed'
    ? Caller | null
    : Caller;
type OutputOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

type RouteLimit = RateLimit & {
  by?: 'caller' | 'address';
  /** Of a limit a minute: counted in memory and told to the other instances a moment later, so that nobody waits for it. */
  soon?: true;
};

export type RouteOptions<Mode extends CallerMode, Body, Query, Params> = {
  caller: Mode;
  body?: Body;
  query?: Query;
  params?: Params;
  /** What an API key must be made for; by default `read` for GET and HEAD, `write` for everything else. */
  scope?: Scope;
  /** Beside the limit that counts every request (lib/http/general-limit.ts). Counted per caller, or per address when there is none or `by` says so. A function is asked at each request. */
  limit?: RouteLimit | (() => RouteLimit);
  /** Only pages of ours may call (sign-in and the like, which act on cookies without a caller). */
  sameOrigin?: boolean;
  /** For the household's grown-ups: 403 `pin_required` without their proof (lib/household/grown-up.ts). */
  grownUp?: true;
  /** Serves whatever address has no route. */
  isCatchAll?: boolean;
};

export type RouteInput<Mode extends CallerMode, Body, Query, Params> = {
  request: Request;
  requestId: string;
  log: Logger;
  caller: CallerOf<Mode>;
  body: OutputOf<Body>;
  query: OutputOf<Query>;
  params: OutputOf<Params>;
  /** The browser's cookies; what changes in it reaches the response, also when the handler throws. */
  jar: CookieJar;
};

/** What Next passes beside the request. */
type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };

/**
 * How every route handler is written: who is calling, limits, input checked by schemas, then the handler, whose value is
 * answered as JSON (`undefined`: 204) unless it is a Response. Whatever is thrown becomes problem+json.
 */
export function defineRoute<
  Mode extends CallerMode,
  Body extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Params extends z.ZodType | undefined = undefined,
>(
  options: RouteOptions<Mode, Body, Query, Params>,
  handle: (input: RouteInput<Mode, Body, Query, Params>) => unknown,
): (request: Request, context?: RouteContext) => Promise<Response> {
  return async (request, context) => {
    const requestId = getRequestId(request);
    const log = createRequestLogger(requestId);
    const jar = createCookieJar(request.headers.get('cookie'));
    const limitHeaders: Record<string, string> = {};
    const timing = createServerTiming();
    const startedMs = performance.now();
    let response: Response;
    const seen: { caller: Caller | null } = { caller: null };
    const answer = async () => {
      countAddress(request, limitHeaders);
      const known =
        options.caller === 'none' ? null : await timing.time('auth', () => getCaller(request, jar));
      seen.caller = known;
      countRequest(request, known, limitHeaders);
      checkAdmission(options, request, known);
      await timing.time('limit', () => countUse(options, request, known, limitHeaders));
      if (options.grownUp && known) await requireGrownUp(known);
      const params = options.params ? readParams(await context?.params, options.params) : undefined;
      const query = options.query ? readQuery(request, options.query) : undefined;
      const { body: bodySchema } = options;
      const body = bodySchema
        ? await timing.time('body', () => readJsonBody(request, bodySchema, getEnv().maxRequestBytes))
        : undefined;
      // Last: a request that is refused leaves no guest behind.
      const caller =
        known ?? (options.caller === 'guest-allowed' ? await createGuestCaller(request, jar) : null);
      seen.caller = caller;
      const input = { request, requestId, log, caller, body, query, params, jar };
      const value = await timing.time('handle', () => handle(input as RouteInput<Mode, Body, Query, Params>));
      return toResponse(value);
    };
    const keep = recordDecisions(log, () => ({
      door: `${request.method} ${nameRoute(new URL(request.url).pathname)}`,
      ownerId: seen.caller?.userId,
    }));
    try {
      // What the guard decided is on record before anybody is answered.
      response = await withVisitorAgent(request.headers, () => collectDecisions(keep, answer));
    } catch (error) {
      logFailure(log, request, error);
      response = createProblemResponse(error, { requestId, headers: limitHeaders });
    }
    recordRequest(log, {
      request,
      status: response.status,
      durationMs: performance.now() - startedMs,
      callerId: seen.caller?.userId,
      via: seen.caller?.via,
      params: await context?.params,
      isKnownRoute: !options.isCatchAll,
    });
    const ownHeaders = { ...limitHeaders, 'server-timing': timing.toHeader() };
    return finish(request, response, { requestId, ownHeaders, jar });
  };
}

const HOW_TO_CALL =
  'send Authorization: Bearer <API key or access token>. Keys are made on the page /account; POST /api/auth/guest gives a new guest an access token. (Who runs this installation can also set API_KEY or OPEN_API.)';

function countRequest(request: Request, known: Caller | null, headers: Record<string, string>): void {
  const counted = countCaller(request, known?.userId);
  Object.assign(headers, counted?.headers);
  if (counted && !counted.state.allowed) throw rateLimitError(counted.state);
}

function checkAdmission(
  options: { caller: CallerMode; sameOrigin?: boolean; scope?: Scope },
  request: Request,
  known: Caller | null,
): void {
  const changes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
  const scope = options.scope ?? (changes ? 'write' : 'read');
  if (known && !known.scopes.includes(scope)) {
    throw new AppError('forbidden', `This API key cannot ${scope}: it was made for ${known.scopes.join()}.`);
  }
  // A documented GET that starts work counts as a change: another site's image tag must not make stories.
  const needsOurPage = options.sameOrigin || ((changes || scope === 'write') && known?.via === 'cookie');
  if (needsOurPage && !isSameOrigin(request)) {
    throw new AppError(
      'unauthenticated',
      'A session cookie only counts on requests from our own pages. Send Authorization: Bearer <access token> instead.',
    );
  }
  const isStranger = known === null;
  if (isStranger && options.caller === 'required') {
    throw new AppError('unauthenticated', `Sign in, or ${HOW_TO_CALL}`);
  }
  const isForPages = options.caller === 'guest-allowed' || options.caller === 'visitor-allowed';
  if (isStranger && isForPages && !isSameOrigin(request)) {
    throw new AppError('unauthenticated', HOW_TO_CALL[0]?.toUpperCase() + HOW_TO_CALL.slice(1));
  }
}

async function countUse(
  options: { limit?: RouteOptions<CallerMode, never, never, never>['limit'] },
  request: Request,
  known: Caller | null,
  headers: Record<string, string>,
): Promise<void> {
  if (!options.limit) {
    return;
  }
  const limit = typeof options.limit === 'function' ? options.limit() : options.limit;
  const key = known && limit.by !== 'address' ? known.userId : getClientAddress(request);
  const state = limit.soon
    ? countInMinute(limit.name, key, limit.points)
    : await consumeRateLimit(limit, key);
  for (const [name, value] of Object.entries(buildRateLimitHeaders(limit, state))) {
    headers[name] = headers[name] ? `${value}, ${headers[name]}` : value;
  }
  if (!state.allowed) {
    throw rateLimitError(state);
  }
}

function toResponse(answer: unknown): Response {
  if (answer instanceof Response) {
    return answer;
  }
  return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
}

function finish(
  request: Request,
  response: Response,
  { requestId, ownHeaders, jar }: { requestId: string; ownHeaders: Record<string, string>; jar: CookieJar },
): Response {
  // A Response from fetch or Response.redirect has fixed headers: copy them.
  const headers = new Headers(response.headers);
  headers.set('x-request-id', requestId);
  headers.set('x-content-type-options', 'nosniff');
  if (!headers.has('cache-control')) {
    headers.set('cache-control', 'private, no-store');
  }
  for (const [name, value] of Object.entries(ownHeaders)) {
    headers.set(name, value);
  }
  const { vary, ...cors } = buildCorsHeaders(request.headers.get('origin'));
  if (vary) headers.append('vary', vary);
  for (const [name, value] of Object.entries(cors)) {
    headers.set(name, value);
  }
  jar.applyTo(headers);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

/** A caller's own id is kept when it is harmless, so that their log and ours can be laid side by side. */
function getRequestId(request: Request): string {
  const given = request.headers.get('x-request-id');
  return given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

function logFailure(log: Logger, request: Request, error: unknown): void {
  getMetrics().problems.inc({ code: toAppError(error).code });
  const facts = { err: error, method: request.method, path: hideShareId(new URL(request.url).pathname) };
  if (isServerFault(error)) {
    log.error(facts, 'request failed');
  } else {
    log.debug(facts, 'request refused');
  }
}
