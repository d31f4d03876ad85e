import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { AppError } from '../errors.ts';

/** What a handshake brings to say who is calling. */
export type SocketCredentials =
  | { via: 'token'; token: string; protocol: 'Authorization' | null }
  | { via: 'ticket'; ticket: string };

/** Under this name the subprotocol pair is offered, and confirmed without its token. */
export const AUTHORIZATION_PROTOCOL = 'Authorization';

/**
 * By `Authorization: Bearer …`; by the subprotocol pair `Authorization, Bearer eyJ…` as the documented Dart client sends
 * it (the space makes it no token of RFC 6455, so it is read here and not by the socket library) or `Authorization, eyJ…`
 * as browsers can; or by `?ticket=`.
 *
 * @throws AppError `unauthenticated` when there is none of them
 */
export function readSocketCredentials(
  headers: IncomingHttpHeaders,
  ticket: string | null,
): SocketCredentials {
  const protocols = (headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim());
  const index = protocols.findIndex((protocol) => protocol.toLowerCase() === 'authorization');
  const offered = index < 0 ? undefined : readBearer(protocols[index + 1]);
  const bearer = /^bearer\s/i.test(headers.authorization ?? '')
    ? readBearer(headers.authorization)
    : undefined;
  const token = bearer ?? offered;
  if (token) return { via: 'token', token, protocol: index < 0 ? null : AUTHORIZATION_PROTOCOL };
  if (ticket) return { via: 'ticket', ticket };
  throw new AppError(
    'unauthenticated',
    'Who is calling is missing: send Authorization: Bearer <access token>, the subprotocols "Authorization, <access token>", or ?ticket= from POST /api/conversation/tickets.',
  );
}

function readBearer(text: string | undefined): string | undefined {
  return /^(?:bearer\s+)?([\w.~+/=-]+)$/i.exec(text?.trim() ?? '')?.[1];
}

const claimsSchema = z.object({ exp: z.number() });

/** When a token ends, in ms since 1970, read without trusting it; null when it does not say. */
export function readTokenEnd(token: string): number | null {
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const parsed = claimsSchema.safeParse(claims);
    return parsed.success ? parsed.data.exp * 1000 : null;
  } catch {
    // Not JSON, so not a token: whoever verifies it says so.
    return null;
  }
}
