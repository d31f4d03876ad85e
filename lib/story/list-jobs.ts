import 'server-only';
import { z } from 'zod';
import { listJobCosts } from '@/lib/ledger/job-spend';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { buildJobCursor, readJobCursor } from './job-cursor';
import { buildJobViews } from './job-time-left';
import { JOB_SELECT, type JobRows } from './job-views';
import type { JobKind, JobSort, JobStatus, SuiteModule } from './nouns';
import type { JobListView } from './views';

export type JobPage = {
  limit: number;
  offset: number;
  cursor?: string | undefined;
  status?: JobStatus | undefined;
  kind?: JobKind | undefined;
  text?: string | undefined;
  after?: string | undefined;
  before?: string | undefined;
  sort?: JobSort | undefined;
  suiteModule?: SuiteModule | undefined;
};

const foundSchema = z.object({
  total: z.int(),
  jobs: z.array(z.object({ id: z.uuid(), at: z.string(), ms: z.int() })),
});

/**
 * The caller's jobs; row level security decides whose those are. A page begins at `offset`, or after `cursor` when there is one.
 * @throws AppError `invalid_request` for a cursor that is none
 */
export async function listJobViews(client: DatabaseClient, page: JobPage): Promise<JobListView> {
  const { limit, offset, cursor, sort = 'newest', ...filter } = page;
  const found = await client.rpc('find_jobs', {
    p_filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)),
    p_sort: sort,
    // One more than the page holds only tells that there is more.
    p_limit: limit + 1,
    ...(cursor ? { p_cursor: readJobCursor(cursor, sort) } : { p_offset: offset }),
  });
  if (found.error) throw databaseError(found.error);
  const { total, jobs: places } = foundSchema.parse(found.data);
  const shown = places.slice(0, limit);
  const last = shown.at(-1);
  return {
    jobs: await readJobs(
      client,
      shown.map(({ id }) => id),
    ),
    total,
    next_cursor: places.length > shown.length && last ? buildJobCursor(sort, last) : null,
  };
}

async function readJobs(client: DatabaseClient, ids: string[]): Promise<JobListView['jobs']> {
  if (ids.length === 0) return [];
  const [{ data, error }, costs] = await Promise.all([
    client.from('jobs').select(JOB_SELECT).in('id', ids),
    listJobCosts(client, ids),
  ]);
  if (error) throw databaseError(error);
  const views = await buildJobViews(data as unknown as JobRows[]);
  const byId = new Map(views.map((view) => [view.job_id, view]));
  // One that was deleted between the two readings is left out.
  return ids.flatMap((id) => {
    const view = byId.get(id);
    return view ? [{ ...view, cost_micros: costs.get(id) ?? 0 }] : [];
  });
}
