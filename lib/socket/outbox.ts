import { setTimeout as sleep } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { CLOSE_CODES, closeSocket } from './close-codes.ts';
import type { OutgoingFrame } from './frames.ts';

const LOOK_AGAIN_MS = 50;

/**
 * Frames on their way to one client. A client that takes them too slowly first makes us stop reading (`hasRoom`), then is
 * closed: it comes back and goes on from its number.
 */
export function createOutbox(
  socket: WebSocket,
  limits: { pauseBytes: number; closeBytes: number; drainMs: number },
) {
  const isOpen = () => socket.readyState === socket.OPEN;
  const closeSlow = () => closeSocket(socket, CLOSE_CODES.slow, 'too slow: connect again with after');
  return {
    send(frame: OutgoingFrame): void {
      if (!isOpen()) return;
      socket.send(JSON.stringify(frame));
      if (socket.bufferedAmount > limits.closeBytes) closeSlow();
    },
    /** Resolves when the client has taken most of what was sent, or is gone. */
    async hasRoom(): Promise<void> {
      const startedMs = Date.now();
      while (isOpen() && socket.bufferedAmount > limits.pauseBytes) {
        if (Date.now() - startedMs > limits.drainMs) return closeSlow();
        await sleep(LOOK_AGAIN_MS);
      }
    },
  };
}
export type Outbox = ReturnType<typeof createOutbox>;
