import type { IncomingHttpHeaders } from 'node:http';
import { AppError } from '../../lib/errors.ts';
import { acceptCheckpoint } from './checkpoints.ts';
import { acceptEvents } from './events.ts';
import { readHealth } from './health.ts';
import { renderPage } from './page.ts';
import { endRun } from './run-end.ts';
import type { RunnerContext } from './runner-context.ts';
import { findRun, listRunsOfEvent, type Run } from './runs.ts';
import { parseEventIdSeed } from './ulids.ts';

export type HttpAnswer = { status: number; json: unknown } | { status: number; html: string };
type Request = { method: string; url: URL; headers: IncomingHttpHeaders };
type Handler = (
  context: RunnerContext,
  input: { id: string; body: string; url: URL; headers: IncomingHttpHeaders },
) => HttpAnswer;

function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new AppError('invalid_request', 'The body is not JSON.', { cause: error });
  }
}

const runView = (run: Run) => ({
  run_id: run.id,
  function_id: run.functionId,
  status: run.status,
  event_id: run.eventId,
  run_started_at: new Date(run.startedAt).toISOString(),
  ended_at: run.endedAt === undefined ? null : new Date(run.endedAt).toISOString(),
  output: run.output ?? null,
});

const sendEvents: Handler = (context, { body, headers }) => {
  const seed = parseEventIdSeed(headers['x-inngest-event-id-seed']?.toString());
  return { status: 200, json: { ids: acceptEvents(context, parseBody(body), seed), status: 200 } };
};

const register: Handler = (context, { body }) => {
  const modified = context.registry.register(parseBody(body) as object, Date.now());
  context.sync.registered();
  return { status: 200, json: { ok: true, modified } };
};

const checkpoint: Handler = (context, { id, body }) =>
  acceptCheckpoint(context, id, parseBody(body)) === 'saved'
    ? { status: 200, json: {} }
    : { status: 409, json: { error: 'stale dispatch', status: 409 } };

const readRun = (context: RunnerContext, { id }: { id: string }): HttpAnswer => {
  const run = findRun(context.store, id);
  if (!run) throw new AppError('not_found', 'There is no such run.');
  return { status: 200, json: { data: runView(run) } };
};

const cancelRun: Handler = (context, { id }) => {
  context.store.transaction(() => endRun(context, id, { status: 'Cancelled' }));
  return readRun(context, { id });
};

const ROUTES: { method: string; path: RegExp; handle: Handler }[] = [
  { method: 'POST', path: /^\/e\/([^/]+)$/, handle: sendEvents },
  { method: 'POST', path: /^\/v1\/checkpoint\/([^/]+)\/async$/, handle: checkpoint },
  { method: 'POST', path: /^\/fn\/register$/, handle: register },
  {
    method: 'GET',
    path: /^\/v1\/events\/([^/]+)\/runs$/,
    handle: (context, { id }) => ({
      status: 200,
      json: { data: listRunsOfEvent(context.store, id).map(runView) },
    }),
  },
  { method: 'GET', path: /^\/v1\/runs\/([^/]+)$/, handle: readRun },
  { method: 'DELETE', path: /^\/v1\/runs\/([^/]+)$/, handle: cancelRun },
  { method: 'GET', path: /^\/health$/, handle: (context) => ({ status: 200, json: readHealth(context) }) },
  {
    method: 'GET',
    path: /^\/$/,
    handle: (context, { url }) => ({ status: 200, html: renderPage(context, url.searchParams.get('run')) }),
  },
];

/** @throws AppError `not_found` for a route of the Inngest server this runner does not have */
export function routeRequest(context: RunnerContext, request: Request, body: string): HttpAnswer {
  for (const route of ROUTES) {
    const match = request.method === route.method ? route.path.exec(request.url.pathname) : null;
    if (match)
      return route.handle(context, { id: match[1] ?? '', body, url: request.url, headers: request.headers });
  }
  throw new AppError(
    'not_found',
    `The local Inngest runner does not serve ${request.method} ${request.url.pathname}.`,
  );
}
