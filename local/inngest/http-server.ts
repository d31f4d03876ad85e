import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError, toAppError } from '../../lib/errors.ts';
import { isAllowed, isLocalRequest } from './http-access.ts';
import { type HttpAnswer, routeRequest } from './http-routes.ts';
import type { RunnerContext } from './runner-context.ts';

const MAX_BODY_BYTES = 32 * 1024 * 1024;

const STATUS_OF_CODE: Partial<Record<AppError['code'], number>> = {
  invalid_request: 400,
  unauthenticated: 401,
  not_found: 404,
  payload_too_large: 413,
};

async function readBody(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES)
      throw new AppError('payload_too_large', `The body is larger than ${MAX_BODY_BYTES} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

async function answerRequest(context: RunnerContext, request: http.IncomingMessage): Promise<HttpAnswer> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  try {
    if (!isLocalRequest(request.headers))
      return { status: 403, json: { error: 'only requests from this machine are served', status: 403 } };
    if (!isAllowed(context.settings, url.pathname, request.headers))
      throw new AppError('unauthenticated', 'The event key or signing key is missing or wrong.');
    return routeRequest(
      context,
      { method: request.method ?? 'GET', url, headers: request.headers },
      await readBody(request),
    );
  } catch (error) {
    const known = toAppError(error, 'internal', error instanceof Error ? error.message : undefined);
    const status = STATUS_OF_CODE[known.code] ?? 500;
    if (status === 500)
      context.log.error({ path: url.pathname, error: String(known.cause) }, 'request failed');
    return { status, json: { ids: [], status, error: known.message } };
  }
}

/** @returns the server, listening on the loopback interface, and its address */
export async function listen(
  context: RunnerContext,
  port: number,
): Promise<{ server: http.Server; url: string }> {
  const server = http.createServer(async (request, response) => {
    const answer = await answerRequest(context, request);
    const text = 'html' in answer ? answer.html : JSON.stringify(answer.json);
    response.writeHead(answer.status, {
      'content-type': 'html' in answer ? 'text/html; charset=utf-8' : 'application/json',
      'x-inngest-server-kind': context.settings.signingKey ? 'cloud' : 'dev',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    });
    response.end(text);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        'code' in error && error.code === 'EADDRINUSE'
          ? new AppError('conflict', `Port ${port} is in use; set INNGEST_PORT to another one.`, {
              cause: error,
            })
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
