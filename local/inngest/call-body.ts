import { type FunctionConfig, maxAttempts } from './function-config.ts';
import type { Job } from './queue.ts';
import { DISCOVERY, type Run } from './runs.ts';
import type { Step } from './steps.ts';

/** What the SDK needs to go on with a run: its events, the results so far and the order they came in. */
export function buildCallBody(job: Job, run: Run, config: FunctionConfig, steps: Step[], requestId: string) {
  const done = steps.filter((step) => step.done);
  const isPlannedStep = job.stepId !== DISCOVERY;
  return {
    version: 2,
    event: run.events[0],
    events: run.events,
    steps: Object.fromEntries(done.map((step) => [step.id, step.result])),
    defers: {},
    use_api: false,
    ctx: {
      run_id: run.id,
      fn_id: config.id,
      qi_id: job.id,
      job_id: job.id,
      request_id: requestId,
      generation_id: 1,
      step_id: 'step',
      attempt: job.attempt,
      max_attempts: maxAttempts(config),
      use_api: false,
      // A planned step has siblings that run elsewhere: the SDK must not run on from it by itself.
      disable_immediate_execution: isPlannedStep,
      stack: { stack: done.map((step) => step.id), current: done.length },
    },
  };
}
