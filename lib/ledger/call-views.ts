import { z } from 'zod';
import { findProvider } from '@/lib/ai/models';
import {
  CALL_STATUSES,
  type JobCallsView,
  type ModelCallView,
  type UsageView,
} from '@/lib/story/spend-views';
import type { Database } from '@/lib/supabase/database.types';
import { type Caps, leftOf, type Spend, toCapView } from './caps';

/** Rows of the ledger → what the API says about money. Pure. */
export type CallRow = Pick<
  Database['public']['Tables']['model_calls']['Row'],
  | 'id'
  | 'step'
  | 'modality'
  | 'provider'
  | 'model'
  | 'attempt'
  | 'status'
  | 'is_answered'
  | 'is_cached'
  | 'units'
  | 'counted_micros'
  | 'error_code'
  | 'error_message'
  | 'created_at'
  | 'finished_at'
>;

const unitsColumnSchema = z.record(z.string(), z.number());
const statusColumnSchema = z.enum(CALL_STATUSES);

function buildModelCallView(row: CallRow): ModelCallView {
  const status = statusColumnSchema.parse(row.status);
  const provider = findProvider({ provider: row.provider });
  // Until somebody knows what it cost, what is counted is what was held back.
  const isKnown = row.is_answered || status === 'settled' || status === 'failed';
  return {
    id: row.id,
    step: row.step,
    modality: row.modality,
    provider: row.provider,
    model: row.model,
    label: provider?.label(row.model) ?? `${row.provider} ${row.model}`,
    attempt: row.attempt,
    status,
    units: unitsColumnSchema.parse(row.units),
    cost_micros: isKnown ? row.counted_micros : 0,
    reserved_micros: isKnown ? 0 : row.counted_micros,
    is_cached: row.is_cached,
    is_free: provider?.builtIn || provider?.isFree || false,
    error_code: row.error_code,
    error_message: row.error_message,
    created_at: row.created_at,
    finished_at: row.finished_at,
  };
}

export type PausedProvider = { provider: string; until: string };

/** @param rows oldest first @param capMicros Infinity: no cap */
export function buildJobCallsView(input: {
  jobId: string;
  quotedMicros: number;
  capMicros: number;
  rows: readonly CallRow[];
  paused: readonly PausedProvider[];
}): JobCallsView {
  const calls = input.rows.map(buildModelCallView);
  const asked = new Map(calls.map((call) => [call.provider, call]));
  return {
    job_id: input.jobId,
    currency: 'USD',
    total_micros: sum(calls, (call) => call.cost_micros),
    may_be_billed_micros: sum(calls, (call) => (call.status === 'lost' ? call.reserved_micros : 0)),
    quoted_micros: input.quotedMicros > 0 ? input.quotedMicros : null,
    cap_micros: toCapView(input.capMicros),
    calls,
    paused_providers: input.paused.flatMap(({ provider, until }) => {
      const call = asked.get(provider);
      return call ? [{ provider, label: call.label.split(' ', 1)[0] ?? provider, until }] : [];
    }),
  };
}

export function buildUsageView(spend: Spend, caps: Caps, now: Date): UsageView {
  const left = leftOf(caps, spend);
  return {
    currency: 'USD',
    day: now.toISOString().slice(0, 10),
    spent_micros: spend.userDayMicros,
    expected_micros: spend.userExpectedMicros,
    caps: {
      story_micros: toCapView(caps.storyMicros),
      user_day_micros: toCapView(caps.userDayMicros),
      left_micros: toCapView(Math.min(left.userMicros, left.installationMicros)),
    },
  };
}

function sum<Item>(items: readonly Item[], read: (item: Item) => number): number {
  return items.reduce((total, item) => total + read(item), 0);
}
