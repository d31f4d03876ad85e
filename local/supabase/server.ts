import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { FetchHandler, NodeHandler } from './database-lives.ts';
import { isDatabaseUnavailable } from './database-refusal.ts';
import { renderMailPage } from './mail-page.ts';
import type { Mailbox } from './mailbox.ts';

export type LocalServerParts = {
  rest: FetchHandler;
  auth: FetchHandler;
  storage: NodeHandler;
  mailbox: Mailbox;
};

/** The one HTTP server of the local Supabase, in the paths of a hosted project. Everything else does not exist. */
export function createLocalServer(parts: LocalServerParts): http.Server {
  const listen = (handler: FetchHandler) =>
    getRequestListener(handler, {
      overrideGlobalObjects: false,
      errorHandler: (error) => {
        const { status, headers, body } = describeFailure(error);
        return Response.json(body, { status, headers });
      },
    });
  const rest = listen(parts.rest);
  const auth = listen(parts.auth);

  const server = http.createServer(async (request, response) => {
    allowEveryOrigin(request, response);
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const path = request.url?.split('?', 1)[0] ?? '/';
    try {
      if (path === '/health') return sendJson(response, 200, { status: 'ok' });
      if (path === '/mail') return sendHtml(response, renderMailPage(await parts.mailbox.listMails()));
      const handler = path.startsWith('/rest/v1/')
        ? rest
        : path.startsWith('/auth/v1/')
          ? auth
          : path.startsWith('/storage/v1/')
            ? parts.storage
            : null;
      if (!handler) return sendJson(response, 404, { message: 'There is nothing here.' });
      await handler(request, response);
    } catch (error) {
      const { status, headers, body } = describeFailure(error);
      if (response.headersSent) response.destroy();
      else
        response
          .writeHead(status, { 'content-type': 'application/json', ...headers })
          .end(JSON.stringify(body));
    }
  });
  // Uploads may take as long as they need.
  server.requestTimeout = 0;
  // Longer than any client keeps an idle connection, so that none is closed under a request on its way.
  server.keepAliveTimeout = 75_000;
  return server;
}

/** Listens on loopback only. The port has just been seen to be free. */
export function listenOnLoopback(server: http.Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

/** The keys are secrets and sent in headers, never as cookies, so any origin may try. */
function allowEveryOrigin(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader(
    'access-control-expose-headers',
    'content-range, content-location, preference-applied, content-length, etag, accept-ranges, x-total-count',
  );
  if (request.method !== 'OPTIONS') return;
  response.setHeader('access-control-allow-methods', 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS');
  response.setHeader(
    'access-control-allow-headers',
    request.headers['access-control-request-headers'] ?? 'authorization, apikey, content-type, x-client-info',
  );
  response.setHeader('access-control-max-age', '86400');
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

/** Clients of Supabase take 503 as passing: supabase-js keeps its session and asks again. */
function describeFailure(error: unknown): {
  status: number;
  headers: Record<string, string>;
  body: Record<string, string>;
} {
  if (isDatabaseUnavailable(error)) {
    const body = { code: 'database_unavailable', message: 'The database is being restarted.' };
    return { status: 503, headers: { 'retry-after': '1' }, body };
  }
  console.error('The local Supabase failed to answer.', error);
  return { status: 500, headers: {}, body: { code: 'unexpected_failure', message: 'Internal server error' } };
}

function sendHtml(response: ServerResponse, html: string): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'cache-control': 'no-store',
  });
  response.end(html);
}
