import 'server-only';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { modelName, providerNameOf } from '@/lib/ai/models';
import type { Modality } from '@/lib/ai/providers/provider';
import { getEnv } from '@/lib/env';
import { AppError, toAppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { hashContent } from '@/lib/story/content-hash';
import type { Json } from '@/lib/supabase/database.types';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { capRefusal, capsOf, toCapsColumn } from './caps';
import { completeUnits, computeCostMicros, type Price, type Units } from './price';
import { findPrice } from './prices';

/** Who pays for what, before it is called. */
export type CallIntent = {
  payer: { ownerId: string; jobId: string | null; storyId: string | null };
  /** The work inside a job: `draft`, `picture:3` (pages count from 1); without one `chat`, `transcription`, … */
  step: string;
  modality: Modality;
  model: { provider: string; modelId: string };
  /** Everything that decides the answer; hashed together with the model's name. */
  request: unknown;
  /** The most it may use: what is reserved. */
  estimate: Units;
  /** Size and quality where the price depends on them: `1536x1024 high`. */
  sort?: string | undefined;
  /** The scene its result belongs to. */
  sceneId?: string | undefined;
  /** What the brief allows this story. */
  maxCostMicros?: number | undefined;
};

/** A call that has begun and its price, so that it can be settled. */
export type BegunCall = {
  id: string;
  price: Price;
  /** The most it may use: what counts where the provider does not say. */
  estimate?: Units | undefined;
  /** Set when a process that died had begun this very call: the provider knows it by this name, so go on with that. */
  providerId?: string | undefined;
};
export type Reservation = BegunCall | { id: string; answer: Json; isCached: boolean };

const reservationSchema = z.union([
  z.object({
    refused: z.enum(['story', 'userDay', 'installationDay']),
    capMicros: z.int(),
    spentMicros: z.int(),
  }),
  z.object({ id: z.uuid(), answer: z.json(), isCached: z.boolean() }),
  z.object({ id: z.uuid(), attempt: z.int(), providerId: z.string().optional() }),
]);

export function hashCall(intent: Pick<CallIntent, 'model' | 'request'>): string {
  return hashContent({ model: modelName(intent.model), request: intent.request });
}

/**
 * Writes down that a call is about to be made, with the most it may cost, when all caps allow that.
 * @param options.readsAnswer a settled call of the same job, step and request answers instead
 * @throws AppError `spend_cap_reached`; `not_found` when the story was deleted
 */
export async function reserveCall(
  admin: DatabaseClient,
  intent: CallIntent,
  options: { readsAnswer?: boolean } = {},
): Promise<Reservation> {
  const { payer, step, modality, model, estimate } = intent;
  const { cache } = getEnv().ai;
  const price = findPrice({ model, modality, sort: intent.sort });
  const { data, error } = await admin.rpc('reserve_model_call', {
    p_call: {
      id: randomUUID(),
      ...payer,
      step,
      modality,
      provider: providerNameOf(model),
      model: model.modelId,
      requestHash: hashCall(intent),
      estimate: knownUnits(estimate),
      price: JSON.parse(JSON.stringify(price)) as Json,
      reservedMicros: computeCostMicros(price, estimate),
      readsAnswer: options.readsAnswer ?? false,
      // Of text calls only these are worth it: nobody wants the same answer in a conversation again.
      reusesAnswer:
        (options.readsAnswer ?? false) &&
        (modality === 'text' || modality === 'moderation') &&
        cache.includes(modality),
    },
    p_caps: toCapsColumn(capsOf(intent)),
  });
  if (error) throw databaseError(error);
  const reservation = reservationSchema.parse(data);
  if ('refused' in reservation) throw capRefusal(reservation);
  if ('answer' in reservation) return reservation;
  return { id: reservation.id, price, estimate, providerId: reservation.providerId };
}

/** As the database does for a new call (migration 001900), for one that has waited. @throws AppError `job_cancelled` */
export async function refuseEndedJob(admin: DatabaseClient, jobId: string): Promise<void> {
  const { data, error } = await admin.from('jobs').select('status').eq('id', jobId).maybeSingle();
  if (error) throw databaseError(error);
  if (!data || data.status === 'failed' || data.status === 'cancelled') {
    throw new AppError('job_cancelled', 'This job has ended.');
  }
}

/** Writes down at once what the provider has said: its name for the call, and with `units` what is to be paid in any case. */
export async function noteCall(
  admin: DatabaseClient,
  call: BegunCall,
  said: { providerId?: string | undefined; units?: Units | undefined },
): Promise<void> {
  const units = said.units && completeUnits(call.price, said.units, call.estimate ?? {});
  const { error } = await admin.rpc('note_model_call', {
    p_id: call.id,
    ...(said.providerId && { p_provider_id: said.providerId }),
    ...(units && { p_units: knownUnits(units), p_cost_micros: computeCostMicros(call.price, units) }),
  });
  if (error) throw databaseError(error);
}

/** The call is done and its result kept. An answer that is not written down is paid for twice, so this tries hard. */
export async function settleCall(
  admin: DatabaseClient,
  call: BegunCall,
  outcome: {
    units: Units;
    providerId?: string | undefined;
    assetId?: string | undefined;
    answer?: Json | undefined;
    isCached?: boolean;
  },
): Promise<{ costMicros: number }> {
  const units = outcome.isCached
    ? outcome.units
    : completeUnits(call.price, outcome.units, call.estimate ?? {});
  const costMicros = outcome.isCached ? 0 : computeCostMicros(call.price, units);
  for (const waitMs of [100, 500, 2_000, 0]) {
    const { error } = await admin.rpc('settle_model_call', {
      p_id: call.id,
      p_units: knownUnits(units),
      p_cost_micros: costMicros,
      ...(outcome.providerId && { p_provider_id: outcome.providerId }),
      ...(outcome.assetId && { p_asset_id: outcome.assetId }),
      ...(outcome.answer !== undefined && { p_answer: outcome.answer }),
      p_is_cached: outcome.isCached ?? false,
    });
    if (!error) break;
    if (waitMs === 0) throw databaseError(error);
    await sleep(waitMs);
  }
  return { costMicros };
}

/** The result of this step was found where it is kept: a call for it that a crash left open is settled with it. */
export async function settleFoundCall(admin: DatabaseClient, intent: CallIntent): Promise<void> {
  if (intent.payer.jobId === null) return;
  const { error } = await admin.rpc('settle_found_call', {
    p_job_id: intent.payer.jobId,
    p_step: intent.step,
    p_request_hash: hashCall(intent),
  });
  if (error) throw databaseError(error);
}

/**
 * The call came to nothing. Never throws: the failure itself is what matters, and a row that stays open is taken for lost.
 * @param status `failed`: not billed, or billed as noted; `lost`: perhaps billed
 */
export async function failCall(
  admin: DatabaseClient,
  call: BegunCall,
  status: 'failed' | 'lost',
  failure: unknown,
): Promise<void> {
  const { code, message, retryAfterSeconds } = toAppError(failure, 'internal', 'The call broke off.');
  const { error } = await admin.rpc('fail_model_call', {
    p_id: call.id,
    p_status: status,
    p_error_code: code,
    p_error_message: message,
    ...(retryAfterSeconds !== undefined && { p_retry_after_seconds: Math.ceil(retryAfterSeconds) }),
  });
  if (error)
    log.error({ err: databaseError(error), callId: call.id }, 'a failed call could not be written down');
}

function knownUnits(units: Units): Record<string, number> {
  return Object.fromEntries(
    Object.entries(units).filter((entry): entry is [string, number] => entry[1] !== undefined),
  );
}

/** @throws AppError `internal` where an answer was not asked for */
export function begunCall(reservation: Reservation): BegunCall {
  if ('answer' in reservation) throw new AppError('internal', 'This call was answered before.');
  return reservation;
}
