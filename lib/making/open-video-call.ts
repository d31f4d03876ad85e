import 'server-only';
import { APICallError } from '@ai-sdk/provider';
import { providerNameOf } from '@/lib/ai/models';
import { type CallIntent, hashCall } from '@/lib/ledger/calls';
import { judgeFailure } from '@/lib/ledger/judge-failure';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';

export type OpenVideoCall = {
  id: string;
  createdAt: Date;
  /** The provider's name for the film, JSON; null: the process died, or the connection broke, before it was known. */
  providerId: string | null;
  /** What it costs is written down, whatever becomes of it. */
  isAnswered: boolean;
};

/** The film of this page by this model that was begun and not finished, or null. */
export async function findOpenVideoCall(
  admin: DatabaseClient,
  intent: CallIntent,
): Promise<OpenVideoCall | null> {
  const { data, error } = await admin
    .from('model_calls')
    .select('id, created_at, provider_id, is_answered')
    .eq('job_id', intent.payer.jobId ?? '')
    .eq('step', intent.step)
    .eq('provider', providerNameOf(intent.model))
    .eq('model', intent.model.modelId)
    .eq('request_hash', hashCall(intent))
    .eq('status', 'reserved')
    .order('created_at', { ascending: false })
    .limit(1)
    .maybeSingle();
  if (error) throw databaseError(error);
  if (!data) return null;
  return {
    id: data.id,
    createdAt: new Date(data.created_at),
    providerId: data.provider_id,
    isAnswered: data.is_answered,
  };
}

/**
 * How many processes hold a place at a provider under this name: a living one keeps it, a dead one's lapses within half a minute.
 * The database reads `now` by its own clock, which gave the places; this machine's may be wrong.
 */
export async function countHolders(admin: DatabaseClient, holder: string): Promise<number> {
  const { count, error } = await admin
    .from('provider_leases')
    .select('call_id', { count: 'exact', head: true })
    .eq('call_id', holder)
    .is('left_at', null)
    .gt('expires_at', 'now');
  if (error) throw databaseError(error);
  return count ?? 0;
}

/** A proxy that gave up says nothing about the service behind it. */
const UNSURE_STATUSES: ReadonlySet<number> = new Set([408, 502, 504]);

/**
 * Whether a failed start says that nothing was begun: the provider answered no, or was never reached. A time-out or a broken
 * connection leaves it open, and the next try must ask before it begins again.
 */
export function isSurelyNotStarted(error: unknown): boolean {
  for (let link = error, depth = 0; link instanceof Error && depth < 8; link = link.cause, depth += 1) {
    if (APICallError.isInstance(link) && UNSURE_STATUSES.has(link.statusCode ?? 0)) return false;
  }
  return judgeFailure(error) === 'failed';
}
