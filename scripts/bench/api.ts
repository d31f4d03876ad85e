import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createClient } from '@supabase/supabase-js';
import { storyBriefSchema } from '../../lib/story/schema.ts';
import { type Client, createGuest, SMALL_STORY } from '../../tests/support/client.ts';
import type { RunningApp } from '../../tests/support/start-app.ts';
import { fire, type Volley } from './api-volley.ts';
import { describeLoad, percentiles, printFigure, startClocks, withBenchApp } from './bench-app.ts';
import { type OpenStreams, openStreams } from './event-streams.ts';

/**
 * `npm run bench:api`: how many reads and orders a second the HTTP API answers, and how soon events reach open streams, on
 * an installation of its own with the production build. The clients share the machine with everything.
 */
const { values } = parseArgs({
  options: {
    connections: { type: 'string', default: '32' },
    /** Seconds of each read. */
    seconds: { type: 'string', default: '8' },
    orders: { type: 'string', default: '300' },
    /** How many users order; the stories of one are made two at a time, so more of them are more work meanwhile. */
    callers: { type: 'string', default: '1' },
    streams: { type: 'string', default: '300' },
    /** Which parts: reads, orders, streams. */
    only: { type: 'string', default: 'reads,orders,streams' },
  },
});
const CONNECTIONS = Number(values.connections);
const SECONDS = Number(values.seconds);
const WARM_UP_SECONDS = 3;
const ORDERS = Number(values.orders);
const CALLERS = Number(values.callers);
const STREAMS = Number(values.streams);
const READERS_PER_JOB = 3;
const EVENTS_PER_SECOND = 20;
const EVENT_SECONDS = 10;
const parts = new Set(values.only.split(','));

console.log(describeLoad());
await withBenchApp(measure, { RATE_LIMIT_PER_MINUTE: '0' });

async function measure(app: RunningApp): Promise<void> {
  const guest = await createGuest(app.url);
  if (parts.has('reads')) await measureReads(app, guest);
  if (parts.has('streams')) await measureStreams(app);
  // Last: the jobs keep the queue busy until they are cancelled.
  if (parts.has('orders')) await measureOrders(app);
  printFigure('at the end', describeLoad());
}

async function measureReads(app: RunningApp, guest: Client): Promise<void> {
  const { job_id, story_id } = await guest.generate({ ...SMALL_STORY, num_illustrations: 4 });
  const others = [1, 2, 3, 4].map((seed) => guest.generate({ ...SMALL_STORY, seed, generate_film: false }));
  for (const job of [job_id, ...(await Promise.all(others)).map((other) => other.job_id)]) {
    const ended = await guest.waitForJob(job);
    if (ended.status !== 'completed') throw new Error(`a story failed: ${JSON.stringify(ended)}`);
  }
  const reads = {
    'job status': [`/api/v1/stories/jobs/${job_id}`],
    'story of 4 scenes': [`/api/v1/stories/${story_id}`],
    'list of 5 stories': ['/api/v1/stories'],
  };
  const all = { ...reads, 'all three by turns': Object.values(reads).flat() };
  for (const [what, paths] of Object.entries(all)) {
    const options = { url: app.url, token: guest.token, paths, connections: CONNECTIONS };
    await fire({ ...options, seconds: WARM_UP_SECONDS });
    const clocks = await startClocks(app);
    const volley = await fire({ ...options, seconds: SECONDS });
    reportVolley(what, volley, '≥ 300/s, p99 ≤ 150 ms');
    for (const { part, share } of await clocks.read()) printFigure(`    processor time, ${part}`, share);
  }
}

function reportVolley(what: string, volley: Volley, goal: string): void {
  const rate = volley.answered / volley.seconds;
  printFigure(`${what}, ${CONNECTIONS} connections`, `${rate.toFixed(0)}/s`, goal);
  printFigure('    p50 / p95 / p99', percentiles(volley.latenciesMs));
  printFigure('    not answered with 2xx', String(volley.refused), '0');
  printFigure(
    '    Server-Timing, mean ms',
    [...volley.timingMs].map(([part, ms]) => `${part} ${ms.toFixed(1)}`).join(', '),
  );
}

