import 'server-only';
import { readGates } from '@/lib/ai/gate/read-gates';
import { getEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { savedBriefSchema } from '@/lib/story/rows';
import type { JobCallsView, UsageView } from '@/lib/story/spend-views';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { buildJobCallsView, buildUsageView, type CallRow, type PausedProvider } from './call-views';
import { capsOf, spendSchema } from './caps';

/**
 * What was spent, for those who look: each takes the caller's own client, so row level security decides what there is.
 */

const CALL_SELECT =
  'id, step, modality, provider, model, attempt, status, is_answered, is_cached, units, counted_micros, error_code, error_message, created_at, finished_at' as const;
/** More calls than the longest story has steps, with all their tries. */
const MOST_CALLS = 1_000;

/** Every call of a job's models, oldest first, with the sums. @throws AppError `not_found` */
export async function getJobCallsView(client: DatabaseClient, jobId: string): Promise<JobCallsView> {
  const [job, calls] = await Promise.all([
    client
      .from('jobs')
      .select('quoted_micros, story:stories!jobs_story_id_fkey!inner(brief)')
      .eq('id', jobId)
      .maybeSingle(),
    client
      .from('model_calls')
      .select(CALL_SELECT)
      .eq('job_id', jobId)
      .order('created_at')
      .order('id')
      .limit(MOST_CALLS),
  ]);
  const failure = job.error ?? calls.error;
  if (failure) throw databaseError(failure);
  if (!job.data) throw new AppError('not_found', 'There is no such job.');
  const rows: CallRow[] = calls.data ?? [];
  const { maxCostMicros } = savedBriefSchema.parse(job.data.story.brief);
  const hasTrouble = rows.some((row) => row.error_code !== null);
  return buildJobCallsView({
    jobId,
    quotedMicros: job.data.quoted_micros,
    capMicros: capsOf({ maxCostMicros }).storyMicros,
    rows,
    paused: hasTrouble ? await listPausedProviders() : [],
  });
}

/** What the caller spent since midnight UTC, and may still spend. */
export async function getUsageView(client: DatabaseClient): Promise<UsageView> {
  const { data, error } = await client.rpc('read_spend');
  if (error) throw databaseError(error);
  return buildUsageView(spendSchema.parse(data), getEnv().ai.caps, new Date());
}

/** What each of these jobs has cost so far, micro-dollars; one that cost nothing is left out. */
export async function listJobCosts(
  client: DatabaseClient,
  jobIds: readonly string[],
): Promise<Map<string, number>> {
  if (jobIds.length === 0) return new Map();
  const { data, error } = await client.rpc('sum_job_costs', { p_job_ids: [...jobIds] });
  if (error) throw databaseError(error);
  return new Map(data.map(({ job_id, cost_micros }) => [job_id, cost_micros]));
}

/** Which services are left alone is nobody's secret, but no user's row either. */
async function listPausedProviders(): Promise<PausedProvider[]> {
  const gates = await readGates(getAdminClient());
  return [...gates].flatMap(([provider, { circuit, retryAt }]) =>
    circuit === 'open' && retryAt !== null ? [{ provider, until: retryAt }] : [],
  );
}
