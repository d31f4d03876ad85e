import type { RowFeed } from './row-feed.ts';

/**
 * Everything after `afterId` in one log, each row once and in order: what is there, then what is written. `readEarlier`
 * reads what those who watch this log already have been told. Ends when the signal aborts or the log is over.
 */
export async function* followRows<Row extends { id: number }>(
  feed: RowFeed<Row>,
  key: string,
  options: { afterId: number; readEarlier: () => Promise<Row[]>; signal: AbortSignal },
): AsyncGenerator<Row> {
  const arrived: Row[] = [];
  let wake = Promise.withResolvers<void>();
  let isOver = false;
  const end = () => {
    isOver = true;
    wake.resolve();
  };
  const tell = (row: Row) => {
    arrived.push(row);
    wake.resolve();
  };
  const watching = feed.watch(key, options.afterId, { tell, end });
  options.signal.addEventListener('abort', end);
  try {
    let lastId = options.afterId;
    // Watching began before this read, so nothing falls between the two.
    let rows = watching.isBehind ? await options.readEarlier() : [];
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
    watching.stop();
    options.signal.removeEventListener('abort', end);
  }
}
