import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { type GateSettings, readGateSettings } from './gate-settings';
import { countHeld, dropLease, holdLease, waitForPlace } from './held-leases';
import type { CallOutcome } from './judge-call';
import { enterQueue } from './local-queue';

export type ProviderPass = {
  /** Gives the place back, once. Never throws: a finished call is not lost to it, and a place that was not given back expires. */
  leave: (outcome: CallOutcome, errorCode?: string) => Promise<void>;
};

type Entry = { provider: string; callId: string; signal?: AbortSignal | undefined };

const answerSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('entered'), lease: z.uuid(), isProbe: z.boolean() }),
  z.object({ state: z.literal('full'), waitMs: z.number().nullable() }),
  z.object({ state: z.literal('open'), waitMs: z.number().nullable() }),
]);
const changeSchema = z.object({
  change: z.enum(['opened', 'closed']).nullable(),
  pauseMs: z.number(),
  failures: z.number(),
});

/** How often another process's place is looked for, at first and at most; with ours all taken only we can free one. */
const FIRST_LOOK_MS = 150;
const LONGEST_LOOK_MS = 1_000;
const OWN_FULL_LOOK_MS = 5_000;
/** How long the one call that tries may keep the others waiting before they ask again. */
const PROBE_RETRY_MS = 10_000;

/**
 * Waits until a provider may be called, and holds the place until `leave`. Places are leases in the database, so that the
 * limits count over all processes; built-in engines need none.
 * @throws AppError `provider_unavailable` while its circuit is open, `provider_rate_limited` when no place became free in
 *   time, both with `retryAfterSeconds`; `database_failed`; the signal's reason
 */
export async function enterProvider(
  admin: DatabaseClient,
  entry: Entry,
  settings: GateSettings = readGateSettings(entry.provider),
): Promise<ProviderPass> {
  if (entry.provider === 'builtin') return { leave: async () => {} };
  const deadline = AbortSignal.timeout(settings.longestWaitMs);
  const signal = entry.signal ? AbortSignal.any([entry.signal, deadline]) : deadline;
  try {
    const endTurn = await enterQueue(entry.provider, signal);
    try {
      const lease = await waitForLease(admin, entry, settings, signal);
      return { leave: createLeave(admin, entry, settings, lease) };
    } finally {
      endTurn();
    }
  } catch (error) {
    if (error !== deadline.reason || entry.signal?.aborted) throw error;
    throw tooBusy(entry.provider, settings.longestWaitMs / 6);
  }
}

async function waitForLease(
  admin: DatabaseClient,
  entry: Entry,
  settings: GateSettings,
  signal: AbortSignal,
): Promise<string> {
  const { provider } = entry;
  const startedAt = performance.now();
  for (let lookMs = FIRST_LOOK_MS; ; lookMs = Math.min(lookMs * 1.5, LONGEST_LOOK_MS)) {
    const answer = await askForPlace(admin, entry, settings);
    if (answer.state === 'entered') {
      holdLease(answer.lease, { provider, admin, leaseMs: settings.leaseMs });
      if (answer.isProbe) log.info({ provider }, 'one call tries whether an AI service is back');
      return answer.lease;
    }
    if (answer.state === 'open') throw unavailable(provider, answer.waitMs ?? PROBE_RETRY_MS);
    const isFullOfOurs = settings.concurrency !== null && countHeld(provider) >= settings.concurrency;
    const waitMs = answer.waitMs ?? (isFullOfOurs ? OWN_FULL_LOOK_MS : lookMs);
    const leftMs = settings.longestWaitMs - (performance.now() - startedAt);
    if (answer.waitMs !== null && answer.waitMs > leftMs) throw tooBusy(provider, answer.waitMs);
    // Processes that wait for the same place do not ask in step.
    await waitForPlace(provider, waitMs * (0.85 + Math.random() * 0.3), signal);
    signal.throwIfAborted();
  }
}

async function askForPlace(admin: DatabaseClient, entry: Entry, settings: GateSettings) {
  const { data, error } = await admin.rpc('enter_provider', {
    p_provider: entry.provider,
    p_call_id: entry.callId,
    // The generated types do not know that these may be null.
    p_concurrency: settings.concurrency as number,
    p_per_minute: settings.requestsPerMinute as number,
    p_lease_ms: settings.leaseMs,
  });
  if (error) throw databaseError(error);
  return answerSchema.parse(data);
}

function createLeave(
  admin: DatabaseClient,
  { provider, callId }: Entry,
  settings: GateSettings,
  lease: string,
): ProviderPass['leave'] {
  let isLeft = false;
  return async (outcome, errorCode) => {
    if (isLeft) return;
    isLeft = true;
    const { data, error } = await admin.rpc('leave_provider', {
      p_lease: lease,
      p_outcome: outcome,
      p_error_code: (errorCode ?? null) as string,
      p_threshold: settings.failuresToOpen,
      p_pause_ms: settings.pauseMs,
      p_longest_pause_ms: settings.longestPauseMs,
    });
    dropLease(lease);
    if (error) {
      log.warn({ err: error, provider, callId }, 'a place at an AI service was not given back; it expires');
      return;
    }
    const { change, pauseMs, failures } = changeSchema.parse(data);
    if (change === 'opened') {
      log.warn({ provider, pauseMs, failures, errorCode }, 'an AI service keeps failing and is left alone');
    } else if (change === 'closed') log.info({ provider }, 'an AI service answers again');
  };
}

function unavailable(provider: string, waitMs: number): AppError {
  return new AppError(
    'provider_unavailable',
    `The AI service ${provider} keeps failing and is given a pause.`,
    {
      retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)),
    },
  );
}

function tooBusy(provider: string, waitMs: number): AppError {
  return new AppError('provider_rate_limited', `Too many calls wait for the AI service ${provider}.`, {
    retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)),
  });
}
