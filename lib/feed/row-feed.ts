import { log } from '../log.ts';

export type FeedListener<Row> = { tell: (row: Row) => void; end: () => void };

export type RowFeedSource<Row extends { id: number }> = {
  keyOf: (row: Row) => string;
  /**
   * The rows of several logs after the last one known of each, in the order of their ids; at most `limit`. Within one log
   * ids grow in the order in which rows become visible (its writers lock it), so nothing ever appears below a known one.
   */
  readRows: (known: ReadonlyMap<string, number>, limit: number) => Promise<Row[]>;
  /** Which of these logs may still grow. Asked now and then: one that is deleted or at its end tells nothing any more. */
  readPresent: (keys: string[]) => Promise<ReadonlySet<string>>;
};

export type RowFeed<Row> = {
  /**
   * Tells the listener every row from now on, and when the log is over. When nobody else watches this log it begins after
   * `afterId`; otherwise where the others are.
   */
  watch: (
    key: string,
    afterId: number,
    listener: FeedListener<Row>,
  ) => { isBehind: boolean; stop: () => void };
  /** Something was written to this log by this process: look at once instead of at the next tick. */
  wake: (key: string) => void;
};

type Log<Row> = { lastId: number; listeners: Set<FeedListener<Row>> };

const TICK_MS = 200;
const ROLL_CALL_MS = 2_000;
/** As many rows as the hosted and the local API hand out at once. */
const PAGE = 1_000;

/**
 * Logs of rows as they grow, with one poll for all that are watched, however many readers there are: each tick asks once
 * for what is new in all of them. (Hosted Supabase could push rows; the local one cannot, and one way is enough.)
 */
export function createRowFeed<Row extends { id: number }>(source: RowFeedSource<Row>): RowFeed<Row> {
  const logs = new Map<string, Log<Row>>();
  const woken = new Set<string>();
  let isPolling = false;
  let stopWaiting: () => void = () => undefined;

  const wait = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      stopWaiting = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function poll(): Promise<void> {
    isPolling = true;
    let nextTickMs = Date.now() + TICK_MS;
    let nextRollCallMs = Date.now() + ROLL_CALL_MS;
    while (logs.size > 0) {
      if (woken.size === 0) await wait(Math.max(0, nextTickMs - Date.now()));
      const isTick = Date.now() >= nextTickMs;
      if (isTick) nextTickMs = Date.now() + TICK_MS;
      const keys = isTick ? [...logs.keys()] : [...woken];
      woken.clear();
      try {
        if (Date.now() >= nextRollCallMs) {
          nextRollCallMs = Date.now() + ROLL_CALL_MS;
          await callRoll();
        } else {
          await deliver(keys);
        }
      } catch (error) {
        // The readers keep waiting; a database that comes back serves them the rest.
        log.warn({ err: error }, 'a log could not be read; trying again');
        await new Promise((resolve) => setTimeout(resolve, TICK_MS));
      }
    }
    isPolling = false;
  }

  async function deliver(keys: string[]): Promise<void> {
    const asked = new Map<string, Log<Row>>();
    for (const key of keys) {
      const log = logs.get(key);
      if (log) asked.set(key, log);
    }
    if (asked.size === 0) return;
    const known = new Map([...asked].map(([key, { lastId }]) => [key, lastId]));
    const rows = await source.readRows(known, PAGE);
    for (const row of rows) {
      const key = source.keyOf(row);
      const log = asked.get(key);
      // One that was left and is watched again meanwhile begins elsewhere.
      if (!log || logs.get(key) !== log || row.id <= log.lastId) continue;
      log.lastId = row.id;
      for (const listener of log.listeners) listener.tell(row);
    }
    if (rows.length >= PAGE) for (const key of asked.keys()) woken.add(key);
  }

  /** What was written before a log was over is told before its end is. */
  async function callRoll(): Promise<void> {
    const watched = [...logs];
    const present = await source.readPresent(watched.map(([key]) => key));
    await deliver([...logs.keys()]);
    for (const [key, { listeners }] of watched) {
      if (!present.has(key)) for (const listener of listeners) listener.end();
    }
  }

  const wake = (key: string) => {
    if (!logs.has(key)) return;
    woken.add(key);
    stopWaiting();
  };

  return {
    wake,
    watch(key, afterId, listener) {
      const known = logs.get(key);
      const log: Log<Row> = known ?? { lastId: afterId, listeners: new Set() };
      log.listeners.add(listener);
      logs.set(key, log);
      if (!known) wake(key);
      if (!isPolling) void poll();
      return {
        isBehind: log.lastId > afterId,
        stop() {
          log.listeners.delete(listener);
          if (log.listeners.size === 0 && logs.get(key) === log) logs.delete(key);
        },
      };
    },
  };
}
