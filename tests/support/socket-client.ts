import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import WebSocket from 'ws';

/** A frame as a client without our types sees it. */
export type Frame = {
  type: string;
  number?: number;
  session_id?: string;
  project_id?: string | null;
  id?: string;
  content?: string;
  status?: string;
  code?: string;
  [key: string]: unknown;
};

/** A plain WebSocket client that keeps what it gets and can wait for it. */
export type SocketClient = Awaited<ReturnType<typeof openSocket>>;

export function socketUrl(url: string, path: string): URL {
  const address = new URL(path, url);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return address;
}

export async function openSocket(
  address: URL,
  options: { headers?: Record<string, string>; protocols?: string[] } = {},
) {
  const socket = new WebSocket(address, options.protocols ?? [], { headers: options.headers ?? {} });
  const frames: Frame[] = [];
  const closed = Promise.withResolvers<{ code: number; reason: string }>();
  let wake = Promise.withResolvers<void>();
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)) as Frame);
    wake.resolve();
    wake = Promise.withResolvers<void>();
  });
  socket.on('close', (code, reason) => closed.resolve({ code, reason: String(reason) }));
  await once(socket, 'open');
  // After it is open, what breaks it is told by its close code.
  socket.on('error', () => undefined);
  let read = 0;
  return {
    socket,
    frames,
    closed: closed.promise,
    send: (frame: object) => socket.send(JSON.stringify(frame)),
    /** The next frame, of those not yet waited for, that fits. */
    async next(fits: string | ((frame: Frame) => boolean), timeoutMs = 20_000): Promise<Frame> {
      const isWanted = typeof fits === 'string' ? (frame: Frame) => frame.type === fits : fits;
      const deadline = AbortSignal.timeout(timeoutMs);
      const late = new Promise<void>((resolve) => deadline.addEventListener('abort', () => resolve()));
      for (;;) {
        for (; read < frames.length; read += 1) {
          const frame = frames[read];
          if (frame && isWanted(frame)) {
            read += 1;
            return frame;
          }
        }
        if (deadline.aborted) throw new Error(`${fits} did not come; there was ${JSON.stringify(frames)}`);
        await Promise.race([wake.promise, late]);
      }
    },
    close: () => socket.close(),
  };
}

/** The answer to a handshake that is refused. */
export async function refuseSocket(
  address: URL,
  options: { headers?: Record<string, string>; protocols?: string[] } = {},
): Promise<{ status: number; problem: Record<string, unknown> }> {
  const socket = new WebSocket(address, options.protocols ?? [], { headers: options.headers ?? {} });
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    socket.on('unexpected-response', (_request, response) => resolve(response));
    socket.on('open', () => reject(new Error('the handshake was accepted')));
    socket.on('error', reject);
  });
  const response = await answer;
  const text = (await response.toArray()).join('');
  return { status: response.statusCode ?? 0, problem: JSON.parse(text) };
}
