import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { AppError, isAppError } from '../errors.ts';
import { readTarget } from '../http/plain-refusals.ts';
import { log } from '../log.ts';
import { CLOSE_CODES, closeSocket } from './close-codes.ts';
import type { JoinedSession } from './conversation.ts';
import { AUTHORIZATION_PROTOCOL, readSocketCredentials, readTokenEnd } from './credentials.ts';
import { joinSession } from './join-session.ts';
import { SOCKET_LIMITS, type SocketLimits } from './limits.ts';
import { createLoopback, type Loopback, redeemTicket } from './loopback.ts';
import { isOwnOrigin } from './own-origin.ts';
import { refuseUpgrade } from './refuse-upgrade.ts';
import { serveSocket } from './serve-socket.ts';
import { readSocketAddress } from './socket-address.ts';

type Admitted = { api: Loopback; userId: string; joined: JoinedSession; tokenEndMs: number | null };

/**
 * `/api/conversation/{userId}` for `server.ts`: checks a handshake before it is answered, then serves the socket by calling
 * our own HTTP API with the caller's token. Holds nothing that another process would need.
 */
export function createSocketBridge(options: {
  /** Our own server as this process reaches it. */
  getOrigin: () => string;
  publicUrl: string;
  trustsProxy: boolean;
  limits?: Partial<SocketLimits>;
}) {
  const limits = { ...SOCKET_LIMITS, ...options.limits };
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
    // The name of the pair is confirmed, never the token.
    handleProtocols: () => AUTHORIZATION_PROTOCOL,
  });
  const countByUser = new Map<string, number>();
  let handshakes = 0;
  let connections = 0;
  let isClosing = false;

  async function admit(request: IncomingMessage, signal: AbortSignal): Promise<Admitted> {
    const address = readSocketAddress(readTarget(request.url ?? ''));
    const credentials = readSocketCredentials(request.headers, address.ticket);
    // What follows the name is the token, and would be refused as a name of a protocol.
    if (credentials.via === 'token' && credentials.protocol) {
      request.headers['sec-websocket-protocol'] = credentials.protocol;
    } else {
      delete request.headers['sec-websocket-protocol'];
    }
    if (
      credentials.via === 'ticket' &&
      !isOwnOrigin(request.headers, options.publicUrl, options.trustsProxy)
    ) {
      throw new ForeignOrigin('unauthenticated', 'A ticket only counts on pages of ours.');
    }
    const origin = options.getOrigin();
    const token =
      credentials.via === 'token'
        ? credentials.token
        : await redeemTicket(origin, credentials.ticket, signal);
    const tokenEndMs = readTokenEnd(token);
    const api = createLoopback(origin, token);
    const userId = (await api.getMe(signal).catch((error) => failWithReason(error, tokenEndMs))).user_id;
    if (address.userId !== null && address.userId !== userId)
      throw new AppError('not_found', 'There is no such conversation.');
    const joined = await joinSession(api, address, signal);
    return { api, userId, joined, tokenEndMs };
  }

  /** Counts until the connection is gone, however it goes. */
  function countUser(userId: string, socket: Duplex): void {
    const count = countByUser.get(userId) ?? 0;
    if (count >= limits.connectionsPerUser) {
      throw new AppError('rate_limited', `At most ${limits.connectionsPerUser} sockets at once.`, {
        retryAfterSeconds: 5,
      });
    }
    countByUser.set(userId, count + 1);
    socket.once('close', () => {
      const left = (countByUser.get(userId) ?? 1) - 1;
      if (left > 0) countByUser.set(userId, left);
      else countByUser.delete(userId);
    });
  }

  async function handle(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (isClosing || handshakes >= limits.handshakes || connections >= limits.connections)
      throw new Full('rate_limited', 'Too many sockets are open. Try again in a moment.', {
        retryAfterSeconds: 5,
      });
    connections += 1;
    socket.once('close', () => {
      connections -= 1;
    });
    handshakes += 1;
    let admitted: Admitted;
    try {
      admitted = await admit(request, AbortSignal.timeout(limits.handshakeMs));
    } finally {
      handshakes -= 1;
    }
    if (socket.destroyed) return;
    countUser(admitted.userId, socket);
    server.handleUpgrade(request, socket, head, (webSocket) => {
      serveSocket(webSocket, { ...admitted, limits });
      if (isClosing) closeSocket(webSocket, CLOSE_CODES.restart, 'restart');
    });
  }

  return {
    /** For the server's `upgrade` event: always answers, never throws. */
    handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      // A connection that breaks in the middle of its handshake is nobody's loss.
      socket.on('error', (error) => log.debug({ err: error }, 'a handshake broke off'));
      handle(request, socket, head).catch((error: unknown) => {
        if (!isAppError(error)) log.error({ err: error }, 'a handshake failed');
        refuseUpgrade(socket, error, {
          ...(error instanceof ForeignOrigin ? { status: 403, title: 'Not from this page' } : {}),
          ...(error instanceof Full ? { status: 503, title: 'The server is busy' } : {}),
          ...(isAppError(error) && error.code === 'unauthenticated' && !(error instanceof ForeignOrigin)
            ? { reason: error instanceof BadToken ? error.reason : 'missing' }
            : {}),
        });
      });
    },
    /** Tells every client to come back in a moment, and takes no more. */
    close(): void {
      isClosing = true;
      for (const socket of server.clients) closeSocket(socket, CLOSE_CODES.restart, 'restart');
    },
    countConnections: () => connections,
  };
}
export type SocketBridge = ReturnType<typeof createSocketBridge>;

/** 403 rather than 401: another token would not help. */
class ForeignOrigin extends AppError {}
/** 503 rather than 429: it is not this caller who asks too often. */
class Full extends AppError {}
class BadToken extends AppError {
  readonly reason: string;
  constructor(reason: string, cause: AppError) {
    super('unauthenticated', cause.message, { cause });
    this.reason = reason;
  }
}

function failWithReason(error: unknown, tokenEndMs: number | null): never {
  if (!isAppError(error) || error.code !== 'unauthenticated') throw error;
  throw new BadToken(tokenEndMs !== null && tokenEndMs <= Date.now() ? 'expired' : 'forged', error);
}
