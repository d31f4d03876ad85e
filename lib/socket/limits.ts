/** What one socket, one user and one web process may ask for. Bytes of frames, milliseconds, counts. */
export type SocketLimits = {
  frameBytes: number;
  connections: number;
  connectionsPerUser: number;
  /** Handshakes whose caller is still being asked about. */
  handshakes: number;
  handshakeMs: number;
  /** Frames a second, and how many may come at once. */
  framesPerSecond: number;
  burst: number;
  /** Frames dropped for coming too fast before the socket is closed. */
  droppedFrames: number;
  /** Frames that are no messages before the socket is closed. */
  unreadableFrames: number;
  /** Messages that wait for the answer under way. */
  waitingMessages: number;
  /** Unsent bytes beyond which the log is not read on, and beyond which the client counts as gone. */
  pauseBytes: number;
  closeBytes: number;
  /** How long a client may leave us paused. */
  drainMs: number;
  pingMs: number;
};

export const SOCKET_LIMITS: SocketLimits = {
  frameBytes: 64 * 1024,
  connections: 2_000,
  connectionsPerUser: 20,
  handshakes: 500,
  handshakeMs: 15_000,
  framesPerSecond: 10,
  burst: 20,
  droppedFrames: 25,
  unreadableFrames: 5,
  waitingMessages: 16,
  pauseBytes: 256 * 1024,
  closeBytes: 4 * 1024 * 1024,
  drainMs: 30_000,
  pingMs: 25_000,
};
