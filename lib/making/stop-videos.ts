import 'server-only';
import type { JSONValue } from '@ai-sdk/provider';
import { getCandidate } from '@/lib/ai/models';
import { AppError } from '@/lib/errors';
import { failCall } from '@/lib/ledger/calls';
import { log } from '@/lib/log';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';

const TIMEOUT_MS = 20_000;

/** Asks the provider to stop a film nobody waits for. Never throws: it is only thrift. */
export async function cancelAtProvider(candidateId: string, operation: JSONValue): Promise<void> {
  try {
    const { provider } = getCandidate('video', candidateId);
    await provider.videoJobs?.cancel?.(operation, AbortSignal.timeout(TIMEOUT_MS));
  } catch (error) {
    log.warn({ err: error, model: candidateId }, 'a film that nobody waits for could not be stopped');
  }
}

/**
 * The films of a cancelled job, and those whose story was deleted: their providers are asked to stop, and the ledger says that
 * they may have been billed.
 */
export async function stopVideos(admin: DatabaseClient, jobId: string): Promise<{ stopped: number }> {
  const { data, error } = await admin
    .from('model_calls')
    .select('id, provider, model, provider_id')
    .or(`job_id.eq.${jobId},and(job_id.is.null,story_id.is.null)`)
    .eq('modality', 'video')
    .eq('status', 'reserved')
    .not('provider_id', 'is', null);
  if (error) throw databaseError(error);
  for (const row of data) {
    await cancelAtProvider(
      `${row.provider}/${row.model}`,
      JSON.parse(row.provider_id ?? 'null') as JSONValue,
    );
    const cancelled = new AppError('job_cancelled', 'The job was cancelled while the page was filmed.');
    await failCall(admin, { id: row.id, price: { row: '' } }, 'lost', cancelled);
  }
  return { stopped: data.length };
}
