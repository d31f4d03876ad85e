import type { Store } from './store.ts';

/** Small facts that expire: seen ids, idempotency keys, rate windows, cron ticks. */

/** @returns true the first time `key` is seen within `lifetimeMs` */
export function markOnce(store: Store, key: string, lifetimeMs: number): boolean {
  const nowMs = Date.now();
  return (
    store.run(
      `insert into mark (key, expires_at) values (?1, ?2)
       on conflict (key) do update set expires_at = excluded.expires_at where mark.expires_at <= ?3`,
      key,
      nowMs + lifetimeMs,
      nowMs,
    ) > 0
  );
}

/** @returns the value saved under `key`, or undefined when there is none or it has expired */
export function readMark(store: Store, key: string): unknown {
  const row = store.get<{ value: string | null }>(
    'select value from mark where key = ? and expires_at > ?',
    key,
    Date.now(),
  );
  return row?.value == null ? undefined : JSON.parse(row.value);
}

export function saveMark(store: Store, key: string, value: unknown, lifetimeMs: number): void {
  store.run(
    `insert into mark (key, expires_at, value) values (?, ?, ?)
     on conflict (key) do update set expires_at = excluded.expires_at, value = excluded.value`,
    key,
    Math.ceil(Date.now() + lifetimeMs),
    JSON.stringify(value),
  );
}
