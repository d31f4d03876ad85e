import { type JobCallsView, jobCallsViewSchema } from '../../lib/story/spend-views.ts';
import type { JobView } from '../../lib/story/views.ts';
import type { Client } from '../support/client.ts';
import type { BilledCall } from './provider-server.ts';

/** A job that has ended, with every call that was made for it. */
export type AuditedJob = { job: JobView; calls: JobCallsView };

export async function readCalls(client: Client, jobId: string): Promise<JobCallsView> {
  const response = await client.request(`/api/v1/stories/jobs/${jobId}/calls`);
  if (!response.ok) throw new Error(`calls: ${response.status} ${await response.text()}`);
  return jobCallsViewSchema.parse(await response.json());
}

type Account = { calls: number; micros: number };

/**
 * The ledger of these jobs against the list of the service. Nothing is added up with the product's own arithmetic: what a
 * call costs is worked out from its units by `price`.
 * @returns what is wrong, one sentence each; empty when both agree to the micro-dollar and nothing was done twice
 */
export function auditLedger(
  jobs: AuditedJob[],
  billed: readonly BilledCall[],
  price: (call: BilledCall) => number,
): { problems: string[]; ledger: Account; service: Account; lost: number; failed: number } {
  const problems: string[] = [];
  const paid = jobs.flatMap(({ calls }) => calls.calls.filter((call) => !call.is_free));
  const settled = paid.filter((call) => call.status === 'settled' && !call.is_cached);
  const ledger = { calls: settled.length, micros: sum(paid, (call) => call.cost_micros) };
  const service = { calls: billed.length, micros: sum(billed, price) };
  if (ledger.calls !== service.calls) {
    problems.push(`The ledger has ${ledger.calls} paid calls, the service billed ${service.calls}.`);
  }
  if (ledger.micros !== service.micros) {
    problems.push(`The ledger says ${ledger.micros} micro-dollars, the bill ${service.micros}.`);
  }
  for (const { job, calls } of jobs) {
    if (job.status !== 'completed') problems.push(`${job.job_id} is ${job.status}: ${job.error}`);
    const open = calls.calls.filter((call) => call.status === 'reserved');
    if (open.length > 0) problems.push(`${job.job_id} has ${open.length} calls that were never closed.`);
    const done = calls.calls.filter((call) => call.status === 'settled' && !call.is_cached);
    const repeated = [...Map.groupBy(done, (call) => call.step)].filter(([, ofStep]) => ofStep.length > 1);
    for (const [step] of repeated) problems.push(`${job.job_id} did "${step}" again after it was done.`);
  }
  return {
    problems,
    ledger,
    service,
    lost: paid.filter((call) => call.status === 'lost').length,
    failed: paid.filter((call) => call.status === 'failed').length,
  };
}

function sum<Item>(items: readonly Item[], read: (item: Item) => number): number {
  return items.reduce((total, item) => total + read(item), 0);
}
