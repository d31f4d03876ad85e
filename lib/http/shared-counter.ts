import type { RateLimitState } from './rate-limit-state';

/** How many uses a key has had in its window, everybody's together, and how long the window still is. */
export type SharedUses = { points: number; msBeforeNext: number };

/** Where all web instances count together. */
export type SharedStore = {
  /** Adds these uses and answers what there are now. */
  add(uses: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, SharedUses>>;
};

type Count = {
  /** What the store last said. */
  known: number;
  /** Counted here since, and not told yet. */
  pending: number;
  /** Being told at this moment. */
  sending: number;
  resetAtMs: number;
};

/** A key that was not seen before is told at once: the others' count of it matters from its second use on. */
const FIRST_FLUSH_MS = 15;
const MAX_QUIET_KEYS = 10_000;

/**
 * Counts in memory, so that a request waits for nothing, and tells the store what it has counted every `flushMs`. So each
 * instance knows the uses of all others but those of the last moment, and may let through as many too many. What cannot be
 * told is kept and told later: then each instance counts for itself.
 */
export function createSharedCounter(options: {
  store: SharedStore;
  durationSeconds: number;
  flushMs: number;
  onError: (error: unknown) => void;
  now?: () => number;
}) {
  const { store, onError, now = Date.now } = options;
  const durationMs = options.durationSeconds * 1_000;
  const counts = new Map<string, Count>();
  let timer: { handle: NodeJS.Timeout; dueAtMs: number } | undefined;
  let isFlushing = false;

  function plan(delayMs: number): void {
    const dueAtMs = now() + delayMs;
    if (isFlushing || (timer && timer.dueAtMs <= dueAtMs)) return;
    if (timer) clearTimeout(timer.handle);
    timer = { handle: setTimeout(() => void flush(), delayMs).unref(), dueAtMs };
  }

  let telling: Promise<void> = Promise.resolve();

  function flush(): Promise<void> {
    telling = tell();
    return telling;
  }

  async function tell(): Promise<void> {
    timer = undefined;
    isFlushing = true;
    const uses = new Map<string, number>();
    for (const [key, count] of counts) {
      if (count.pending > 0) uses.set(key, count.pending);
      else if (count.resetAtMs <= now() || counts.size > MAX_QUIET_KEYS) counts.delete(key);
      count.sending = count.pending;
      count.pending = 0;
    }
    try {
      const answer = uses.size > 0 ? await store.add(uses) : new Map<string, SharedUses>();
      for (const key of uses.keys()) {
        const count = counts.get(key);
        const shared = answer.get(key);
        if (!count || !shared) continue;
        count.known = shared.points;
        count.resetAtMs = now() + shared.msBeforeNext;
        count.sending = 0;
      }
    } catch (error) {
      onError(error);
      for (const key of uses.keys()) {
        const count = counts.get(key);
        if (!count) continue;
        count.pending += count.sending;
        count.sending = 0;
      }
    }
    isFlushing = false;
    if ([...counts.values()].some(({ pending }) => pending > 0)) plan(options.flushMs);
  }

  return {
    /** Counts one use. One that is refused is not counted, so that somebody who waits gets in again. */
    consume(key: string, points: number): RateLimitState {
      let count = counts.get(key);
      if (!count || count.resetAtMs <= now()) {
        count = { known: 0, pending: 0, sending: 0, resetAtMs: now() + durationMs };
        counts.set(key, count);
        plan(FIRST_FLUSH_MS);
      }
      const used = count.known + count.sending + count.pending;
      const resetSeconds = Math.max(1, Math.ceil((count.resetAtMs - now()) / 1_000));
      if (used >= points) return { allowed: false, remaining: 0, resetSeconds };
      count.pending += 1;
      plan(options.flushMs);
      return { allowed: true, remaining: points - used - 1, resetSeconds };
    },
    flush,
    /** Forgets the uses of these keys; what was being told of them has been when this returns. */
    async forget(isMeant: (key: string) => boolean): Promise<void> {
      for (const key of counts.keys()) if (isMeant(key)) counts.delete(key);
      await telling;
    },
  };
}
