import type { WebSocket } from 'ws';

/** Why a socket of ours is closed (RFC 6455, section 7.4; 4000–4999 are ours). Described for clients in docs/websocket.md. */
export const CLOSE_CODES = {
  /** Binary frames carry nothing here. */
  binary: 1003,
  /** Several frames in a row that are no messages. */
  notMessages: 1008,
  /** Something of ours failed. */
  failed: 1011,
  /** The server stops or restarts: connect again. */
  restart: 1012,
  /** The token has ended: refresh it and connect again with `after`. */
  refresh: 4401,
  /** The conversation is gone. */
  gone: 4404,
  /** The client does not take what is sent to it: connect again with `after`. */
  slow: 4408,
  /** Too many frames a second. */
  tooOften: 4429,
} as const;

/** A peer that does not answer the close frame, or whose frames are stuck before it, is cut off after this time. */
const CLOSE_GRACE_MS = 2_000;

export function closeSocket(socket: WebSocket, code: number, reason: string): void {
  if (socket.readyState === socket.CLOSED) return;
  socket.close(code, reason);
  setTimeout(() => socket.terminate(), CLOSE_GRACE_MS).unref();
}
