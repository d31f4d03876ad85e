import 'server-only';
import { z } from 'zod';
import { followRows } from '@/lib/feed/follow-rows';
import { createRowFeed, type RowFeed } from '@/lib/feed/row-feed';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { listJobEvents } from './data';
import { buildJobEventView } from './job-views';
import { hasJobEnded } from './nouns';
import type { JobEventRow } from './rows';
import type { JobEventView, JobView } from './views';

/** Routes may not share modules, but one process has one poll. */
const KEY = Symbol.for('storyloom.job-event-feed');
type Holder = { [KEY]?: RowFeed<JobEventRow> };

const presentSchema = z.array(z.uuid());

function getFeed(): RowFeed<JobEventRow> {
  const holder = globalThis as Holder;
  holder[KEY] ??= createRowFeed<JobEventRow>({
    keyOf: (row) => row.job_id,
    async readRows(known, limit) {
      const { data, error } = await getAdminClient().rpc('read_job_events', {
        p_known: Object.fromEntries(known),
        p_limit: limit,
      });
      if (error) throw databaseError(error);
      return data;
    },
    /** A job at its end is over too: also for a reader who claims to know events that were never written. */
    async readPresent(jobIds) {
      const { data, error } = await getAdminClient().rpc('call_jobs', { p_job_ids: jobIds });
      if (error) throw databaseError(error);
      return new Set(presentSchema.parse(data));
    },
  });
  return holder[KEY];
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
  const readEarlier = () => readEvents(client, job.job_id, afterId);
  if (hasJobEnded(job)) {
    for (const row of await readEarlier()) yield buildJobEventView(row);
    return;
  }
  for await (const row of followRows(getFeed(), job.job_id, { afterId, readEarlier, signal })) {
    const view = buildJobEventView(row);
    yield view;
    if (hasJobEnded(view)) return;
  }
}

async function readEvents(client: DatabaseClient, jobId: string, afterId: number): Promise<JobEventRow[]> {
  const rows: JobEventRow[] = [];
  for (let page: JobEventRow[] | undefined; page?.length !== 0; ) {
    page = await listJobEvents(client, jobId, rows.at(-1)?.id ?? afterId);
    rows.push(...page);
  }
  return rows;
}
