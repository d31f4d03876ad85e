import type { ModelCallView } from '@/lib/story/spend-views';
import { compareSteps } from './step-name';

export type StepState = 'running' | 'done' | 'cached' | 'failed' | 'lost';

/** All calls of one step of a job together: what a row of the dashboard says. */
export type StepSummary = {
  step: string;
  /** Who did it, or does it now; the last of `models`. */
  label: string;
  model: string;
  /** Everyone who was asked, in order. */
  models: { label: string; tries: number; isFree: boolean }[];
  tries: number;
  state: StepState;
  costMicros: number;
  mayBeBilledMicros: number;
  isFree: boolean;
  /** From the first try to the end of the last; undefined while it runs. */
  durationMs: number | undefined;
  /** What went wrong on the way, oldest first, each code once in a row. */
  troubles: { label: string; code: string; message: string | null; times: number }[];
};

/** One row for each step, in the order in which a story grows. @param calls oldest first */
export function groupCalls(calls: readonly ModelCallView[]): StepSummary[] {
  const steps = Map.groupBy(calls, (call) => call.step);
  return [...steps]
    .toSorted(([one], [other]) => compareSteps(one, other))
    .flatMap(([step, ofStep]) => {
      const last = ofStep.at(-1);
      return last ? [summarize(step, ofStep, last)] : [];
    });
}

function summarize(step: string, calls: ModelCallView[], last: ModelCallView): StepSummary {
  // Two calls of one step may run side by side: whoever finished the work counts.
  const finished = calls.findLast((call) => call.status === 'settled') ?? last;
  const models: StepSummary['models'] = [];
  const troubles: StepSummary['troubles'] = [];
  for (const call of calls) {
    const known = models.find((model) => model.label === call.label);
    if (known) known.tries += 1;
    else models.push({ label: call.label, tries: 1, isFree: call.is_free });
    const code = call.error_code ?? (call.status === 'lost' ? 'lost' : undefined);
    if (!code) continue;
    const before = troubles.at(-1);
    if (before?.code === code && before.label === call.label) before.times += 1;
    else troubles.push({ label: call.label, code, message: call.error_message, times: 1 });
  }
  const isRunning = calls.some((call) => call.status === 'reserved');
  const end = calls.map((call) => Date.parse(call.finished_at ?? '')).filter((ms) => !Number.isNaN(ms));
  const start = Math.min(...calls.map((call) => Date.parse(call.created_at)));
  return {
    step,
    label: finished.label,
    model: finished.model,
    models,
    tries: calls.filter((call) => !call.is_cached).length,
    state: isRunning ? 'running' : stateOf(finished),
    costMicros: sum(calls, (call) => call.cost_micros),
    mayBeBilledMicros: sum(calls, (call) => (call.status === 'lost' ? call.reserved_micros : 0)),
    isFree: calls.every((call) => call.is_free),
    durationMs: isRunning || end.length === 0 ? undefined : Math.max(0, Math.max(...end) - start),
    troubles,
  };
}

function stateOf(call: ModelCallView): StepState {
  if (call.status === 'settled') return call.is_cached ? 'cached' : 'done';
  return call.status === 'reserved' ? 'running' : call.status;
}

function sum(calls: ModelCallView[], read: (call: ModelCallView) => number): number {
  return calls.reduce((total, call) => total + read(call), 0);
}
