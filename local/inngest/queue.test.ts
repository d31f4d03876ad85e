import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Job, Queue } from './queue.ts';
import { createTempDir, until } from './runner-test-kit.ts';
import { Store } from './store.ts';

let directory: string;
let store: Store;
let queue: Queue;
let ran: Job[];

beforeEach(() => {
  directory = createTempDir();
  store = new Store(path.join(directory, 'queue.sqlite'));
  queue = new Queue(store, (slot) => (slot.startsWith('narrow') ? 1 : Number.POSITIVE_INFINITY));
  store.onCommit = () => queue.wake();
  ran = [];
});
afterEach(() => {
  vi.restoreAllMocks();
  queue.stop();
  store.close();
  rmSync(directory, { recursive: true });
});

const add = (runId: string, job: Partial<Job> = {}) =>
  store.transaction(() => queue.add({ kind: 'call', runId, ...job }));
const done = async (job: Job): Promise<undefined> => {
  ran.push(job);
  store.transaction(() => queue.remove(job.id));
};
const start = (handler: (job: Job) => Promise<{ pauseMs: number } | undefined>) =>
  queue.start(handler, () => undefined);
const runIds = () => ran.map((job) => job.runId);

it('runs jobs when they are due, whatever order they were added in', async () => {
  const now = Date.now();
  // All before it starts: on a busy machine writing one down may take longer than another one waits.
  add('later', { dueAt: now + 60 });
  add('sooner', { dueAt: now + 20 });
  add('now', { dueAt: now });
  start(done);
  await until(() => ran.length === 3);
  expect(runIds()).toEqual(['now', 'sooner', 'later']);
});

it('misses no job, even when the clock moves on between two readings', async () => {
  let readings = Date.now();
  vi.spyOn(Date, 'now').mockImplementation(() => {
    readings += 1;
    return readings;
  });
  start(done);
  for (let offset = 0; offset < 12; offset += 1) {
    add(`job-${offset}`, { dueAt: readings + offset });
    // The clock of the test only moves when the queue reads it, so that nothing but the queue finds the job.
    for (let wait = 0; wait < 100 && ran.length <= offset; wait += 1) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(runIds().at(-1)).toBe(`job-${offset}`);
  }
});

it('finds a job that can run behind hundreds that wait for their slot', async () => {
  let release: () => void = () => undefined;
  start(async (job) => {
    if (job.runId === 'narrow-0') {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    }
    return done(job);
  });
  store.transaction(() => {
    for (let i = 0; i < 600; i += 1)
      queue.add({ kind: 'call', runId: `narrow-${i}`, slots: ['narrow\u0001'] });
    queue.add({ kind: 'call', runId: 'free' });
  });
  await until(() => ran.length === 1);
  expect(runIds()).toEqual(['free']);
  release();
  await until(() => ran.length === 601);
});

it('runs a job again after its handler failed, paused or moved it', async () => {
  let calls = 0;
  start(async (job) => {
    calls += 1;
    if (calls === 1) return { pauseMs: 5 };
    if (calls === 2) {
      store.transaction(() => queue.update(job.id, { ...job, attempt: 1, dueAt: Date.now() }));
      return undefined;
    }
    if (calls === 3) throw new Error('the disk was full');
    return done(job);
  });
  add('stubborn');
  await until(() => ran.length === 1, 4000);
  expect(ran[0]).toMatchObject({ attempt: 1 });
  expect(calls).toBe(4);
});

it('has every unfinished job again after a restart', async () => {
  start(() => new Promise(() => undefined));
  add('unfinished');
  await new Promise((resolve) => setTimeout(resolve, 10));
  queue.stop();
  queue = new Queue(store, () => Number.POSITIVE_INFINITY);
  start(done);
  await until(() => ran.length === 1);
});
