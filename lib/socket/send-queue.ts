import { AppError } from '../errors.ts';

export type WaitingMessage = { messageId: string; content: string; isNamedByClient: boolean };

/** How often a silent conversation that is busy is tried before its message is given back. */
const MAX_SILENT_TRIES = 15;

/**
 * Messages of one client, said one at a time and in order: the next one when the answer to the last has ended. The
 * database decides whether an answer is under way (`busy`), also one that another device asked for; what is heard of the
 * conversation only saves asking.
 */
export function createSendQueue(options: {
  limit: number;
  /** `busy`: an answer is under way. Throws what the message was refused with. */
  say: (message: WaitingMessage) => Promise<'said' | 'busy'>;
  onRefused: (message: WaitingMessage, error: unknown) => void;
  /** After so long without a sign of the answer, the next message is tried. */
  silenceMs: number;
}) {
  const waiting: WaitingMessage[] = [];
  let isRunning = false;
  let isStopped = false;
  let ended = 0;
  let heard = 0;
  let wake: (() => void) | undefined;

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    let silentTries = 0;
    for (let message = waiting[0]; message && !isStopped; message = waiting[0]) {
      const endedBefore = ended;
      try {
        if ((await options.say(message)) === 'busy') {
          silentTries = (await waitForEnd(endedBefore)) ? 0 : silentTries + 1;
          if (silentTries < MAX_SILENT_TRIES) continue;
          throw new AppError('conflict', 'An answer has been under way for too long. Try again.');
        }
        waiting.shift();
        silentTries = 0;
        await waitForEnd(endedBefore);
      } catch (error) {
        waiting.shift();
        silentTries = 0;
        if (!isStopped) options.onRefused(message, error);
      }
    }
    isRunning = false;
  }

  /** Resolves when an answer has ended since; false after a spell in which nothing was heard. */
  async function waitForEnd(endedBefore: number): Promise<boolean> {
    while (ended === endedBefore && !isStopped) {
      const heardBefore = heard;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, options.silenceMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      if (heard === heardBefore) return false;
    }
    return true;
  }

  return {
    /** @returns false when too many wait already */
    add(message: WaitingMessage): boolean {
      if (waiting.length >= options.limit) return false;
      waiting.push(message);
      void run();
      return true;
    },
    /** Something was heard of the conversation; `hasEnded`: an answer's end. */
    hear(hasEnded: boolean): void {
      heard += 1;
      if (hasEnded) ended += 1;
      wake?.();
    },
    stop(): void {
      isStopped = true;
      wake?.();
    },
  };
}
