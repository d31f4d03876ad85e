import 'server-only';
import { enterProvider, type ProviderPass } from '@/lib/ai/gate/enter-provider';
import { readGateSettings } from '@/lib/ai/gate/gate-settings';
import { judgeCall } from '@/lib/ai/gate/judge-call';
import { findProvider, modelName, providerNameOf } from '@/lib/ai/models';
import { toAppError } from '@/lib/errors';
import { log } from '@/lib/log';
import type { Json } from '@/lib/supabase/database.types';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import {
  type BegunCall,
  type CallIntent,
  failCall,
  noteCall,
  refuseEndedJob,
  reserveCall,
  settleCall,
  settleFoundCall,
} from './calls';
import { findUsage, judgeFailure } from './judge-failure';
import type { Units } from './price';
import { reuseAsset } from './reuse-asset';

export type { CallIntent } from './calls';
export type { Units } from './price';

export type Outcome<Result> = {
  result: Result;
  /** What was used, as far as the provider says. */
  units: Units;
  providerId?: string | undefined;
  assetId?: string | undefined;
  /** A small result, kept in the ledger for `readAnswer`. */
  answer?: Json | undefined;
};

export type CallTools = {
  callId: string;
  signal?: AbortSignal | undefined;
  /** The provider's name for this call, from a process that died after beginning it: ask for that one, do not begin again. */
  providerId?: string | undefined;
  /** Writes the provider's name for this call down at once. */
  noteProviderId: (id: string) => Promise<void>;
  /** Writes down what is to be paid as soon as the provider has answered, before the result is kept: a crash then costs no exactness. */
  noteUnits: (units: Units) => Promise<void>;
};

export type PaidWork<Result> = {
  /** The finished work where it is kept (an asset by its content hash). */
  find?: () => Promise<Result | null>;
  /** For text: a settled call of the same job, step and request answers without calling. */
  readAnswer?: (answer: Json) => Result;
  /** Makes the call once and keeps its result itself, before returning. */
  call: (tools: CallTools) => Promise<Outcome<Result>>;
};

/**
 * The way any model is called. Looks for the finished work first, also in the owner's other stories; writes down who pays and the most it may cost, within the caps;
 * waits for a place at the provider; calls once; writes down what it did cost. Built-in engines cost nothing and wait for nobody.
 * Not retried here: the durable step around it does that, and never pays for a finished result again.
 * @throws AppError `spend_cap_reached`, `not_found` (the story is gone), or what the call throws
 */
export async function payFor<Result>(
  admin: DatabaseClient,
  intent: CallIntent,
  work: PaidWork<Result>,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<Result> {
  const kept = work.find ? await work.find() : null;
  if (kept !== null) {
    await settleFoundCall(admin, intent);
    return kept;
  }
  if (work.find && (await reuseAsset(admin, intent))) {
    const copy = await work.find();
    if (copy !== null) return copy;
  }
  const reservation = await reserveCall(admin, intent, { readsAnswer: work.readAnswer !== undefined });
  if ('answer' in reservation) {
    if (!work.readAnswer) throw new Error('an answer was read that nobody asked for');
    return work.readAnswer(reservation.answer);
  }
  return callOnce(admin, intent, reservation, work, options.signal);
}

async function callOnce<Result>(
  admin: DatabaseClient,
  intent: CallIntent,
  call: BegunCall,
  work: PaidWork<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  const provider = findProvider(intent.model);
  const place = await takePlace(admin, intent, call, signal).catch(async (error: unknown) => {
    // Nothing was asked yet.
    await failCall(admin, call, 'failed', error);
    throw error;
  });
  let isBilled = false;
  let outcome: Outcome<Result>;
  try {
    outcome = await work.call({
      callId: call.id,
      signal,
      providerId: call.providerId,
      noteProviderId: (providerId) => noteCall(admin, call, { providerId }),
      noteUnits: async (units) => {
        // Our own engines bill nobody: no need to be exact after a crash.
        if (provider?.builtIn) return;
        // What follows is our own work: another call may take the place at the provider meanwhile.
        [isBilled] = await Promise.all([noteUsed(admin, call, units), place.leave('answered')]);
      },
    });
  } catch (error) {
    // Whoever was waiting has gone: that says nothing about the provider, in whatever words its client breaks off.
    const isStopped = signal?.aborted === true;
    const failure: unknown = isStopped ? signal.reason : error;
    const verdict = isStopped ? 'neutral' : judgeCall(error);
    await place.leave(isBilled ? 'answered' : verdict, toAppError(failure).code);
    // An answer that was of no use is billed like any other.
    const used = isBilled ? undefined : findUsage(error);
    if (used) isBilled = await noteUsed(admin, call, used);
    await failCall(admin, call, isBilled ? 'failed' : judgeFailure(error), failure);
    throw error;
  }
  await place.leave('answered');
  const { costMicros } = await settleCall(admin, call, outcome);
  const { jobId } = intent.payer;
  log.info(
    { jobId, step: intent.step, model: modelName(intent.model), callId: call.id, costMicros },
    'model called',
  );
  return outcome.result;
}

/** In a shorter wait nobody cancels anything. */
const LONG_WAIT_MS = 500;

/** @throws AppError as `enterProvider`; `job_cancelled` when the job has ended while its step waited for its turn; the signal's reason */
async function takePlace(
  admin: DatabaseClient,
  { model, payer: { jobId } }: CallIntent,
  call: BegunCall,
  signal: AbortSignal | undefined,
): Promise<ProviderPass> {
  const provider = providerNameOf(model);
  const startedAt = performance.now();
  const settings = readGateSettings(provider, jobId === null ? 'somebody' : 'job');
  const place = await enterProvider(admin, { provider, callId: call.id, signal }, settings);
  const hasWaitedLong = performance.now() - startedAt >= LONG_WAIT_MS;
  try {
    signal?.throwIfAborted();
    if (jobId !== null && hasWaitedLong) await refuseEndedJob(admin, jobId);
    return place;
  } catch (error) {
    await place.leave('neutral');
    throw error;
  }
}

/**
 * Writes down what an answer used. Never throws: neither a result that is paid for nor the failure that comes next is given up for it.
 * @returns whether the bill is exact from here on
 */
async function noteUsed(admin: DatabaseClient, call: BegunCall, units: Units): Promise<boolean> {
  try {
    await noteCall(admin, call, { units });
    return true;
  } catch (error) {
    log.error({ err: error, callId: call.id }, 'what an answer used could not be written down');
    return false;
  }
}
