import 'server-only';
import { z } from 'zod';
import { getEnv } from '@/lib/env';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import type { JobsSummaryView } from './job-list-views';
import { measureStages } from './stage-paces';

const depthSchema = z.object({ waiting: z.int(), running: z.int() });
const ownSchema = z.object({
  queue: depthSchema,
  completed: z.int(),
  failed: z.int(),
  cancelled: z.int(),
  failures: z.array(z.object({ code: z.string(), times: z.int(), lastAt: z.string(), lastJobId: z.uuid() })),
});

/**
 * The workshop at a glance. The caller's own through their client; what stages take and how long the queue is, is the
 * installation's and says nothing about anybody.
 * @param dashboardUrl where this caller's browser reaches the dashboard of the durable functions (find-dashboard-url.ts)
 */
export async function summarizeJobs(
  client: DatabaseClient,
  dashboardUrl: string | null,
): Promise<JobsSummaryView> {
  const [own, installation, stages] = await Promise.all([
    client.rpc('summarize_jobs'),
    getEnv().showsQueue ? getAdminClient().rpc('measure_queue') : null,
    measureStages(),
  ]);
  const error = own.error ?? installation?.error;
  if (error) throw databaseError(error);
  const { failures, ...counts } = ownSchema.parse(own.data);
  return {
    ...counts,
    installation: installation ? depthSchema.parse(installation.data) : null,
    failures: failures.map(({ code, times, lastAt, lastJobId }) => ({
      code,
      times,
      last_at: lastAt,
      last_job_id: lastJobId,
    })),
    stages: stages.map(({ kind, stage, jobs, medianMs, p90Ms, pageMs }) => ({
      kind,
      stage,
      jobs,
      median_ms: Math.round(medianMs),
      p90_ms: Math.round(p90Ms),
      median_ms_per_page: Math.round(pageMs),
    })),
    dashboard_url: dashboardUrl,
  };
}
