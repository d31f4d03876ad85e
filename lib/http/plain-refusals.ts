import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '../errors.ts';
import { buildProblem } from './problem.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * For `server.ts`, before a request goes to Next, which ends what it cannot read with a bare 500: an address that is no
 * address, or a method no handler can have; and addresses of the API that lead out of it. A whole URL as target (RFC 9112, section 3.2.2) becomes its path.
 *
 * @returns true when the request was answered here
 */
export function refuseUnreadable(request: IncomingMessage, response: ServerResponse): boolean {
  if (!METHODS.includes(request.method ?? '')) {
    // RFC 9110, section 15.5.6: a 405 says which methods there are.
    response.setHeader('allow', METHODS.join(', '));
    send(response, new AppError('method_not_allowed', 'No address here takes this method.'));
    return true;
  }
  const target = readTarget(request.url ?? '');
  if (target === null) {
    send(response, new AppError('invalid_request', 'The address cannot be read: it is not valid in UTF-8.'));
    return true;
  }
  if (leadsElsewhere(target)) {
    send(response, new AppError('not_found', 'There is nothing at this address.'));
    return true;
  }
  request.url = target;
  return false;
}

/** For `server.ts`: Next's answer to a method that a route does not have is empty; ours says why. */
export function explainRefusedMethod(request: IncomingMessage, response: ServerResponse): void {
  const { writeHead, end } = response;
  let explanation: string | undefined;
  // Node calls it itself, through the instance, when headers are flushed implicitly.
  response.writeHead = function (this: ServerResponse, ...parameters: unknown[]) {
    if (this.statusCode === 405 && request.method !== 'HEAD' && !this.hasHeader('content-type')) {
      explanation = toBody(
        this,
        new AppError('method_not_allowed', `This address has no ${request.method}.`),
      );
      this.setHeader('content-length', Buffer.byteLength(explanation));
    }
    return writeHead.apply(this, parameters as Parameters<typeof writeHead>);
  } as typeof writeHead;
  response.end = function (this: ServerResponse, ...parameters: unknown[]) {
    if (this.statusCode === 405 && !this.headersSent) this.writeHead(405);
    return explanation
      ? end.call(this, explanation, 'utf8')
      : end.apply(this, parameters as Parameters<typeof end>);
  } as typeof end;
}

/**
 * Whether a path of the API has steps up or back-slashes. Clients resolve those before they send: whoever sends them wants
 * out of the folder, and Next would answer with a redirect or a page.
 */
function leadsElsewhere(target: string): boolean {
  const path = decodeURIComponent(target.split('?', 1)[0] ?? '');
  return path.startsWith('/api/') && (path.includes('\\') || /\/\.{1,2}(?:\/|$)/.test(path));
}

/** The path and query of a request's target as Next can read it, or null. */
export function readTarget(target: string): string | null {
  let path = target;
  if (!target.startsWith('/')) {
    if (!URL.canParse(target)) return null;
    const url = new URL(target);
    path = `${url.pathname}${url.search}`;
  }
  try {
    decodeURIComponent(path.split('?', 1)[0] ?? '');
    return path;
  } catch {
    // A percent sign without two hexadecimal digits, or bytes that are not UTF-8.
    return null;
  }
}

function send(response: ServerResponse, error: AppError): void {
  response.statusCode = buildProblem(error).status;
  // The body that may follow is not read.
  response.setHeader('connection', 'close');
  response.end(toBody(response, error));
}

function toBody(response: ServerResponse, error: AppError): string {
  response.setHeader('content-type', 'application/problem+json; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  return JSON.stringify(buildProblem(error));
}