/** Orders come as fast as they are taken; each must be there afterwards. */
async function measureOrders(app: RunningApp): Promise<void> {
  const guests = await Promise.all(Array.from({ length: CALLERS }, () => createGuest(app.url)));
  // The first order loads what the others use.
  const [first] = guests;
  if (first) await first.waitForJob((await first.generate(SMALL_STORY)).job_id);
  const accepted: { guest: Client; jobId: string }[] = [];
  const latenciesMs: number[] = [];
  let refused = 0;
  let next = 0;
  const clocks = await startClocks(app);
  const startedMs = performance.now();
  const order = async () => {
    while (next < ORDERS) {
      const index = next++;
      const guest = guests[index % guests.length];
      if (!guest) return;
      const sentMs = performance.now();
      try {
        const { job_id } = await guest.generate({ ...SMALL_STORY, seed: index });
        accepted.push({ guest, jobId: job_id });
        latenciesMs.push(performance.now() - sentMs);
      } catch (error) {
        if (refused === 0) console.error(error);
        refused += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, order));
  const seconds = (performance.now() - startedMs) / 1000;
  const shares = await clocks.read();

  let there = 0;
  await forEachAtOnce(accepted, 8, async ({ guest, jobId }) => {
    const { job_id } = await guest.getJob(jobId);
    if (job_id === jobId) there += 1;
    await guest.request(`/api/v1/stories/jobs/${jobId}`, { method: 'DELETE' });
  });
  printFigure(
    `POST generate by ${CALLERS} callers, accepted`,
    `${(accepted.length / seconds).toFixed(0)}/s`,
    '≥ 50/s',
  );
  printFigure('    p50 / p95 / p99', percentiles(latenciesMs));
  printFigure(
    '    sent / refused / lost',
    `${ORDERS} / ${refused} / ${accepted.length - there}`,
    'nothing lost',
  );
  for (const { part, share } of shares) printFigure(`    processor time, ${part}`, share);
}

/** Rows are written as the making of stories writes them; jobs nobody works on keep the rest of the machine quiet. */
async function measureStreams(app: RunningApp): Promise<void> {
  const secrets = JSON.parse(await readFile(path.join(app.dataDir, 'secrets.json'), 'utf8'));
  const withoutSession = { auth: { persistSession: false, autoRefreshToken: false } };
  const admin = createClient(app.supabaseUrl, secrets.secretKey, withoutSession);
  const guests = await Promise.all(Array.from({ length: 10 }, () => createGuest(app.url)));
  const jobs: { guest: Client; jobId: string }[] = [];
  for (let index = 0; index < STREAMS / READERS_PER_JOB; index += 1) {
    const guest = guests[index % guests.length];
    if (!guest) continue;
    const asGuest = createClient(app.supabaseUrl, secrets.publishableKey, {
      accessToken: async () => guest.token,
    });
    const job = { guest, jobId: crypto.randomUUID() };
    const { error } = await asGuest.rpc('create_story_job', {
      p_job_id: job.jobId,
      p_story_id: crypto.randomUUID(),
      p_brief: { ...storyBriefSchema.parse({ prompt: 'A mouse', ageGroup: '6-8' }), seed: index },
    });
    if (error) throw error;
    jobs.push(job);
  }
  const write = async (jobId: string, key: string) => {
    const { error } = await admin.rpc('record_job_event', {
      p_job_id: jobId,
      p_type: 'stage',
      p_key: key,
      p_data: { message: key },
    });
    if (error) throw error;
  };
  const openedMs = performance.now();
  const streams = await openStreams(
    Array.from({ length: STREAMS }, (_, index) => {
      const job = jobs[index % jobs.length];
      if (!job) throw new Error('no jobs');
      return { url: `${app.url}/api/v1/stories/jobs/${job.jobId}/events`, token: job.guest.token };
    }),
  );
  printFigure(`${STREAMS} streams opened within`, `${(performance.now() - openedMs).toFixed(0)} ms`);
  try {
    const clocks = await startClocks(app);
    for (let index = 0; index < EVENT_SECONDS * EVENTS_PER_SECOND; index += 1) {
      const job = jobs[index % jobs.length];
      if (job) void write(job.jobId, `bench:${index}`);
      await sleep(1_000 / EVENTS_PER_SECOND);
    }
    await report(streams, `${EVENTS_PER_SECOND} events a second`, EVENT_SECONDS * EVENTS_PER_SECOND);
    for (const { part, share } of await clocks.read()) printFigure(`    processor time, ${part}`, share);
    streams.forget();
    await forEachAtOnce(jobs, 10, ({ jobId }) => write(jobId, 'bench:burst'));
    await report(streams, `${jobs.length} events at once`, jobs.length);
  } finally {
    streams.close();
  }
}

async function report(streams: OpenStreams, what: string, events: number): Promise<void> {
  const expected = events * READERS_PER_JOB;
  for (let waitedMs = 0; streams.delaysMs().length < expected && waitedMs < 5_000; waitedMs += 100)
    await sleep(100);
  const delays = streams.delaysMs();
  printFigure(`${what}: row → reader, p50 / p95 / p99`, percentiles(delays), '≤ 1000 ms');
  printFigure('    slowest', `${Math.max(...delays).toFixed(0)} ms`, '≤ 1000 ms');
  printFigure(
    '    delivered / expected / streams still open',
    `${delays.length} / ${expected} / ${streams.openCount()}`,
  );
}

async function forEachAtOnce<Item>(items: Item[], atOnce: number, work: (item: Item) => Promise<void>) {
  const waiting = [...items];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = waiting.shift(); item; item = waiting.shift()) await work(item);
    }),
  );
}
