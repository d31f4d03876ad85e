import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { followRows } from './follow-rows.ts';
import { createRowFeed } from './row-feed.ts';

type Row = { id: number; log: string };

/** A table that is an array; what was asked of it is kept. */
function createTable() {
  const rows: Row[] = [];
  const gone = new Set<string>();
  const asked: Map<string, number>[] = [];
  let failures = 0;
  const feed = createRowFeed<Row>({
    keyOf: (row) => row.log,
    async readRows(known, limit) {
      asked.push(new Map(known));
      await sleep(5);
      if (failures > 0) {
        failures -= 1;
        throw new Error('away');
      }
      return rows.filter(({ id, log }) => id > (known.get(log) ?? Number.POSITIVE_INFINITY)).slice(0, limit);
    },
    readPresent: async (keys) => new Set(keys.filter((key) => !gone.has(key))),
  });
  return {
    feed,
    asked,
    write: (log: string, count = 1) => {
      for (let index = 0; index < count; index += 1) rows.push({ id: rows.length + 1, log });
    },
    writeLate: (log: string, id: number) => rows.unshift({ id, log }),
    end: (log: string) => gone.add(log),
    fail: (times: number) => {
      failures = times;
    },
    read: (log: string, afterId = 0) => rows.filter((row) => row.log === log && row.id > afterId),
  };
}
type Table = ReturnType<typeof createTable>;

const stops: AbortController[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop.abort();
});

/** Follows a log from `afterId`; the ids it was told. */
function follow(table: Table, log: string, afterId = 0) {
  const stop = new AbortController();
  stops.push(stop);
  const ids: number[] = [];
  let earlierReads = 0;
  const ended = (async () => {
    const rows = followRows(table.feed, log, {
      afterId,
      signal: stop.signal,
      readEarlier: async () => {
        earlierReads += 1;
        return table.read(log, afterId);
      },
    });
    for await (const { id } of rows) ids.push(id);
  })();
  return { ids, ended, stop: () => stop.abort(), countEarlierReads: () => earlierReads };
}

test('a reader is told what is there and then what is written, once and in order', async () => {
  const table = createTable();
  table.write('a', 3);
  const reader = follow(table, 'a', 1);
  await sleep(50);
  expect(reader.ids).toEqual([2, 3]);
  table.write('a', 2);
  await sleep(300);
  expect(reader.ids).toEqual([2, 3, 4, 5]);
  expect(reader.countEarlierReads()).toBe(0);
});

test('a tick asks once for all logs, and only for what comes after the last known row', async () => {
  const table = createTable();
  table.write('a', 2);
  table.write('b', 1);
  const readers = [follow(table, 'a'), follow(table, 'b'), follow(table, 'b')];
  await sleep(100);
  table.asked.length = 0;
  await sleep(700);
  expect(table.asked.length).toBeLessThanOrEqual(4);
  for (const known of table.asked) expect(known).toEqual(new Map(Object.entries({ a: 2, b: 3 })));
  expect(readers.map(({ ids }) => ids)).toEqual([[1, 2], [3], [3]]);
});

test('a row that becomes visible below another log’s newest is not missed', async () => {
  const table = createTable();
  const [a, b] = [follow(table, 'a'), follow(table, 'b')];
  table.write('a', 500);
  await sleep(300);
  expect(a.ids).toHaveLength(500);
  // Its id was given out before those, and it is committed only now.
  table.writeLate('b', 0.5);
  await sleep(300);
  expect(b.ids).toEqual([0.5]);
});

test('who comes later than others reads what those have been told, and then with them', async () => {
  const table = createTable();
  table.write('a', 3);
  const first = follow(table, 'a');
  await sleep(100);
  const second = follow(table, 'a', 1);
  await sleep(50);
  expect(second.countEarlierReads()).toBe(1);
  expect(second.ids).toEqual([2, 3]);
  table.write('a');
  table.feed.wake('a');
  await sleep(60);
  expect([first.ids, second.ids]).toEqual([
    [1, 2, 3, 4],
    [2, 3, 4],
  ]);
});

test('a log that is left and watched again from an earlier row loses nothing', async () => {
  const table = createTable();
  table.write('a', 3);
  const first = follow(table, 'a', 2);
  const other = follow(table, 'b');
  await sleep(60);
  table.write('a');
  table.feed.wake('a');
  first.stop();
  await first.ended;
  const again = follow(table, 'a', 0);
  await sleep(300);
  expect(again.ids).toEqual([1, 2, 3, 4]);
  other.stop();
});

test('more rows than fit in one answer come in several', async () => {
  const table = createTable();
  table.write('a', 2_500);
  const reader = follow(table, 'a');
  await sleep(150);
  expect(reader.ids).toHaveLength(2_500);
  expect(reader.ids.at(-1)).toBe(2_500);
});

test('what was written is told before the end of a log is, and then its readers are let go', async () => {
  const table = createTable();
  const reader = follow(table, 'a');
  await sleep(1_900);
  table.write('a', 2);
  table.end('a');
  await reader.ended;
  expect(reader.ids).toEqual([1, 2]);
}, 10_000);

test('a database that is away for a moment costs a reader nothing', async () => {
  const table = createTable();
  table.fail(2);
  table.write('a', 2);
  const reader = follow(table, 'a');
  await sleep(900);
  expect(reader.ids).toEqual([1, 2]);
});
