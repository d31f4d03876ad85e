import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createSharedCounter, type SharedStore } from './shared-counter';

/** The one store behind several counters, as Postgres or Redis is behind several web instances. */
function createStore(clock: { nowMs: number }, windowMs = 60_000) {
  const rows = new Map<string, { points: number; endsAtMs: number }>();
  let calls = 0;
  let broken = false;
  const store: SharedStore = {
    async add(uses) {
      calls += 1;
      if (broken) throw new Error('the store is away');
      return new Map(
        [...uses].map(([key, added]) => {
          const row = rows.get(key);
          const isOpen = row && row.endsAtMs > clock.nowMs;
          const next = {
            points: (isOpen ? row.points : 0) + added,
            endsAtMs: isOpen ? row.endsAtMs : clock.nowMs + windowMs,
          };
          rows.set(key, next);
          return [key, { points: next.points, msBeforeNext: next.endsAtMs - clock.nowMs }];
        }),
      );
    },
  };
  return {
    store,
    rows,
    calls: () => calls,
    breakDown: (value: boolean) => {
      broken = value;
    },
  };
}

function createInstance(store: SharedStore, clock: { nowMs: number }) {
  const errors: unknown[] = [];
  const counter = createSharedCounter({
    store,
    durationSeconds: 60,
    // The tests say themselves when it tells the store.
    flushMs: 3_600_000,
    onError: (error) => errors.push(error),
    now: () => clock.nowMs,
  });
  const use = (times: number, points: number, key = 'ada') =>
    Array.from({ length: times }, () => counter.consume(key, points)).filter(({ allowed }) => allowed).length;
  return { ...counter, use, errors };
}

describe('createSharedCounter', () => {
  it('lets through as many as there are, says what is left, and refuses the rest without a word to the store', async () => {
    const clock = { nowMs: 1_000_000 };
    const { store, rows, calls } = createStore(clock);
    const instance = createInstance(store, clock);
    expect(instance.consume('ada', 3)).toEqual({ allowed: true, remaining: 2, resetSeconds: 60 });
    expect(instance.use(5, 3)).toBe(2);
    expect(instance.consume('ada', 3)).toEqual({ allowed: false, remaining: 0, resetSeconds: 60 });
    await instance.flush();
    expect([rows.get('ada')?.points, calls()]).toEqual([3, 1]);
    expect(instance.use(2, 3)).toBe(0);
    await instance.flush();
    expect(rows.get('ada')?.points).toBe(3);
  });

  it('counts with the other instances: what they had counts here after they have told it', async () => {
    const clock = { nowMs: 1_000_000 };
    const { store, rows } = createStore(clock);
    const [first, second] = [createInstance(store, clock), createInstance(store, clock)];
    expect(first.use(8, 10)).toBe(8);
    await first.flush();
    expect(second.use(1, 10)).toBe(1);
    await second.flush();
    expect(second.use(5, 10)).toBe(1);
    await second.flush();
    expect(rows.get('ada')?.points).toBe(10);
    expect(first.use(1, 10)).toBe(1);
    await first.flush();
    // One too many, and from now on none.
    expect(first.use(1, 10)).toBe(0);
    expect(first.use(1, 10, 'ben')).toBe(1);
  });

  it('begins again when the window ends', async () => {
    const clock = { nowMs: 1_000_000 };
    const { store, rows } = createStore(clock);
    const instance = createInstance(store, clock);
    instance.use(3, 3);
    await instance.flush();
    clock.nowMs += 59_000;
    expect(instance.consume('ada', 3)).toMatchObject({ allowed: false, resetSeconds: 1 });
    clock.nowMs += 1_001;
    expect(instance.use(3, 3)).toBe(3);
    await instance.flush();
    expect(rows.get('ada')?.points).toBe(3);
  });

  it('takes the window of whoever was first', async () => {
    const clock = { nowMs: 1_000_000 };
    const { store } = createStore(clock);
    const [first, second] = [createInstance(store, clock), createInstance(store, clock)];
    first.use(1, 10);
    await first.flush();
    clock.nowMs += 40_000;
    second.use(1, 10);
    await second.flush();
    expect(second.consume('ada', 10).resetSeconds).toBe(20);
  });

  it('counts by itself while the store is away, and tells everything afterwards', async () => {
    const clock = { nowMs: 1_000_000 };
    const { store, rows, breakDown } = createStore(clock);
    const instance = createInstance(store, clock);
    breakDown(true);
    expect(instance.use(4, 10)).toBe(4);
    await instance.flush();
    expect(instance.errors).toHaveLength(1);
    expect(instance.use(10, 10)).toBe(6);
    breakDown(false);
    await instance.flush();
    expect(rows.get('ada')?.points).toBe(10);
  });

  it('tells of a key it has not seen before at once, and of many uses with one call', async () => {
    const clock = { nowMs: 1_000_000 };
    const { store, rows, calls } = createStore(clock);
    const instance = createInstance(store, clock);
    for (let index = 0; index < 500; index += 1) instance.consume(`caller ${index % 20}`, 1_000);
    await sleep(60);
    expect([rows.size, calls()]).toEqual([20, 1]);
  });
});
