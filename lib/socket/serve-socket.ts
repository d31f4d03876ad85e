import type { RawData, WebSocket } from 'ws';
import { isAppError } from '../errors.ts';
import { log } from '../log.ts';
import { CLOSE_CODES, closeSocket } from './close-codes.ts';
import { type JoinedSession, openConversation } from './conversation.ts';
import { createFrameRate } from './frame-rate.ts';
import { type IncomingFrame, incomingFrameSchema } from './frames.ts';
import type { SocketLimits } from './limits.ts';
import type { Loopback } from './loopback.ts';
import { createOutbox } from './outbox.ts';

/** The longest time a timer of Node can wait. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Serves one open socket until it closes: frames in, frames out, the token's end, and whether the peer still lives. */
export function serveSocket(
  socket: WebSocket,
  options: { api: Loopback; joined: JoinedSession; tokenEndMs: number | null; limits: SocketLimits },
): void {
  const { limits } = options;
  const outbox = createOutbox(socket, limits);
  const rate = createFrameRate(limits);
  let unreadable = 0;
  let isAlive = true;

  const conversation = openConversation({
    api: options.api,
    outbox,
    joined: options.joined,
    waitingMessages: limits.waitingMessages,
    onBroken(error) {
      if (isAppError(error) && error.code === 'unauthenticated')
        return closeSocket(socket, CLOSE_CODES.refresh, 'refresh the token');
      if (isAppError(error) && error.code === 'not_found')
        return closeSocket(socket, CLOSE_CODES.gone, 'the conversation is gone');
      log.error({ err: error, sessionId: options.joined.sessionId }, 'a socket lost its conversation');
      closeSocket(socket, CLOSE_CODES.failed, 'something went wrong: connect again with after');
    },
  });

  const sayError = (code: string, message: string, retryable: boolean, id?: string | null) =>
    outbox.send({ type: 'error', code, message, retryable, ...(id ? { id } : {}) });

  /** @returns whether the frame counts: one that comes too fast is dropped. */
  function isInTime(): boolean {
    const taken = rate.take();
    if (taken === 'taken') return true;
    if (taken === 'too-many') {
      closeSocket(socket, CLOSE_CODES.tooOften, 'too many messages');
    } else if (taken === 'first-drop') {
      const most = limits.framesPerSecond;
      sayError('rate_limited', `At most ${most} messages a second; what came faster was dropped.`, true);
    }
    return false;
  }

  function receive(data: RawData, isBinary: boolean): void {
    if (socket.readyState !== socket.OPEN) return;
    if (isBinary) {
      closeSocket(socket, CLOSE_CODES.binary, 'text frames only');
      return;
    }
    if (!isInTime()) return;
    const frame = readFrame(String(data));
    if ('problem' in frame) {
      unreadable += 1;
      sayError('invalid_request', frame.problem, false);
      if (unreadable >= limits.unreadableFrames)
        closeSocket(socket, CLOSE_CODES.notMessages, 'these are no messages');
      return;
    }
    unreadable = 0;
    obey(frame);
  }

  function obey(frame: IncomingFrame): void {
    if (frame.type === 'ping') {
      outbox.send({ type: 'pong', timestamp: new Date().toISOString() });
    } else if (frame.type === 'stop') {
      conversation.stopAnswer();
    } else if (!conversation.say(frame.content, frame.id ?? null)) {
      const message = 'Too many messages wait for their answer. Send this one again later.';
      sayError('rate_limited', message, true, frame.id);
    }
  }

  socket.on('message', receive);
  socket.on('pong', () => {
    isAlive = true;
  });
  // The library answers a ping by itself; they count so that nobody keeps us busy with them.
  socket.on('ping', () => void isInTime());
  // Frames that break the protocol (size, UTF-8, masks): the library has already closed with the code that says so.
  socket.on('error', (error) => log.debug({ err: error }, 'a socket broke the protocol'));

  const beat = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, limits.pingMs);
  const end =
    options.tokenEndMs === null
      ? undefined
      : setTimeout(
          () => closeSocket(socket, CLOSE_CODES.refresh, 'refresh the token'),
          Math.min(LONGEST_TIMER_MS, Math.max(0, options.tokenEndMs - Date.now())),
        );
  socket.on('close', () => {
    clearInterval(beat);
    clearTimeout(end);
    conversation.close();
  });
}

function readFrame(text: string): IncomingFrame | { problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'This is not JSON.' };
  }
  const parsed = incomingFrameSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  return { problem: issue ? `${issue.path.join('.') || 'frame'}: ${issue.message}` : 'This is no message.' };
}
