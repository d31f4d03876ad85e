import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { toAppError } from '../errors.ts';
import { buildProblem } from '../http/problem.ts';
import type { Problem } from '../story/views.ts';

/** A peer that does not take the refusal is cut off. */
const REFUSAL_GRACE_MS = 2_000;

/** Answers a handshake with problem+json instead of a socket, and lets the connection go. */
export function refuseUpgrade(
  socket: Duplex,
  thrown: unknown,
  extra: Partial<Problem> & { reason?: string | undefined } = {},
): void {
  const error = toAppError(thrown);
  const problem = { ...buildProblem(error), ...extra };
  const body = JSON.stringify(problem);
  const headers = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? 'Refused'}`,
    'Connection: close',
    'Content-Type: application/problem+json; charset=utf-8',
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  if (problem.status === 401) headers.push('WWW-Authenticate: Bearer realm="storyloom"');
  if (error.retryAfterSeconds !== undefined)
    headers.push(`Retry-After: ${Math.ceil(error.retryAfterSeconds)}`);
  // What the peer has already sent is thrown away: closing over unread bytes would reset the connection under the answer.
  socket.resume();
  socket.end(`${headers.join('\r\n')}\r\n\r\n${body}`);
  setTimeout(() => socket.destroy(), REFUSAL_GRACE_MS).unref();
}
