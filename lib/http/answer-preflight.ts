import type { IncomingMessage, ServerResponse } from 'node:http';
import { buildPreflightHeaders } from './cors.ts';

/**
 * For `server.ts`: answers a browser that asks whether a page of another site may send a request. The routes themselves
 * never see it (a proxy before them would hold every body in memory).
 *
 * @returns true when the request was answered here
 */
export function answerPreflight(request: IncomingMessage, response: ServerResponse): boolean {
  const { origin } = request.headers;
  if (request.method !== 'OPTIONS' || !origin || !request.headers['access-control-request-method'])
    return false;
  const wantedHeaders = String(request.headers['access-control-request-headers'] ?? '') || null;
  for (const [name, value] of Object.entries(buildPreflightHeaders({ origin, wantedHeaders }))) {
    response.setHeader(name, value);
  }
  response.statusCode = 204;
  response.end();
  return true;
}
