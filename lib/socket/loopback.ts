import { z } from 'zod';
import { chatEventViewSchema, chatMessageViewSchema, chatSessionViewSchema } from '../chat/views.ts';
import { dossierViewSchema } from '../dossier/views.ts';
import { AppError, ERROR_CODES, toAppError } from '../errors.ts';
import { jobEventViewSchema, jobViewSchema, problemSchema } from '../story/views.ts';
import { BRIDGE_KEY_HEADER, getBridgeKey } from './bridge-key.ts';
import { readEventStream } from './read-event-stream.ts';

const REQUEST_MS = 20_000;
const MESSAGE_PAGE = 200;

const meSchema = z.object({ user_id: z.uuid() });
const saidSchema = z.object({ project_id: z.uuid() });
const ticketSchema = z.object({ access_token: z.string() });
const errorCodeSchema = z.enum(ERROR_CODES);

/**
 * Our own HTTP API as one caller sees it, from inside the process that serves it: every rule stays in the routes.
 * All throw AppError with the problem's code; `database_failed` when the server could not be reached.
 */
export function createLoopback(origin: string, token: string) {
  const authorization = { authorization: `Bearer ${token}` };
  const get = async <Schema extends z.ZodType>(path: string, schema: Schema, signal?: AbortSignal) =>
    schema.parse(await (await send(origin, path, { headers: authorization, signal })).json());
  const follow = <Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    options: { afterId: number | null; signal: AbortSignal; onOpen?: () => void },
  ) =>
    readEventStream({
      ...options,
      open: (lastEventId) =>
        send(origin, path, {
          headers: { ...authorization, ...(lastEventId === null ? {} : { 'last-event-id': lastEventId }) },
          signal: options.signal,
          isStream: true,
        }),
      parse: (data) => schema.parse(data),
    });
  return {
    getMe: (signal?: AbortSignal) => get('/api/auth/me', meSchema, signal),
    getSession: (id: string, signal?: AbortSignal) =>
      get(`/api/sessions/${id}`, chatSessionViewSchema, signal),
    listSessions: (signal?: AbortSignal) => get('/api/sessions', z.array(chatSessionViewSchema), signal),
    listMessages: (sessionId: string, signal?: AbortSignal) =>
      get(
        `/api/sessions/${sessionId}/messages?limit=${MESSAGE_PAGE}`,
        z.array(chatMessageViewSchema),
        signal,
      ),
    getDossier: (projectId: string, signal?: AbortSignal) =>
      get(`/api/dossier/${projectId}`, dossierViewSchema, signal),
    getJob: (jobId: string, signal?: AbortSignal) =>
      get(`/api/v1/stories/jobs/${jobId}`, jobViewSchema, signal),
    /** Says something and does not wait for the answer; it is read from the session's events. */
    async say(message: { sessionId: string; messageId: string; text: string }, signal?: AbortSignal) {
      const response = await send(origin, '/api/chat', {
        method: 'POST',
        headers: { ...authorization, 'content-type': 'application/json', prefer: 'respond-async' },
        body: JSON.stringify({
          text: message.text,
          session_id: message.sessionId,
          message_id: message.messageId,
        }),
        signal,
      });
      return saidSchema.parse(await response.json());
    },
    async stopAnswer(sessionId: string, signal?: AbortSignal) {
      await send(origin, `/api/sessions/${sessionId}/stop`, {
        method: 'POST',
        headers: authorization,
        signal,
      });
    },
    followSession: (
      id: string,
      options: { afterId: number | null; signal: AbortSignal; onOpen: () => void },
    ) => follow(`/api/sessions/${id}/events`, chatEventViewSchema, options),
    followJob: (id: string, options: { afterId: number | null; signal: AbortSignal }) =>
      follow(`/api/v1/stories/jobs/${id}/events`, jobEventViewSchema, options),
  };
}
export type Loopback = ReturnType<typeof createLoopback>;

/** The access token that a one-time ticket was made for; the ticket is used up. */
export async function redeemTicket(origin: string, ticket: string, signal?: AbortSignal): Promise<string> {
  const response = await send(origin, '/api/conversation/tickets/redeem', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ticket }),
    signal,
  });
  return ticketSchema.parse(await response.json()).access_token;
}

type Call = {
  method?: string;
  headers: Record<string, string>;
  body?: string;
  signal?: AbortSignal | undefined;
  /** Stays open: only its beginning has a time limit of the caller's. */
  isStream?: boolean;
};

async function send(origin: string, path: string, call: Call): Promise<Response> {
  const { isStream = false, signal, ...init } = call;
  const limits = [...(signal ? [signal] : []), ...(isStream ? [] : [AbortSignal.timeout(REQUEST_MS)])];
  let response: Response;
  try {
    response = await fetch(`${origin}${path}`, {
      ...init,
      // Everybody's sockets come from this one address; see lib/http/general-limit.ts.
      headers: { ...init.headers, [BRIDGE_KEY_HEADER]: getBridgeKey() },
      cache: 'no-store',
      signal: limits.length > 0 ? AbortSignal.any(limits) : null,
    });
  } catch (error) {
    throw new AppError('database_failed', 'Our own API did not answer.', {
      cause: error,
      retryAfterSeconds: 1,
    });
  }
  if (response.ok) return response;
  throw await readProblem(response);
}

async function readProblem(response: Response): Promise<AppError> {
  const problem = problemSchema.safeParse(await response.json().catch(() => undefined));
  const code = errorCodeSchema.safeParse(problem.data?.code);
  const wait = Number(response.headers.get('retry-after'));
  if (!problem.success || !code.success) {
    return toAppError(new Error(`our own API answered ${response.status} without a problem`));
  }
  return new AppError(code.data, problem.data.detail ?? problem.data.title, {
    ...(wait > 0 ? { retryAfterSeconds: wait } : {}),
  });
}
