import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '../log.ts';

export type FeedListener<Row> = { tell: (row: Row) => void; end: () => void };

export type RowFeedSource<Row extends { id: number }> = {
  keyOf: (row: Row) => string;
  /** Rows of these logs with an id above `afterId`, in the order of their ids. */
  readRows: (keys: string[], afterId: number) => Promise<Row[]>;
  /** Which of these logs still exist. Asked now and then: a log that is deleted tells nothing any more. */
  readPresent: (keys: string[]) => Promise<Set<string>>;
};

export type RowFeed<Row> = {
  /** Tells the listener every row from now on, and when the log is gone. @returns the way to stop */
  watch: (key: string, listener: FeedListener<Row>) => () => void;
  /** Something was written by this process: look at once instead of at the next tick. */
  wake: () => void;
};

const TICK_MS = 200;
const TICKS_PER_ROLL_CALL = 10;
/**
 * Ids are given out before they are committed, so a row of another log may appear below the highest id already seen.
 * Looking back this far finds it; within one log ids appear in order (its writers lock it). Listeners skip what they know.
 */
const LOOK_BACK_IDS = 300;

/** Logs of rows as they grow, with one poll for all that are watched, however many readers there are. */
export function createRowFeed<Row extends { id: number }>(source: RowFeedSource<Row>): RowFeed<Row> {
  const listenersByKey = new Map<string, Set<FeedListener<Row>>>();
  let highestSeen = 0;
  let isPolling = false;
  let hint = Promise.withResolvers<void>();

  async function poll(): Promise<void> {
    isPolling = true;
    // Nobody has seen anything yet. (And ids begin anew in a database that was reset.)
    highestSeen = 0;
    let nextRollCallMs = Date.now() + TICK_MS * TICKS_PER_ROLL_CALL;
    while (listenersByKey.size > 0) {
      await Promise.race([sleep(TICK_MS), hint.promise]);
      hint = Promise.withResolvers<void>();
      try {
        await deliver();
        if (Date.now() >= nextRollCallMs) {
          nextRollCallMs = Date.now() + TICK_MS * TICKS_PER_ROLL_CALL;
          await endDeleted();
        }
      } catch (error) {
        // The readers keep waiting; a database that comes back serves them the rest.
        log.warn({ err: error }, 'a log could not be read; trying again');
        await sleep(TICK_MS);
      }
    }
    isPolling = false;
  }

  async function deliver(): Promise<void> {
    for (const row of await source.readRows([...listenersByKey.keys()], highestSeen - LOOK_BACK_IDS)) {
      highestSeen = Math.max(highestSeen, row.id);
      for (const listener of listenersByKey.get(source.keyOf(row)) ?? []) listener.tell(row);
    }
  }

  async function endDeleted(): Promise<void> {
    const watched = [...listenersByKey.keys()];
    if (watched.length === 0) return;
    const present = await source.readPresent(watched);
    for (const key of watched) {
      if (!present.has(key)) for (const listener of listenersByKey.get(key) ?? []) listener.end();
    }
  }

  return {
    watch(key, listener) {
      const listeners = listenersByKey.get(key) ?? new Set();
      listenersByKey.set(key, listeners.add(listener));
      if (!isPolling) void poll();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && listenersByKey.get(key) === listeners) listenersByKey.delete(key);
      };
    },
    wake: () => hint.resolve(),
  };
}

/**
 * Everything after `afterId` in one log: what `readEarlier` finds, then each row as it is written, once and in order.
 * Ends when the signal aborts or the log is deleted.
 */
export async function* followRows<Row extends { id: number }>(
  feed: RowFeed<Row>,
  key: string,
  options: { afterId: number; readEarlier: () => Promise<Row[]>; signal: AbortSignal },
): AsyncGenerator<Row> {
  const arrived: Row[] = [];
  let wake = Promise.withResolvers<void>();
  let isOver = false;
  const stop = () => {
    isOver = true;
    wake.resolve();
  };
  const tell = (row: Row) => {
    arrived.push(row);
    wake.resolve();
  };
  const unwatch = feed.watch(key, { tell, end: stop });
  options.signal.addEventListener('abort', stop);
  try {
    let lastId = options.afterId;
    // Watching began before this read, so nothing falls between the two.
    let rows = await options.readEarlier();
    while (!options.signal.aborted) {
      for (const row of rows) {
        if (row.id <= lastId) continue;
        lastId = row.id;
        yield row;
      }
      if (isOver && arrived.length === 0) return;
      if (arrived.length === 0) await wake.promise;
      wake = Promise.withResolvers<void>();
      rows = arrived.splice(0);
    }
  } finally {
    unwatch();
    options.signal.removeEventListener('abort', stop);
  }
}
