import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '@/lib/log';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { listJobEvents } from './data';
import type { JobEventRow } from './rows';
import { buildJobEventView } from './story-views';
import type { JobEventView, JobView } from './views';

/**
 * The log of a job as it grows. There is one poll per process however many readers there are: each tick asks for the new
 * events of all watched jobs at once. (Hosted Supabase could push them; the local one cannot, and one way is enough.)
 */
const TICK_MS = 200;
/**
 * Ids are given out before they are committed, so an event of another job may appear below the highest id already seen.
 * Looking back this far finds it; within one job ids appear in order (`record_job_event` locks the job).
 */
const LOOK_BACK_IDS = 300;

/** How often we ask whether the watched jobs are still there: a job that is deleted tells nothing any more. */
const TICKS_PER_ROLL_CALL = 10;

type Listener = { tell: (row: JobEventRow) => void; end: () => void };
const listenersByJob = new Map<string, Set<Listener>>();
let highestSeen = 0;
let isPolling = false;

async function poll(): Promise<void> {
  isPolling = true;
  // Nobody has seen anything yet. (And ids begin anew in a database that was reset.)
  highestSeen = 0;
  for (let tick = 1; listenersByJob.size > 0; tick++) {
    await sleep(TICK_MS);
    try {
      await deliverNewEvents(getAdminClient());
      if (tick % TICKS_PER_ROLL_CALL === 0) await endDeletedJobs(getAdminClient());
    } catch (error) {
      // The readers keep waiting; a database that comes back serves them the rest.
      log.warn({ err: error }, 'the job log could not be read; trying again');
    }
  }
  isPolling = false;
}

async function deliverNewEvents(admin: DatabaseClient): Promise<void> {
  const { data, error } = await admin
    .from('job_events')
    .select('*')
    .in('job_id', [...listenersByJob.keys()])
    .gt('id', highestSeen - LOOK_BACK_IDS)
    .order('id', { ascending: true })
    .limit(1_000);
  if (error) throw databaseError(error);
  for (const row of data) {
    highestSeen = Math.max(highestSeen, row.id);
    for (const listener of listenersByJob.get(row.job_id) ?? []) listener.tell(row);
  }
}

async function endDeletedJobs(admin: DatabaseClient): Promise<void> {
  const watched = [...listenersByJob.keys()];
  const { data, error } = await admin.from('jobs').select('id').in('id', watched);
  if (error) throw databaseError(error);
  const present = new Set(data.map((job) => job.id));
  for (const jobId of watched) {
    if (!present.has(jobId)) for (const listener of listenersByJob.get(jobId) ?? []) listener.end();
  }
}

function watch(jobId: string, listener: Listener): () => void {
  const listeners = listenersByJob.get(jobId) ?? new Set();
  listenersByJob.set(jobId, listeners.add(listener));
  if (!isPolling) void poll();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) listenersByJob.delete(jobId);
  };
}

/**
 * The events of a job after `afterId`, first those that are there, then each as it is written; ends after the job's last
 * one, or when the job is deleted. `job` was read through the caller's client, which is how we know that it is theirs.
 */
export async function* followJobEvents(
  client: DatabaseClient,
  job: JobView,
  afterId: number,
  signal: AbortSignal,
): AsyncGenerator<JobEventView> {
  const arrived: JobEventRow[] = [];
  let wake = Promise.withResolvers<void>();
  let isOver = false;
  const stop = () => {
    isOver = true;
    wake.resolve();
  };
  const tell = (row: JobEventRow) => {
    arrived.push(row);
    wake.resolve();
  };
  const unwatch = watch(job.job_id, { tell, end: stop });
  signal.addEventListener('abort', stop);
  try {
    let lastId = afterId;
    // Watching began before this read, so nothing falls between the two.
    let rows = await listJobEvents(client, job.job_id, afterId);
    while (!signal.aborted) {
      for (const row of rows) {
        const view = buildJobEventView(row);
        if (row.id > lastId) {
          lastId = row.id;
          yield view;
        }
        // Also when the reader claims to know it already.
        if (hasEnded(view)) return;
      }
      // Everything there is was told before: a reader that reconnects after the end.
      if (hasEnded(job)) return;
      if (isOver && arrived.length === 0) return;
      if (arrived.length === 0) await wake.promise;
      wake = Promise.withResolvers<void>();
      rows = arrived.splice(0);
    }
  } finally {
    unwatch();
    signal.removeEventListener('abort', stop);
  }
}

function hasEnded({ status }: { status: JobView['status'] }): boolean {
  return status === 'completed' || status === 'failed' || status === 'cancelled';
}
