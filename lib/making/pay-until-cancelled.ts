import 'server-only';
import { findProvider } from '@/lib/ai/models';
import { type CallIntent, type PaidWork, payFor } from '@/lib/ledger/pay-for';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { untilCancelled } from './until-cancelled';

/**
 * `payFor` for a step of a job: a service is let go as soon as the job is cancelled, so that it does not work on, and bill,
 * what nobody waits for. Built-in engines bill nobody and are soon done: theirs is not looked after.
 * @throws AppError `job_cancelled`, or as `payFor`
 */
export async function payUntilCancelled<Result>(
  admin: DatabaseClient,
  intent: CallIntent & { payer: { jobId: string } },
  work: PaidWork<Result>,
): Promise<Result> {
  if (findProvider(intent.model)?.builtIn) return payFor(admin, intent, work);
  return untilCancelled(admin, intent.payer, (signal) => payFor(admin, intent, work, { signal }));
}
