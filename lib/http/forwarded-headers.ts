import type { IncomingMessage } from 'node:http';

const FORWARDED_HEADERS = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-real-ip',
];

/**
 * For `server.ts`, before a request goes to Next: without a trusted proxy in front, anybody could claim any address or
 * host by sending these headers, and Next keeps what it finds. They are replaced by what the socket says.
 */
export function replaceForwardedHeaders(request: IncomingMessage, trustedProxies: number): void {
  if (trustedProxies > 0) {
    return;
  }
  for (const name of FORWARDED_HEADERS) {
    delete request.headers[name];
  }
  if (request.socket.remoteAddress) {
    request.headers['x-forwarded-for'] = request.socket.remoteAddress;
  }
}
